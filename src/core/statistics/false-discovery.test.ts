/** Checked against the example of the paper: Benjamini and Hochberg 1995, section 3.2, 15 comparisons. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { benjaminiHochberg } from './false-discovery.ts';

const PAPER = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
];

test('of the 15 comparisons of the paper the first four are called at 5 %', () => {
  expect(benjaminiHochberg(PAPER, 0.05)).toEqual(PAPER.map((_, rank) => rank < 4));
  expect(benjaminiHochberg(PAPER.toReversed(), 0.05)).toEqual(PAPER.map((_, rank) => rank >= 11));
});

test('a p-value over its own line is called when a later one is under its line', () => {
  expect(benjaminiHochberg([0.04, 0.045], 0.05)).toEqual([true, true]);
  expect(benjaminiHochberg([0.04, 0.06], 0.05)).toEqual([false, false]);
});

const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 });

test('called are always the smallest, and a looser bound calls no fewer', () => {
  fc.assert(
    fc.property(ps, (all) => {
      const strict = benjaminiHochberg(all, 0.05);
      const loose = benjaminiHochberg(all, 0.2);
      const greatest = Math.max(-1, ...all.filter((_, index) => strict[index]));
      expect(strict).toEqual(all.map((p) => p <= greatest));
      expect(strict.every((called, index) => !called || loose[index])).toBe(true);
    }),
  );
});

test('nothing to compare calls nothing, and what is no p-value is a bug', () => {
  expect(benjaminiHochberg([], 0.1)).toEqual([]);
  expect(() => benjaminiHochberg([1.2], 0.1)).toThrow('0 to 1');
});
