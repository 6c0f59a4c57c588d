/** Runs the cases of honest-closure, and what they do not show. */
import { expect, test } from 'vitest';
import { runCases, YEAR } from '../run-cases.ts';
import { voices } from '../voices-story.ts';
import { cases } from './honest-closure.cases.ts';
import audit from './honest-closure.ts';

runCases(audit, cases);

test('with a reason given, every closing has an outcome', () => {
  const silent = { block: 'asker 1', hit: false, evidence: ['t'] };
  expect(audit.imagine?.([silent], YEAR)).toEqual([{ ...silent, hit: true }]);
});

test('large counts stay within one sentence', () => {
  const said = audit.say({
    value: 0.5,
    n: 12_345,
    noted: { shipped: 5_000, duplicate: 1_000, reason: 2_000, none: 4_345 },
  });
  expect(said.split(' ').length).toBeLessThanOrEqual(20);
});

test('where more than a fifth of the closings point at one ask, the figure stands alone', () => {
  const told = voices().asks('2026-01-01', 'ann').answered(1).closed(2);
  told.crowd(15, '2026-01-05', () => told.answered(1).closed(2));
  const closings = (repeats: number) =>
    told.crowd(repeats, '2026-03-05', () => told.closed(2, { original: 't1' })).facts();
  expect(audit.observe(closings(4), YEAR)).not.toHaveProperty('unsure');
  expect(audit.observe(closings(1), YEAR)).toMatchObject({
    unsure: '24 % of the closings point at one ask: whether all of them ask the same is not known.',
  });
});
