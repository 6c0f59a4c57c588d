/** Runs the cases of commit-to-release, and what they do not show. */
import { expect, test } from 'vitest';
import { isUnseen } from '#core/audit.ts';
import { runCases, YEAR } from '../run-cases.ts';
import { story } from '../story.ts';
import { cases } from './commit-to-release.cases.ts';
import audit from './commit-to-release.ts';

runCases(audit, cases);

test('with a release every second week no wait lasts longer, and shorter ones stay', () => {
  const facts = story()
    .change('2026-03-01', 'One')
    .release('1.1.0', '2026-03-04')
    .change('2026-04-01', 'Two')
    .release('1.2.0', '2026-06-01')
    .change('2026-06-02', 'Three')
    .facts();
  const seen = audit.observe(facts, YEAR);
  if (isUnseen(seen)) throw new Error(seen.because);
  const imagined = audit.imagine?.(seen.observations, YEAR) ?? [];
  expect(imagined.map(({ time, ended }) => [time, ended])).toEqual([
    [14, true],
    [14, true],
    [3, true],
  ]);
});

test('one change that waits is said as one', () => {
  expect(audit.say({ value: 7.83, n: 31, noted: { waiting: 1 } })).toBe(
    'Half of the finished work reaches users within 7.8 days; 1 change still waits.',
  );
});
