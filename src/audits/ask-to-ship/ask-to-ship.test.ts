/** Runs the cases of ask-to-ship, and what leaving asks open does to it. */
import { expect, test } from 'vitest';
import { isUnseen } from '#core/audit.ts';
import { prepare } from '#core/statistics/estimate.ts';
import { runCases, YEAR } from '../run-cases.ts';
import { voices } from '../voices-story.ts';
import { cases } from './ask-to-ship.cases.ts';
import audit from './ask-to-ship.ts';

runCases(audit, cases);

test('threads that call each other duplicates in a circle are one ask', () => {
  const told = voices()
    .asks('2026-04-01', 'ann')
    .asks('2026-04-02', 'ben')
    .asks('2026-04-03', 'cleo')
    .changed(3)
    .closed(3)
    .shipped(3);
  const repeats = {
    of: new Map([
      [0, 1],
      [1, 2],
      [2, 0],
    ]),
  };
  const seen = audit.observe({ ...told.facts(), repeats }, YEAR);
  expect(isUnseen(seen) ? null : seen.observations.map(({ time }) => time)).toEqual([5]);
});

test('an ask that waits lowers the figure, and closing it in silence does not raise it above what was answered', () => {
  const some = (then: (told: ReturnType<typeof voices>) => void) => {
    const told = voices();
    told.crowd(20, '2025-09-01', () => told.changed(18).closed(18).shipped(20));
    told.crowd(20, '2025-09-01', () => then(told));
    const seen = audit.observe({ ...told.facts(), repeats: { of: new Map() } }, YEAR);
    return isUnseen(seen) ? null : prepare(audit.estimate, seen.observations).value();
  };
  expect(some(() => {})).toBeCloseTo(0.5, 9);
  expect(some((told) => told.closed(100, { declined: true }))).toBeCloseTo(0.5, 9);
  expect(some((told) => told.closed(100))).toBeNull();
});
