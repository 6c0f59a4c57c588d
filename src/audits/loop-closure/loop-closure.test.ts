/** Runs the cases of loop-closure, and what they do not show. */
import { expect, test } from 'vitest';
import { isUnseen } from '#core/audit.ts';
import { runCases, YEAR } from '../run-cases.ts';
import { voices } from '../voices-story.ts';
import { cases } from './loop-closure.cases.ts';
import audit from './loop-closure.ts';

runCases(audit, cases);

test('two asks of one person that shipped are one person to tell', () => {
  const facts = voices().asks('2026-03-01', 'ann').shipped(3).asks('2026-03-02', 'ann').shipped(3).facts();
  const seen = audit.observe(facts, YEAR);
  expect(isUnseen(seen) ? null : [seen.people, seen.observations.map(({ block }) => block)]).toEqual([
    1,
    ['asker 0', 'asker 0'],
  ]);
});

test('once told, all are told', () => {
  const untold = { block: 'asker 1', hit: false, evidence: ['t'] };
  expect(audit.imagine?.([untold], YEAR).map(({ hit }) => hit)).toEqual([true]);
});
