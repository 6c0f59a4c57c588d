/** Runs the cases of no-human-answer, and what they do not show. */
import { expect, test } from 'vitest';
import { isUnseen } from '#core/audit.ts';
import { runCases, YEAR } from '../run-cases.ts';
import { voices } from '../voices-story.ts';
import { cases } from './no-human-answer.cases.ts';
import audit from './no-human-answer.ts';

runCases(audit, cases);

test('the people who wait are those of open threads', () => {
  const facts = voices()
    .asks('2026-03-01', 'ann')
    .asks('2026-03-02', 'ann')
    .asks('2026-03-03', 'ben')
    .closed(1)
    .facts();
  const seen = audit.observe(facts, YEAR);
  expect(isUnseen(seen) ? null : seen.people).toBe(1);
});

test('the sentence holds together where makers are told by behaviour', () => {
  const noted = { silent: 1_204, closed: 312, makers: 'guessed' };
  const said = audit.say({ value: 0.4, n: 2_999, noted });
  expect(said.split(' ').length).toBeLessThanOrEqual(20);
});
