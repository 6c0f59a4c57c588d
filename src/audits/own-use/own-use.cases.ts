/** Cases of own-use: told of own use, mended unasked, asked for from outside, and untraced. */
import type { Origins } from '#facts/voice-values.ts';
import type { Case } from '../run-cases.ts';
import { story, type Told } from '../story.ts';

interface Traced extends Told {
  readonly origins: Origins;
}

/** One fix a day for twenty days, with these codes of origin. */
function traced(codes: readonly number[], kind: 'fix' | 'feature' = 'fix'): Traced {
  const facts = story().changes(codes.length, '2026-03-01', { kind }).facts();
  const evidence = new Map([[0, 'began']]);
  const origins = { collected: true, because: null, of: Uint8Array.from(codes), evidence, counts: null };
  return { ...facts, origins };
}

const twenty = (code: number) => Array.from({ length: 20 }, () => code);

export const cases: readonly Case<Traced>[] = [
  {
    name: 'own use is told, and what nobody reported is mended',
    kind: 'passing',
    facts: traced([2, ...twenty(3)]),
    expect: {
      n: 21,
      hits: 21,
      evidence: ['c1', 'began'],
      says: 'Of 21 changes, at least 1 tells of own use and 20 mended what nobody outside reported.',
    },
  },
  {
    name: 'everything was asked for from outside, or cannot be traced',
    kind: 'failing',
    facts: traced([...twenty(1), ...twenty(4)]),
    expect: { n: 40, hits: 0 },
  },
  {
    name: 'an idea of the team’s that adds something mends nothing',
    kind: 'absent',
    facts: traced([3, 3], 'feature'),
    expect: { n: 2, hits: 0 },
  },
  {
    name: 'history alone traces nothing',
    kind: 'absent',
    facts: (() => {
      const facts = traced([]);
      return { ...facts, origins: { ...facts.origins, collected: false, because: 'Issues trace it.' } };
    })(),
    expect: { state: 'not-collected', because: 'Issues trace it.' },
  },
  {
    name: 'what users cannot notice does not count',
    kind: 'absent',
    facts: traced([0, 0]),
    expect: { state: 'not-applicable' },
  },
];
