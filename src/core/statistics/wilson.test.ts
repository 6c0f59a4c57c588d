/** Checked against the intervals published in measuring.md §3.5 and against E. B. Wilson's own algebra. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wilson, wilsonBound } from './wilson.ts';

test.each([
  [7, 10, 40, 89],
  [28, 40, 55, 82],
  [16, 40, 26, 55],
  [40, 100, 31, 50],
  [154, 385, 35, 45],
  [0, 5, 0, 43],
  [3, 3, 44, 100],
])('%d of %d lies in %d–%d %% at 95 %%', (hits, n, low, high) => {
  const interval = wilson(hits, n, 0.95);
  expect(Math.round(100 * (interval?.low ?? -1))).toBe(low);
  expect(Math.round(100 * (interval?.high ?? -1))).toBe(high);
});

const sample = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0.5, max: 1e6, noNaN: true }));

test('an end is the share that the sample only just cannot tell from its own', () => {
  fc.assert(
    fc.property(sample, fc.double({ min: 0.1, max: 3.5, noNaN: true }), ([share, n], z) => {
      const end = wilsonBound(share * n, n, z);
      const score = (end - share) / Math.sqrt((end * (1 - end)) / n);
      if (end < 1 - 1e-9) expect(score).toBeCloseTo(z, 4);
    }),
  );
});

test('it holds the share, stays in 0–1, widens with the level and turns round with the hits', () => {
  fc.assert(
    fc.property(sample, ([share, n]) => {
      const inner = wilson(share * n, n, 0.8) ?? { low: 1, high: 0 };
      const outer = wilson(share * n, n, 0.95) ?? { low: 1, high: 0 };
      const turned = wilson(n - share * n, n, 0.95) ?? { low: 1, high: 0 };
      expect(outer.low).toBeLessThanOrEqual(inner.low + 1e-12);
      expect(inner.low).toBeLessThanOrEqual(share + 1e-12);
      expect(share - 1e-12).toBeLessThanOrEqual(inner.high);
      expect(inner.high).toBeLessThanOrEqual(outer.high + 1e-12);
      expect(outer.low >= 0 && outer.high <= 1).toBe(true);
      expect(1 - turned.low).toBeCloseTo(outer.high, 9);
    }),
  );
});

test('no cases have no interval, and more hits than cases are a bug', () => {
  expect(wilson(0, 0, 0.95)).toBeNull();
  expect(() => wilson(4, 3, 0.95)).toThrow('4 hits of 3');
});
