/** Agreement of groups: as scikit-learn 1.9 computes it, and as it must be at the ends. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomFrom } from '#core/statistics/random.ts';
import { agreement } from './agreement.ts';

test('the figures are those of scikit-learn for the same groups', () => {
  const found = agreement([0, 0, 0, 1, 1, 1, 2, 2, 2, 2, 3], [0, 0, 1, 1, 1, 2, 2, 2, 2, 3, 3]);
  expect(found.nmi).toBeCloseTo(0.5995756917150545, 10);
  expect(found.ami).toBeCloseTo(0.33277999598130914, 10);
  expect(found.ari).toBeCloseTo(0.2857142857142857, 10);
});

test('B-cubed of two merged groups has whole recall and half precision', () => {
  expect(agreement(['a', 'a', 'b', 'b'], [1, 1, 1, 1]).b3).toEqual({ precision: 0.5, recall: 1, f1: 2 / 3 });
  expect(agreement(['a', 'a', 'b', 'b'], [1, 2, 3, 4]).b3).toEqual({ precision: 1, recall: 0.5, f1: 2 / 3 });
});

test('the same groups under other names agree wholly', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 2, maxLength: 40 }), (labels) => {
      const { ami, ari, nmi, b3 } = agreement(
        labels,
        labels.map((label) => `g${7 - label}`),
      );
      for (const value of [ami, ari, nmi, b3.f1]) expect(value).toBeCloseTo(1, 8);
    }),
  );
});

test('groups by chance agree by chance: adjusted figures are near nothing, plain NMI is not', () => {
  const random = randomFrom('chance');
  const known = Array.from({ length: 600 }, (_, at) => at % 20);
  const found = Array.from({ length: 600 }, () => Math.floor(61 * random.uniform()));
  const { ami, ari, nmi } = agreement(known, found);
  expect(Math.abs(ami)).toBeLessThan(0.05);
  expect(Math.abs(ari)).toBeLessThan(0.02);
  expect(nmi).toBeGreaterThan(0.2);
});
