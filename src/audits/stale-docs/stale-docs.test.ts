/** Runs the cases of stale-docs, and what they do not show. */
import { expect, test } from 'vitest';
import { isUnseen } from '#core/audit.ts';
import { runCases, YEAR } from '../run-cases.ts';
import { on, story } from '../story.ts';
import { cases } from './stale-docs.cases.ts';
import audit from './stale-docs.ts';

runCases(audit, cases);

test('names without a trace are counted as not judged', () => {
  const seen = audit.observe(story().offer('--a').offer('--b', { state: 'never' }).facts(), YEAR);
  if (isUnseen(seen)) throw new Error(seen.because);
  expect(seen.coverage).toEqual({ eligible: 2, observed: 1 });
});

test('a removal whose commit was not read still counts, with the line alone as evidence', () => {
  const removed = { sha: 'f'.repeat(40), at: on('2026-02-01'), subject: 'Gone' };
  const seen = audit.observe(story().offer('--a', { id: 'a', state: 'removed', removed }).facts(), YEAR);
  if (isUnseen(seen)) throw new Error(seen.because);
  expect(seen.observations).toEqual([{ block: 'README.md', hit: true, evidence: ['a'] }]);
});

test('corrected lines offer nothing that is gone', () => {
  const imagined = audit.imagine?.([{ block: 'README.md', hit: true, evidence: ['a'] }], YEAR);
  expect(imagined?.map(({ hit }) => hit)).toEqual([false]);
});
