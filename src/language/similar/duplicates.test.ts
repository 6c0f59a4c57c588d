/** Duplicates: the same thing in other words comes first, nearer in time before farther, an item never is its own. */
import { expect, test } from 'vitest';
import { Duplicates, type Item } from './duplicates.ts';

const DAY = 86_400_000;
const OTHERS: Item[] = Array.from({ length: 40 }, (_, at) => ({
  title: `Topic ${at}: ${['invoice', 'saddle', 'stable', 'card', 'map'][at % 5]} question ${at * 7}`,
  body: `Something about ${['paying', 'riding', 'feeding', 'travel'][at % 4]} in case ${at}`,
  at: at * DAY,
}));
const ASKED: Item = {
  title: 'Horse arrives late',
  body: 'I waited for an hour.\n```\nE/Ride(12): LateException at stop 7\n```',
  at: 100 * DAY,
};
const SAME: Item = { title: 'The horse arrived an hour late', body: 'LateException at stop 7 again', at: 99 * DAY };

test('what says the same comes first, and never the item itself', () => {
  const items = [...OTHERS, ASKED, SAME];
  const found = new Duplicates(items).closest(40, 5);
  expect(found[0]?.at).toBe(41);
  expect(found.map(({ at }) => at)).not.toContain(40);
  expect(found).toHaveLength(5);
  expect(new Duplicates(items).closest(40, 5)).toEqual(found);
});

test('of two alike the one nearer in time is likelier, and without times both are equal', () => {
  const far = { ...SAME, at: 99 * DAY - 2_000 * DAY };
  const likeness = new Duplicates([...OTHERS, ASKED, far, SAME]).likeness(40);
  expect(likeness[42]).toBeGreaterThan(likeness[41] ?? 0);
  const timeless = [...OTHERS, ASKED, SAME, SAME].map((item) => ({ ...item, at: null }));
  const even = new Duplicates(timeless).likeness(40);
  expect(even[41]).toBeCloseTo(even[42] ?? 0, 6);
});

test('empty items are like nothing, and one item has no other', () => {
  const empty = { title: '', body: '', at: null };
  expect([...new Duplicates([empty, empty, ASKED]).likeness(0)]).toEqual([Number.NEGATIVE_INFINITY, 0, 0]);
  expect(new Duplicates([ASKED]).closest(0, 3)).toEqual([]);
});
