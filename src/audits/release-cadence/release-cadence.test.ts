/** Runs the cases of release-cadence, and what they do not show. */
import { expect, test } from 'vitest';
import { isUnseen } from '#core/audit.ts';
import { runCases, YEAR } from '../run-cases.ts';
import { story } from '../story.ts';
import { cases } from './release-cadence.cases.ts';
import audit from './release-cadence.ts';

runCases(audit, cases);

test('where no package carries half of the changes, any day with a release counts', () => {
  const facts = story()
    .change('2026-05-01', 'One')
    .release('1.0.0', '2026-05-01', { line: 'a' })
    .change('2026-05-04', 'Two')
    .release('1.0.0', '2026-05-04', { line: 'b' })
    .change('2026-05-06', 'Three')
    .release('1.0.0', '2026-05-06', { line: 'c' })
    .facts();
  const seen = audit.observe(facts, YEAR);
  if (isUnseen(seen)) throw new Error(seen.because);
  expect(seen.observations.map(({ time }) => time)).toEqual([55, 3, 2]);
});

test('a gap longer than a fortnight is imagined as fortnights and what is left over', () => {
  const gap = { block: '2026-05-04', evidence: ['r'] };
  const imagined = audit.imagine?.(
    [
      { ...gap, time: 33, ended: false },
      { ...gap, time: 28, ended: true },
      { ...gap, time: 9, ended: true },
    ],
    YEAR,
  );
  expect(imagined?.map(({ time, ended, count }) => [time, ended, count])).toEqual([
    [14, true, 2],
    [5, false, undefined],
    [14, true, 2],
    [9, true, undefined],
  ]);
});

test('a release on the last day of the window leaves no running gap', () => {
  const facts = story().change('2026-06-30', 'One').release('1.0.0', '2026-06-30').facts();
  const seen = audit.observe(facts, YEAR);
  if (isUnseen(seen)) throw new Error(seen.because);
  expect(seen.observations).toEqual([]);
});
