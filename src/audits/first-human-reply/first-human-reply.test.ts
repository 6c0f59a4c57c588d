/** Runs the cases of first-human-reply, and what they do not show. */
import { expect, test } from 'vitest';
import { isUnseen } from '#core/audit.ts';
import { runCases, YEAR } from '../run-cases.ts';
import { voices } from '../voices-story.ts';
import { cases } from './first-human-reply.cases.ts';
import audit from './first-human-reply.ts';

runCases(audit, cases);

test('people who wait since this month are counted once, and not those whose thread is closed', () => {
  const facts = voices()
    .asks('2026-06-01', 'ann')
    .asks('2026-06-02', 'ann')
    .asks('2026-06-03', 'ben')
    .asks('2026-02-03', 'dora')
    .asks('2026-06-04', 'cleo')
    .closed(3)
    .facts();
  const seen = audit.observe(facts, YEAR);
  expect(isUnseen(seen) ? null : seen.people).toBe(2);
});

test('an answer within a day leaves no wait longer', () => {
  const wait = { block: '2026-03-02', time: 9, ended: false, evidence: ['t'] };
  expect(audit.imagine?.([wait, { ...wait, time: 0.5, ended: true }], YEAR).map(({ time }) => time)).toEqual([1, 0.5]);
});
