/** Checked against Abramowitz and Stegun, tables 7.1, 26.1 and 26.5, and against scipy 1.17. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { erfc, normalCdf, normalQuantile } from './normal.ts';

test.each([
  [0, 1],
  [0.5, 0.4795001221869535],
  [1, 0.15729920705028513],
  [2, 0.004677734981047266],
  [2.4999, 0.0004071699003334512],
  [5, 1.5374597944280347e-12],
  [-1, 1.8427007929497148],
])('erfc(%d) is %d', (x, expected) => {
  expect(Math.abs(erfc(x) / expected - 1)).toBeLessThan(1e-11);
});

test.each([
  [0.5, 0],
  [0.9, 1.2815515655446004],
  [0.975, 1.959963984540054],
  [0.995, 2.5758293035489004],
  [1e-10, -6.361340902404056],
])('the normal quantile of %d is %d', (p, expected) => {
  expect(normalQuantile(p)).toBeCloseTo(expected, 10);
});

test('quantile and share below turn each other round', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), (p) => {
      expect(Math.abs(normalCdf(normalQuantile(p)) - p)).toBeLessThan(1e-12);
    }),
  );
});

test('series and continued fraction meet where one takes over', () => {
  expect(Math.abs(erfc(2.5 - 1e-12) / erfc(2.5 + 1e-12) - 1)).toBeLessThan(1e-10);
});

test('ends and what is no probability', () => {
  expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
  expect(erfc(40)).toBe(0);
  expect(erfc(Number.NaN)).toBeNaN();
  expect(() => normalQuantile(1.1)).toThrow('0 to 1');
});
