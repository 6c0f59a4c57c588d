/** Runs the cases of open-ask-age, and its sentence. */
import { expect, test } from 'vitest';
import { runCases } from '../run-cases.ts';
import { cases } from './open-ask-age.cases.ts';
import audit from './open-ask-age.ts';

runCases(audit, cases);

test('the sentence tells the middle, and the tenth that waits longest where that is longer', () => {
  expect(audit.say({ value: 120, n: 400, noted: { asks: 312, tenth: 900 } })).toBe(
    'Half of the people behind 312 open asks have waited over 120 days; a tenth over 900 days.',
  );
  expect(audit.say({ value: 120, n: 1, noted: { asks: 1, tenth: 120 } })).toBe(
    'Half of the people behind 1 open ask have waited over 120 days.',
  );
});
