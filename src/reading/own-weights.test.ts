/** A person's own weights move a lens between its questions, never beyond them, and leave the published score alone. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownWeightsOf } from '#core/own-weights.ts';
import type { LensReading, Reading } from '#core/reading.ts';
import { underOwnWeights } from './own-weights.ts';

function lensOf(scores: Readonly<Record<string, number | null>>): LensReading {
  const known = Object.values(scores).filter((score) => score !== null);
  const questions = Object.entries(scores).map(([id, score]) => ({ id, score }));
  const score = known.length < 3 ? null : known.reduce((sum, one) => sum + one, 0) / known.length;
  return { score, questions } as unknown as LensReading;
}

function readingOf(told: number): Pick<Reading, 'lenses'> {
  const product = lensOf({ substance: 64, arrives: 68, holds: 86, care: null });
  return { lenses: { product, customer: lensOf({ loved: 44, heard: 64, answered: 50, told }) } };
}

test('equal weights are the published score; an unanswered question weighs nothing', () => {
  const { product, customer } = underOwnWeights(readingOf(34), { care: 4 });
  expect(product.own).toBe(product.published);
  expect(customer.own).toBeCloseTo(48, 9);
  expect(customer.sameSide).toBe(true);
});

test('what is left out may move a lens past the norm, and fewer weightings agree', () => {
  const before = underOwnWeights(readingOf(34), {}).customer;
  const after = underOwnWeights(readingOf(34), { told: 0 }).customer;
  expect(after.own).toBeCloseTo(158 / 3, 9);
  expect(after.sameSide).toBe(false);
  expect((before.agree ?? 0) + (after.agree ?? 0)).toBe(10_000);
});

test('every question at nothing is no score, not nought', () => {
  const { customer } = underOwnWeights(readingOf(34), { loved: 0, heard: 0, answered: 0, told: 0 });
  expect(customer).toMatchObject({ own: null, sameSide: null, agree: null });
});

test('a lens stays between its lowest and its highest question', () => {
  const weight = fc.double({ min: 0.01, max: 4, noNaN: true });
  fc.assert(
    fc.property(weight, weight, weight, weight, (loved, heard, answered, told) => {
      const own = underOwnWeights(readingOf(34), { loved, heard, answered, told }).customer.own ?? -1;
      expect(own).toBeGreaterThanOrEqual(34 - 1e-9);
      expect(own).toBeLessThanOrEqual(64 + 1e-9);
    }),
    { numRuns: 20 },
  );
});

test('an address names questions and weights from nought to four, or is refused', () => {
  expect(ownWeightsOf('told:3,loved:0')).toEqual({ told: 3, loved: 0 });
  expect(ownWeightsOf('')).toEqual({});
  for (const wrong of ['told', 'told:', 'told:5', 'told:-1', 'told:x', 'toString:1,else:1'])
    expect(ownWeightsOf(wrong)).toBeNull();
});
