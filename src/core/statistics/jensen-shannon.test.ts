/** The distance must be one: symmetric, 0 only for what is alike, at most 1, and no shorter by a detour. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jensenShannon } from './jensen-shannon.ts';

const mix = fc
  .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 })
  .filter((weights) => weights.some((weight) => weight > 1e-3));

test('values that scipy 1.17 gives (spatial.distance.jensenshannon, base 2)', () => {
  expect(jensenShannon([1, 0, 0], [0, 1, 0])).toBe(1);
  expect(jensenShannon([1, 0], [0.5, 0.5])).toBeCloseTo(0.5579230452841438, 12);
  expect(jensenShannon([10, 20, 70], [30, 30, 40])).toBeCloseTo(0.2736668758986993, 12);
});

test('it is symmetric, within 0–1, and blind to totals', () => {
  fc.assert(
    fc.property(mix, mix, (a, b) => {
      const distance = jensenShannon(a, b) ?? -1;
      expect(distance >= 0 && distance <= 1).toBe(true);
      expect(jensenShannon(b, a)).toBeCloseTo(distance, 6);
      expect(
        jensenShannon(
          a.map((weight) => 7 * weight),
          b,
        ),
      ).toBeCloseTo(distance, 6);
    }),
  );
});

test('a mix is at no distance from itself, and a detour is never shorter', () => {
  fc.assert(
    fc.property(mix, mix, mix, (a, b, c) => {
      expect(jensenShannon(a, a)).toBeCloseTo(0, 6);
      const direct = jensenShannon(a, c) ?? 0;
      expect(direct).toBeLessThanOrEqual((jensenShannon(a, b) ?? 0) + (jensenShannon(b, c) ?? 0) + 1e-6);
    }),
  );
});

test('the least weight that there is moves nothing', () => {
  expect(jensenShannon([1, Number.MIN_VALUE], [1, 0])).toBeCloseTo(0, 12);
});

test('a side without anything has no distance, and what cannot be compared is a bug', () => {
  expect(jensenShannon([0, 0], [1, 2])).toBeNull();
  expect(() => jensenShannon([1], [1, 2])).toThrow('1 topics against 2');
  expect(() => jensenShannon([-1, 2], [1, 2])).toThrow('weighs -1');
});
