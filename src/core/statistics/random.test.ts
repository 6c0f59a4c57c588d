/** Random numbers must come again from their seed, and must be spread as they say. */
import { expect, test } from 'vitest';
import { randomFrom } from './random.ts';

function moments(draw: () => number, n = 40_000): { mean: number; variance: number } {
  const numbers = Array.from({ length: n }, draw);
  const mean = numbers.reduce((sum, number) => sum + number, 0) / n;
  return { mean, variance: numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / n };
}

test('the same seed gives the same numbers, another seed gives others', () => {
  const numbers = (seed: string) => {
    const random = randomFrom(seed);
    return Array.from({ length: 20 }, () => random.uniform());
  };
  expect(numbers('a')).toEqual(numbers('a'));
  expect(numbers('a')).not.toEqual(numbers('b'));
});

test('the stream stays what it was in earlier versions', () => {
  const random = randomFrom('bifocal/1');
  expect([random.uniform(), random.uniform(), random.uniform()]).toMatchInlineSnapshot(`
    [
      0.41566344315651804,
      0.7756532531930134,
      0.9806964575545862,
    ]
  `);
});

test('uniform numbers fill every tenth alike and never touch 0 or 1', () => {
  const random = randomFrom('tenths');
  const tenths = new Array<number>(10).fill(0);
  for (let draw = 0; draw < 50_000; draw += 1) {
    const number = random.uniform();
    expect(number > 0 && number < 1).toBe(true);
    const tenth = Math.floor(number * 10);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  // Chi-squared with 9 degrees of freedom: 27.9 is passed once in a thousand seeds.
  expect(tenths.reduce((sum, count) => sum + (count - 5_000) ** 2 / 5_000, 0)).toBeLessThan(27.9);
});

test('exponential, normal and gamma numbers have the mean and variance of their kind', () => {
  const random = randomFrom('moments');
  const exponential = moments(() => random.exponential());
  expect(exponential.mean).toBeCloseTo(1, 1);
  expect(exponential.variance).toBeCloseTo(1, 1);
  const normal = moments(() => random.normal());
  expect(normal.mean).toBeCloseTo(0, 1);
  expect(normal.variance).toBeCloseTo(1, 1);
  for (const shape of [0.4, 1, 3.5]) {
    const gamma = moments(() => random.gamma(shape));
    expect(Math.abs(gamma.mean / shape - 1)).toBeLessThan(0.03);
    expect(Math.abs(gamma.variance / shape - 1)).toBeLessThan(0.08);
  }
});

test('a gamma without a shape is refused', () => {
  expect(() => randomFrom('x').gamma(0)).toThrow('shape above 0');
});
