/** Runs the cases of follow-up-fixes, and what they do not show. */
import { expect, test } from 'vitest';
import { runCases, YEAR } from '../run-cases.ts';
import { cases } from './follow-up-fixes.cases.ts';
import audit from './follow-up-fixes.ts';

runCases(audit, cases);

test('half of the repairs are imagined away, and the hypothesis says that the half is a guess', () => {
  const release = { block: '2026-03-02', evidence: ['r'] };
  const hits = [true, true, false, true].map((hit) => ({ ...release, hit }));
  expect(audit.imagine?.(hits, YEAR).map(({ hit }) => hit)).toEqual([false, true, false, false]);
  expect(audit.remedy?.hypothesis).toContain('a guess');
});
