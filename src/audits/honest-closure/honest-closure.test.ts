/** Runs the cases of honest-closure, and what they do not show. */
import { expect, test } from 'vitest';
import { runCases, YEAR } from '../run-cases.ts';
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
