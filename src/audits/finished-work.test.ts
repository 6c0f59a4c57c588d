/** What counts as finished work, and what is said where none is seen. */
import { expect, test } from 'vitest';
import { isFinished, landedByPeople, nothingThere, releasedAt, restingIn } from './finished-work.ts';
import { YEAR } from './run-cases.ts';
import { on, story } from './story.ts';

test('a change is finished once a person landed it in the product', () => {
  const facts = story()
    .change('2026-05-01', 'Add')
    .change('2026-05-02', 'Bump', { bot: true })
    .change('2026-05-03', 'Say', { kind: 'docs', files: ['README.md'] })
    .change('2026-05-04', 'Later', { landed: '2026-08-01' })
    .facts();
  expect([0, 1, 2, 3].map((index) => isFinished(facts, index, YEAR.to))).toEqual([true, false, false, false]);
  expect(landedByPeople(facts, YEAR)).toEqual([0, 2]);
});

test('a release exists from its own time on', () => {
  const facts = story().change('2026-05-01', 'Add').release('1.0.0', '2026-05-03').facts();
  expect(releasedAt(facts, 0, on('2026-05-02'))).toBeNull();
  expect(releasedAt(facts, 0, on('2026-05-03'))).toBe(on('2026-05-03'));
});

test('a product at rest is not asked; one with a change that never left is', () => {
  const rested = story().change('2024-05-01', 'Add').release('1.0.0', '2024-05-03');
  expect(restingIn(rested.facts(), YEAR)?.state).toBe('not-applicable');
  expect(restingIn(rested.change('2024-06-01', 'More').facts(), YEAR)).toBeNull();
});

test('where files could not be read, nothing seen is not nothing there', () => {
  const { history } = story().change('2024-05-01', 'Add').facts();
  expect(nothingThere(history, 'None.')).toEqual({ state: 'not-applicable', because: 'None.' });
  expect(nothingThere({ ...history, pathsKnown: false }, 'None.').state).toBe('not-collected');
});
