/** Block weights must be exponential, separate from block to block, and the same for everyone who names the block. */
import { expect, test } from 'vitest';
import { blockWeights, coins } from './block-bootstrap.ts';

const weeks = (n: number) => Array.from({ length: n }, (_, week) => `week ${week}`);

function drawn(seed: string, blocks: readonly string[], draws: number): Float64Array[] {
  const weights = blockWeights(seed, blocks);
  return Array.from({ length: draws }, (_, draw) => {
    const target = new Float64Array(blocks.length);
    weights.into(draw, target);
    return target;
  });
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const [x, y] = [mean(a), mean(b)];
  const product = (p: readonly number[], q: readonly number[], u: number, v: number) =>
    mean(p.map((number, at) => (number - u) * ((q[at] ?? 0) - v)));
  return product(a, b, x, y) / Math.sqrt(product(a, a, x, x) * product(b, b, y, y));
}

test('a block weighs the same in a draw whoever else is there, in whatever order', () => {
  const all = drawn('seed', weeks(5), 3);
  const some = drawn('seed', ['another', 'week 3', 'week 1'], 3);
  expect(some.map((draw) => [draw[2], draw[1]])).toEqual(all.map((draw) => [draw[1], draw[3]]));
});

test('another seed and another draw weigh anew', () => {
  const [first, second] = drawn('seed', weeks(4), 2);
  expect(first).not.toEqual(second);
  expect(drawn('other', weeks(4), 1)[0]).not.toEqual(first);
});

test('weights are exponential: mean 1, variance 1, e^-1 of them over 1, e^-3 over 3', () => {
  const all = drawn('moments', weeks(200), 500).flatMap((draw) => [...draw]);
  const mean = all.reduce((sum, weight) => sum + weight, 0) / all.length;
  expect(mean).toBeCloseTo(1, 1);
  expect(all.reduce((sum, weight) => sum + (weight - mean) ** 2, 0) / all.length).toBeCloseTo(1, 1);
  expect(all.filter((weight) => weight > 1).length / all.length).toBeCloseTo(Math.exp(-1), 2);
  expect(all.filter((weight) => weight > 3).length / all.length).toBeCloseTo(Math.exp(-3), 2);
});

test('neighbouring blocks and neighbouring draws have nothing to do with each other', () => {
  const draws = drawn('neighbours', weeks(50), 400);
  const at = (draw: number, week: number) => draws[draw]?.[week] ?? 0;
  const pairs = draws.slice(1).flatMap((_, draw) => weeks(49).map((_, week) => [draw, week] as const));
  const here = pairs.map(([draw, week]) => at(draw, week));
  // 19,551 pairs: a correlation of 0.023 would be three standard errors and a bit.
  expect(
    Math.abs(
      correlation(
        here,
        pairs.map(([draw, week]) => at(draw, week + 1)),
      ),
    ),
  ).toBeLessThan(0.023);
  expect(
    Math.abs(
      correlation(
        here,
        pairs.map(([draw, week]) => at(draw + 1, week)),
      ),
    ),
  ).toBeLessThan(0.023);
});

test('coins show heads as often as they should, apart from each other, and again from their seed', () => {
  const { heads } = coins('seed', [0.2, 0.2, 0.9]);
  const sides = Array.from({ length: 8_000 }, (_, draw) => [0, 1, 2].map((which) => Number(heads(draw, which))));
  const column = (which: number) => sides.map((draw) => draw[which] ?? 0);
  const often = (which: number) => column(which).reduce((sum, side) => sum + side, 0) / sides.length;
  expect([often(0), often(1), often(2)].map((share) => Math.round(50 * share) / 50)).toEqual([0.2, 0.2, 0.9]);
  expect(Math.abs(correlation(column(0), column(1)))).toBeLessThan(0.035);
  expect(coins('seed', [0.2, 0.2, 0.9]).heads(5, 1)).toBe(heads(5, 1));
});
