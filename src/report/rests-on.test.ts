/** What a reading rests on adds up: bots apart from people, pages apart from advertisements and posts. */
import { expect, test } from 'vitest';
import type { Reading } from '#core/reading.ts';
import { restsOn } from './rests-on.ts';

type Counts = Partial<Reading['evidence']>;

function said(counts: Counts, alone: Reading['alone'] = null): string {
  const nothing = { changes: 0, releases: 0, feedback: 0, claims: 0, documents: 0, pages: 0, copies: 0 };
  const evidence = { ...nothing, looks: 0, posts: 0, people: 0, bots: 0, botChanges: 0, strands: [], ...counts };
  return restsOn({ evidence, alone } as unknown as Reading);
}

test('changes by bots are among the changes, and not counted twice', () => {
  expect(said({ changes: 910, people: 9, botChanges: 100 })).toBe('810 changes by 9 people and 100 by bots.');
  expect(said({ changes: 24, botChanges: 24 })).toBe('24 changes by bots.');
  expect(said({ changes: 1, people: 1 })).toBe('1 change by 1 person.');
});

test('advertisements and posts are no pages, and a page that stood in three versions is one', () => {
  expect(said({ documents: 131, pages: 7, copies: 43 })).toBe('7 pages in 43 versions, 88 advertisements and posts.');
  expect(said({ documents: 2, pages: 2, copies: 2 })).toBe('2 pages.');
  expect(said({ documents: 1 })).toBe('1 advertisement or post.');
  expect(said({ documents: 61, pages: 1, copies: 1, looks: 12, changes: 30 })).toBe(
    '12 looks at the catalogue, 30 changes between them; 60 advertisements and posts; 1 page.',
  );
});

test('posts alone are headed with their source', () => {
  expect(said({ documents: 40 }, { source: 'posts', quotes: [] })).toBe('From posts alone: 40 posts.');
});
