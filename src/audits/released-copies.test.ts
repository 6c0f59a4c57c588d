/** Copies on older series are told by subject and author, or by the number of a merge; look-alikes are not. */
import { expect, test } from 'vitest';
import { releasedAt } from './finished-work.ts';
import { releasedCopies } from './released-copies.ts';
import { YEAR } from './run-cases.ts';
import { on, story } from './story.ts';

test('a fix copied to a release branch and released there has reached users', () => {
  const facts = story()
    .change('2026-03-01', 'Close the hole', { kind: 'fix' })
    .change('2026-03-02', 'Close the hole', { kind: 'fix', landed: null })
    .release('7.2.1', '2026-03-05', { brings: ['c2'] })
    .facts();
  expect([...releasedCopies(facts)]).toEqual([[0, 0]]);
  expect(releasedAt(facts, 0, YEAR.to)).toBe(on('2026-03-05'));
});

test('the copy of a merge releases what the merge brought', () => {
  const merge = 'Merge pull request #55907 from ada/fix';
  const facts = story()
    .change('2026-03-01', 'Keep rows', { kind: 'fix', landed: '2026-03-04' })
    .change('2026-03-04', merge, { merge: true })
    .change('2026-03-05', merge, { landed: null, id: 'copy' })
    .release('7.2.1', '2026-03-06', { brings: ['copy'] })
    .facts();
  expect([...releasedCopies(facts)]).toEqual([[0, 0]]);
});

test('a copied merge stays a copy where subjects repeat', () => {
  const merge = 'Merge pull request #9 from ada/fix';
  const facts = story()
    .change('2026-03-01', 'Fix typo', { landed: '2026-03-04' })
    .change('2026-03-04', merge, { merge: true })
    .change('2026-03-05', merge, { landed: null, id: 'copy' })
    .change('2026-03-06', 'Fix typo')
    .change('2026-03-07', 'Fix typo', { landed: null, id: 'other' })
    .release('7.2.1', '2026-03-08', { brings: ['copy', 'other'] })
    .facts();
  expect([...releasedCopies(facts)]).toEqual([[0, 0]]);
});

test('a subject on two landed changes names neither, and another author is another change', () => {
  const facts = story()
    .change('2026-03-01', 'Fix typo')
    .change('2026-03-02', 'Fix typo')
    .change('2026-03-03', 'Close the hole', { bot: true })
    .change('2026-03-04', 'Fix typo', { landed: null, id: 'a' })
    .change('2026-03-04', 'Close the hole', { landed: null, id: 'b' })
    .release('7.2.1', '2026-03-06', { brings: ['a', 'b'] })
    .facts();
  expect(releasedCopies(facts).size).toBe(0);
});
