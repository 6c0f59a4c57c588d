/** The difference of two figures from their own intervals: right in a known case, and as sure as it says. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalCdf, normalQuantile } from '#core/statistics/normal.ts';
import { randomFrom } from '#core/statistics/random.ts';
import { wilson } from '#core/statistics/wilson.ts';
import { apart } from './apart.ts';

const LEVEL = 0.9;
const Z = normalQuantile(0.95);

test('with even intervals it is the normal difference', () => {
  const of = (product: string, value: number, sd: number) => ({
    ...{ product, value },
    interval: { low: value - Z * sd, high: value + Z * sd },
  });
  const pair = apart(of('a', 50, 3), of('b', 60, 4), LEVEL);
  expect([pair.ahead, pair.behind, pair.difference]).toEqual(['b', 'a', 10]);
  expect(pair.probability).toBeCloseTo(normalCdf(10 / 5), 10);
  expect(pair.interval.low).toBeCloseTo(10 - Z * 5, 10);
  expect(pair.certainty).toBe('is');
});

test('56 of 70 against 48 of 80: Newcombe’s published interval for this pair', () => {
  // Newcombe, Statistics in Medicine 17 (1998) 873–890, table II, method 10 of example (a): 0.0524 to 0.3339 at 95 %.
  const of = (product: string, hits: number, n: number) => ({
    ...{ product, value: hits / n },
    interval: wilson(hits, n, 0.95) ?? { low: 0, high: 1 },
  });
  const { interval } = apart(of('a', 56, 70), of('b', 48, 80), 0.95);
  expect(interval.low).toBeCloseTo(0.0524, 4);
  expect(interval.high).toBeCloseTo(0.3339, 4);
});

test('nine in ten intervals of a difference of shares hold it', () => {
  const random = randomFrom('apart');
  const draw = (share: number, n: number) => {
    let hits = 0;
    for (let at = 0; at < n; at += 1) hits += Number(random.uniform() < share);
    return { product: String(share), value: hits / n, interval: wilson(hits, n, LEVEL) ?? { low: 0, high: 1 } };
  };
  let held = 0;
  const trials = 2_000;
  for (let trial = 0; trial < trials; trial += 1) {
    const pair = apart(draw(0.3, 40), draw(0.45, 60), LEVEL);
    const truth = pair.ahead === '0.45' ? 0.15 : -0.15;
    held += Number(pair.interval.low <= truth && truth <= pair.interval.high);
  }
  expect(held / trials).toBeGreaterThan(0.87);
  expect(held / trials).toBeLessThan(0.93);
});

test('it does not matter which is named first, and nobody is behind what is lower', () => {
  const figure = fc.tuple(fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0, max: 40, noNaN: true }));
  fc.assert(
    fc.property(figure, figure, ([a, da], [b, db]) => {
      const one = { product: 'a', value: a, interval: { low: a - da, high: a + da } };
      const other = { product: 'b', value: b, interval: { low: b - db, high: b + db } };
      const [there, back] = [apart(one, other, LEVEL), apart(other, one, LEVEL)];
      if (a !== b) expect(there).toEqual(back);
      expect(there.difference).toBeGreaterThanOrEqual(0);
      expect(there.probability).toBeGreaterThanOrEqual(0.5);
      expect(there.probability).toBeLessThanOrEqual(1);
    }),
  );
});
