/** A changelog that stops while releases go on. */
import { expect, test } from 'vitest';
import { on, story } from '#audits/story.ts';
import { windowUntil } from '#core/time.ts';
import type { FactValues } from '#facts/values.ts';
import unnotedRelease from './unnoted-release.ts';

const WINDOW = windowUntil(on('2026-06-01'));

/** Fifteen releases a fortnight apart; the changelog has those whose number it is asked about. */
function releases(inChangelog: (minor: number) => boolean) {
  const told = story();
  for (let minor = 0; minor < 15; minor += 1) {
    const day = new Date(on('2025-09-01') + minor * 14 * 86_400_000).toISOString().slice(0, 10);
    const evidence = inChangelog(minor) ? [`n1.${minor}.0`] : [];
    told.changes(1, day).release(`1.${minor}.0`, day, { evidence });
  }
  const { history, releases: all } = told.facts();
  const rows = all.all.flatMap(({ evidence = [] }) =>
    evidence.map((id) => ({ id, source: id.startsWith('n') ? 'notes' : 'tag' })),
  );
  return { history, releases: all, releaseRows: { all: rows, unread: [] } as unknown as FactValues['releaseRows'] };
}

test('says where the changelog stops, and how many releases came since', () => {
  const [found] = unnotedRelease.find(
    releases((minor) => minor < 11),
    WINDOW,
  );
  expect(found?.sentence).toBe('The changelog stops at 1.10.0; four releases since February 2026 are not in it.');
  expect(found?.quotes.map(({ evidence }) => evidence)).toEqual(['r1.11.0', 'r1.10.0']);
});

test('a gap, fewer than three, and a product that never kept a changelog are no finding', () => {
  expect(
    unnotedRelease.find(
      releases((minor) => minor < 10 || minor === 14),
      WINDOW,
    ),
  ).toEqual([]);
  expect(
    unnotedRelease.find(
      releases((minor) => minor < 13),
      WINDOW,
    ),
  ).toEqual([]);
  expect(
    unnotedRelease.find(
      releases((minor) => minor === 0),
      WINDOW,
    ),
  ).toEqual([]);
});
