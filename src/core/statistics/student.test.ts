/** Checked against the table of Fisher and Yates (the usual one of every textbook) and against scipy 1.17. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalQuantile } from './normal.ts';
import { betaShare, logGamma, studentCdf, studentQuantile } from './student.ts';

test.each([
  [0.975, 1, 12.706204736174694],
  [0.975, 2, 4.302652729911275],
  [0.975, 5, 2.570581835636314],
  [0.975, 9, 2.262157162798205],
  [0.975, 30, 2.0422724563012373],
  [0.95, 3.7, 2.1824938039146007],
  [0.0005, 9, -4.780912585931139],
])('the point below which %d of t with %d degrees of freedom lie is %d', (p, df, expected) => {
  expect(studentQuantile(df)(p)).toBeCloseTo(expected, 9);
});

test('quantile and share below turn each other round, for few degrees of freedom and for many', () => {
  const share = fc.double({ min: 0.0002, max: 0.9998, noNaN: true });
  const degrees = fc.double({ min: 0.8, max: 900_000, noNaN: true });
  fc.assert(
    fc.property(share, degrees, (p, df) => {
      expect(Math.abs(studentCdf(studentQuantile(df)(p), df) - p)).toBeLessThan(1e-10);
    }),
  );
});

test('with many degrees of freedom t is the normal', () => {
  expect(studentQuantile(900_000)(0.975)).toBeCloseTo(normalQuantile(0.975), 5);
  expect(studentQuantile(Number.POSITIVE_INFINITY)(0.975)).toBe(normalQuantile(0.975));
});

test('the beta and gamma functions that it stands on', () => {
  expect(betaShare(0.3, 2, 5)).toBeCloseTo(0.579825, 10);
  expect(betaShare(0, 2, 5)).toBe(0);
  expect(betaShare(1, 2, 5)).toBe(1);
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 12);
  expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 12);
});

test('no degrees of freedom are refused', () => {
  expect(() => studentQuantile(0)).toThrow('degrees of freedom');
});
