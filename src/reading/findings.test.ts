/** What comes to the front: kinds that were checked, and counts that leave no doubt. */
import { expect, test } from 'vitest';
import type { Audit } from '#core/audit.ts';
import type { FindingKind, Quote } from '#core/finding.ts';
import type { Observation } from '#core/observation.ts';
import { WEEK, windowUntil } from '#core/time.ts';
import { findingsOf } from './findings.ts';
import { weighObserved } from './weigh.ts';

const AT = Date.parse('2026-03-01');
const WINDOW = windowUntil(AT);
const SIDES: readonly Quote[] = [
  { evidence: 'loved', field: 'body', where: 'a review' },
  { evidence: 'said', field: 'body', where: 'an advertisement' },
];

const COUNTS = {
  id: 'unsaid',
  answers: null,
  question: 'Is it said?',
  curve: null,
  minN: 10,
  estimate: { of: 'share' },
  say: ({ n }) => `None of ${n} says it.`,
  remedy: { title: 'Say it', hypothesis: '', tellTale: '', effort: 'minutes', soonestDays: 30 },
} as const satisfies Partial<Audit>;

/** An advertisement a week, of which so many do not say it. */
function counted(unsaid: number, of: number, quotes?: readonly Quote[]) {
  const observations = Array.from({ length: of }, (_, at): Observation => {
    return { block: `${at}`, when: AT - at * WEEK, hit: at < unsaid, evidence: [`${at}`] };
  });
  return weighObserved(COUNTS as unknown as Audit, { observations, ...(quotes && { quotes }) });
}

const found = (...weighed: ReturnType<typeof counted>[]) => findingsOf([], () => ({}), weighed, WINDOW).findings;

test('a count whose interval lies over a half comes to the front, with both sides and its step', () => {
  expect(found(counted(30, 30, SIDES))).toEqual([
    {
      ...{ kind: 'unsaid', sentence: 'None of 30 says it.', at: '2026-03-01T00:00:00Z', people: null },
      ...{ quotes: SIDES.map((quote) => ({ ...quote, text: null })), step: 'Say it.' },
    },
  ]);
});

test('what may be chance, is a minority or shows no sides stays beside the lenses', () => {
  expect(found(counted(13, 20, SIDES))).toEqual([]);
  expect(found(counted(2, 30, SIDES))).toEqual([]);
  expect(found(counted(9, 9, SIDES))).toEqual([]);
  expect(found(counted(30, 30))).toEqual([]);
});

test('a kind that was not checked stays away, and a throw costs its kind alone', () => {
  const kind = (id: string, right: number, find: FindingKind['find']): FindingKind => {
    return { id, facts: [], version: 1, precision: { right, of: 10, on: 'ten products' }, find };
  };
  const one = { at: AT, people: 3, quotes: SIDES, step: 'Look.', weight: 1 };
  const kinds = [
    kind('guessed', 8, () => [{ ...one, sentence: 'Guessed.' }]),
    kind('broken', 10, () => {
      throw new Error('broken');
    }),
    kind('checked', 9, () => [{ ...one, sentence: 'Checked.' }]),
  ];
  const { findings, findingsBecause } = findingsOf(kinds, () => ({}), [counted(30, 30, SIDES)], WINDOW);
  expect(findings.map(({ sentence }) => sentence)).toEqual(['Checked.', 'None of 30 says it.']);
  expect(findingsBecause).toBeNull();
});
