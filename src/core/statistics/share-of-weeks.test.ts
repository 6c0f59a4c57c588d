/** Constant weeks have an interval: as wide as their months allow, never a null and never certainty. */
import { expect, test } from 'vitest';
import { shareOfWeeks } from './share-of-weeks.ts';

const weeks = (count: number, happened: (week: number) => boolean) =>
  Array.from({ length: count }, (_, week) => ({ block: `month ${Math.floor(week / 4)}`, happened: happened(week) }));

test('52 of 52 and 0 of 52 rest on thirteen months', () => {
  const all = shareOfWeeks(weeks(52, () => true));
  // Wilson's lower end of 13 of 13: n / (n + z²).
  expect(all?.low).toBeCloseTo(13 / (13 + 1.959964 ** 2), 5);
  expect(all).toMatchObject({ high: 1, method: 'wilson', level: 0.95 });
  const none = shareOfWeeks(weeks(52, () => false));
  expect(none?.low).toBe(0);
  expect(none?.high).toBeCloseTo(1 - (all?.low ?? 0), 9);
});

test('a single other week makes it no narrower than its months allow at the far end', () => {
  const one = shareOfWeeks(weeks(52, (week) => week !== 20));
  expect(one?.low).toBeGreaterThan(0.7);
  expect(one?.high).toBeLessThan(1);
});

test('weeks that come in spells tell less than as many that take turns', () => {
  const wide = (happened: (week: number) => boolean) => {
    const { low, high } = shareOfWeeks(weeks(52, happened)) ?? { low: 0, high: 0 };
    return (high ?? 1) - low;
  };
  expect(wide((week) => week % 2 === 0)).toBeLessThan(0.28);
  expect(wide((week) => Math.floor(week / 6) % 2 === 0)).toBeGreaterThan(0.45);
});

test('under eight weeks there is none', () => {
  expect(shareOfWeeks(weeks(7, () => true))).toBeNull();
  expect(shareOfWeeks(weeks(8, () => true))).not.toBeNull();
});
