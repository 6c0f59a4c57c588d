/** Runs the cases of limbo, and what they do not show. */
import { expect, test } from 'vitest';
import { runCases, YEAR } from '../run-cases.ts';
import { cases } from './limbo.cases.ts';
import audit from './limbo.ts';

runCases(audit, cases);

test('once released, nothing waits', () => {
  const waiting = { block: '2026-03-02', hit: true, evidence: ['c'] };
  expect(audit.imagine?.([waiting, { ...waiting, hit: false }], YEAR).map(({ hit }) => hit)).toEqual([false, false]);
});

test('two in a pre-release and one are told apart in words', () => {
  const noted = { waiting: 3, since: 'March 2026', tried: 1 };
  expect(audit.say({ value: 0.1, n: 30, noted })).toBe(
    '3 of 30 finished changes wait for a release, the oldest since March 2026; 1 is in a pre-release.',
  );
});
