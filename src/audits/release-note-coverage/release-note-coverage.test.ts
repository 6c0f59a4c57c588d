/** Runs the cases of release-note-coverage, and what they do not show. */
import { expect, test } from 'vitest';
import { isUnseen } from '#core/audit.ts';
import { runCases, YEAR } from '../run-cases.ts';
import { story } from '../story.ts';
import { cases } from './release-note-coverage.cases.ts';
import audit from './release-note-coverage.ts';

runCases(audit, cases);

test('changes of releases without notes are told as not covered', () => {
  const facts = story()
    .changes(3, '2026-04-01')
    .release('1.1.0', '2026-04-10')
    .changes(2, '2026-05-01', { id: 'late' })
    .release('1.2.0', '2026-05-10')
    .notes('1.1.0', ['Some words'])
    .facts();
  const seen = audit.observe(facts, YEAR);
  if (isUnseen(seen)) throw new Error(seen.because);
  expect(seen.coverage).toEqual({ eligible: 5, observed: 3 });
});

test('once each is named, each counts whole', () => {
  const change = { block: '2026-03-02', evidence: ['c'] };
  const halves = [false, true].map((hit) => ({ ...change, hit, count: 0.5 }));
  const imagined = audit.imagine?.([{ ...change, hit: false }, ...halves], YEAR);
  expect(imagined?.map(({ hit, count = 1 }) => [hit, count])).toEqual([
    [true, 1],
    [true, 0.5],
    [true, 0.5],
  ]);
});
