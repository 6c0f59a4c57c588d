/** Random weightings must be even over all weightings, and never leave the scores' own range. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sensitivity } from './dirichlet.ts';

test('two questions weighed evenly at random give a mean that is uniform between their scores', () => {
  const means = sensitivity([0, 100], 20_000, 'two').sort();
  expect([0.1, 0.5, 0.9].map((share) => Math.round(means[share * 20_000] ?? 0))).toEqual([10, 50, 90]);
});

test('with four questions the weight of one has the variance of a Dirichlet(1): 3 / 80', () => {
  const weights = sensitivity([1, 0, 0, 0], 20_000, 'four');
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  const variance = weights.reduce((sum, weight) => sum + (weight - mean) ** 2, 0) / weights.length;
  expect(mean).toBeCloseTo(0.25, 2);
  expect(variance).toBeCloseTo(3 / 80, 2);
});

test('a weighted mean lies between the lowest and the highest score, and comes again from its seed', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 6 }), (scores) => {
      const means = sensitivity(scores, 50, 'seed');
      for (const mean of means) {
        expect(mean).toBeGreaterThanOrEqual(Math.min(...scores) - 1e-9);
        expect(mean).toBeLessThanOrEqual(Math.max(...scores) + 1e-9);
      }
      expect(sensitivity(scores, 50, 'seed')).toEqual(means);
    }),
  );
});
