/** Actions come in the order of the people who wait for them, then of what they would move. */
import { expect, test } from 'vitest';
import type { Audit, Observed } from '#core/audit.ts';
import type { KindOfWork } from '#core/focus.ts';
import type { Observation } from '#core/observation.ts';
import { windowUntil } from '#core/time.ts';
import { takeReading } from '#reading/take-reading.ts';
import { actionsOf } from './actions.ts';

const AT = Date.UTC(2026, 5, 30);

const unseen: KindOfWork = {
  state: 'not-collected',
  because: 'Not looked at.',
  basis: 'nothing',
  weeks: [],
  replaced: null,
  depthBecause: null,
};

function cases(count: number, hits: number): Observation[] {
  return Array.from({ length: count }, (_, at) => ({ block: `b${at}`, hit: at < hits, evidence: [`e${at}`] }));
}

/** A share of which all would be hits once done. */
function audit(id: string, observed: Observed): Audit {
  return {
    id,
    lens: 'customer',
    answers: 'heard',
    question: 'Is it so?',
    facts: [],
    unit: 'share',
    estimate: { of: 'share' },
    curve: {
      kind: 'knots',
      knots: [
        [0, 0],
        [1, 100],
      ],
    },
    norm: 'Ours.',
    minN: 10,
    version: 1,
    guardedBy: 'a plain check',
    observe: () => observed,
    say: () => 'It is so.',
    remedy: { title: `Do ${id}`, hypothesis: 'We believe.', tellTale: 'hits', effort: 'minutes', soonestDays: 1 },
    imagine: (observations) => observations.map((one) => ({ ...one, hit: true })),
  };
}

function actions(...audits: readonly Audit[]) {
  const taken = takeReading({
    at: AT,
    product: { id: 'p', name: 'lamp', kind: 'product', customers: 'customers' },
    evidence: {
      ...{
        changes: 0,
        releases: 0,
        feedback: 0,
        claims: 0,
        documents: 0,
        pages: 0,
        copies: 0,
        looks: 0,
        posts: 0,
        people: 0,
        bots: 0,
        botChanges: 0,
      },
      strands: [],
    },
    missing: [],
    audits,
    findings: [],
    facts: {
      weeks: { making: unseen, telling: unseen, serving: unseen },
      signs: {
        ...{ firstAt: null, newestAt: null, newestMakingAt: null, releases: null, waiting: null },
        ...{ voiceHeard: true, unansweredNeeds: null, saidStopped: null },
      },
      origins: { counts: null, because: 'Not looked at.' },
      alone: { heard: null, claimed: null },
      loop: { asked: null, shipped: null, told: null, helped: null, byPeers: null, because: 'Not looked at.' },
    },
  });
  return actionsOf(taken, AT, windowUntil(AT));
}

test('more people come before a larger gain, and both before what nobody is known to wait for', () => {
  const ranked = actions(
    audit('gain', { observations: cases(20, 2) }),
    audit('few', { observations: cases(20, 2), people: 3 }),
    audit('many', { observations: cases(20, 12), people: 14 }),
  );
  expect(ranked.map(({ targets, people }) => [targets, people])).toEqual([
    ['many', 14],
    ['few', 3],
    ['gain', null],
  ]);
});

test('people who wait are worth a step while they are too few for a figure', () => {
  const [action] = actions(audit('few', { observations: cases(4, 1), people: 3 }));
  expect(action).toMatchObject({ people: 3, expected: null, title: 'Do few' });
});

test('where nobody waits, nothing is proposed', () => {
  expect(actions(audit('none', { observations: cases(20, 2), people: 0 }))).toEqual([]);
});
