/** A score must rise and fall as its curve says, and be 90 and 50 where the curve's numbers stand. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scoreOf } from './curve.ts';

const DAYS = { kind: 'log-normal', p10: 4, median: 28, better: 'lower' } as const;
const SHARE = { kind: 'log-normal', p10: 0.9, median: 0.5, better: 'higher' } as const;

test('the named values score 90 and 50, whichever way is good', () => {
  expect(scoreOf(DAYS, 4)).toBeCloseTo(90, 9);
  expect(scoreOf(DAYS, 28)).toBeCloseTo(50, 9);
  expect(scoreOf(SHARE, 0.9)).toBeCloseTo(90, 9);
  expect(scoreOf(SHARE, 0.5)).toBeCloseTo(50, 9);
});

test.each([
  [2_500, 0.98],
  [5_000, 0.77],
  [7_500, 0.48],
  [10_000, 0.27],
])("with Lighthouse's control points 3785 and 7300, %d scores the %d of its own tests", (value, score) => {
  expect(Math.abs(scoreOf({ ...DAYS, p10: 3_785, median: 7_300 }, value) / 100 - score)).toBeLessThan(0.01);
});

test('the curve is the one of the formula that Lighthouse publishes', () => {
  // 100 · ½ · erfc(ln(x / median) · 0.9061938 / −ln(p10 / median)), erfc from Abramowitz and Stegun, table 7.1.
  const x = 28 * Math.exp(Math.log(28 / 4) / 0.9061938024368232);
  expect(scoreOf(DAYS, x)).toBeCloseTo(50 * 0.15729920705, 6);
});

test('no days at all are as good as it gets, and none of a good thing as bad', () => {
  expect(scoreOf(DAYS, 0)).toBe(100);
  expect(scoreOf(DAYS, -1)).toBe(100);
  expect(scoreOf(SHARE, 0)).toBe(0);
  expect(scoreOf(DAYS, Number.POSITIVE_INFINITY)).toBe(0);
  expect(scoreOf(DAYS, Number.NaN)).toBeNaN();
});

test('a greater value never scores better where lower is better, nor worse where higher is', () => {
  const value = fc.double({ min: 0, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(value, value, (a, b) => {
      const [small, great] = a < b ? [a, b] : [b, a];
      expect(scoreOf(DAYS, small)).toBeGreaterThanOrEqual(scoreOf(DAYS, great));
      expect(scoreOf(SHARE, small)).toBeLessThanOrEqual(scoreOf(SHARE, great));
      expect(scoreOf(DAYS, a) >= 0 && scoreOf(DAYS, a) <= 100).toBe(true);
    }),
  );
});

test('between knots the score is a straight line, outside it is flat', () => {
  const knots = {
    kind: 'knots',
    knots: [
      [0.05, 100],
      [0.1, 75],
      [0.15, 25],
    ],
  } as const;
  expect([0, 0.05, 0.075, 0.1, 0.125, 0.15, 1].map((value) => Math.round(10 * scoreOf(knots, value)) / 10)).toEqual([
    100, 100, 87.5, 75, 50, 25, 25,
  ]);
});

test('a curve that stands on its head is refused', () => {
  expect(() => scoreOf({ ...DAYS, p10: 40 }, 3)).toThrow('cannot have 40 as good');
  expect(() => scoreOf({ ...DAYS, p10: 0 }, 3)).toThrow('cannot have 0 as good');
  expect(() => scoreOf({ ...SHARE, p10: 0.4 }, 3)).toThrow('where higher is better');
  expect(() => scoreOf({ kind: 'knots', knots: [] }, 3)).toThrow('at least one');
  expect(() =>
    scoreOf(
      {
        kind: 'knots',
        knots: [
          [1, 0],
          [1, 5],
        ],
      },
      3,
    ),
  ).toThrow('knots must rise');
});
