/** Runs the cases of repeat-pain, and what they do not show. */
import { expect, test } from 'vitest';
import { runCases, YEAR } from '../run-cases.ts';
import { cases } from './repeat-pain.cases.ts';
import audit from './repeat-pain.ts';

runCases(audit, cases);

test('the remedy is imagined to hold every second one', () => {
  const back = { block: 'p', hit: true, evidence: ['t'] };
  expect(audit.imagine?.([back, back, { ...back, hit: false }], YEAR).map(({ hit }) => hit)).toEqual([
    false,
    true,
    false,
  ]);
});
