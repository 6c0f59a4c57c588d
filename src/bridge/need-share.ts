/** A need as something an action can move: which share of what customers write is about it. */
import type { Audit, Observed } from '#core/audit.ts';
import type { Observation } from '#core/observation.ts';
import { within } from '#core/time.ts';

/** What this looks at of each piece that customers wrote. */
export interface Voices {
  readonly threads: {
    readonly all: readonly {
      readonly id: string;
      readonly at: number;
      readonly asker: number;
      readonly side: string;
    }[];
  };
}

export const NEED_REMEDY = {
  tellTale: 'pieces of feedback that ask for it',
  effort: 'weeks',
  soonestDays: 28,
} as const;

/** As a share of all that was written, a quiet month does not look like an answered need. `content`: pieces that praise. */
export function needShare(members: ReadonlySet<string>, content: ReadonlySet<string>): Audit<Voices> {
  const asks = (id: string) => members.has(id) && !content.has(id);
  return {
    ...{ id: 'need', lens: 'bridge', answers: null, question: 'Do people still ask for it?', facts: ['threads'] },
    ...{ unit: 'share', estimate: { of: 'share' }, curve: null, norm: 'Its own share before.', minN: 20, version: 1 },
    guardedBy: 'honest-closure',
    observe({ threads }, window): Observed {
      const observations = threads.all.flatMap(({ id, at, asker, side }): Observation[] =>
        side === 'maker' || side === 'bot' || !within(window, at)
          ? []
          : [{ block: asker < 0 ? id : `asker ${asker}`, when: at, hit: asks(id), evidence: [id] }],
      );
      return { observations };
    },
    say: ({ n }) => `${n} pieces of feedback.`,
    remedy: {
      ...NEED_REMEDY,
      title: 'Answer the need',
      hypothesis: 'We believe that people stop asking for what they have.',
      counts: ({ hit }) => hit === true,
      fewerIsBetter: true,
    },
  };
}
