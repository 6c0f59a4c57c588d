/** Blocks must count for as much as they hang together: for nothing where they do not, for one case each where all is alike. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { designEffect } from './design-effect.ts';
import { randomFrom } from './random.ts';
import { sampleOf } from './sample.ts';

function effectOf(rows: readonly { block: string; value: number; count?: number; p?: number; when?: number }[]) {
  const sample = sampleOf(
    rows.map((row) => ({ ...row, evidence: [] })),
    ({ value = Number.NaN }) => [value, 1],
  );
  const weight = sample.count.reduce((sum, many, row) => sum + many * (sample.p[row] ?? 0), 0);
  const mean = sample.x.reduce((sum, x, row) => sum + x * (sample.count[row] ?? 0) * (sample.p[row] ?? 0), 0) / weight;
  return designEffect(
    sample,
    sample.x.map((x) => x - mean),
  );
}

test('separate cases are worth themselves', () => {
  const effect = effectOf([1, 2, 3, 9].map((value, at) => ({ block: `${at}`, value })));
  expect(effect.inflation).toBe(1);
  expect(effect.df).toBe(Number.POSITIVE_INFINITY);
});

test('cases that are alike within equal blocks are worth as many cases as there are blocks', () => {
  const rows = [1, 2, 3, 9].flatMap((value, at) => new Array(5).fill({ block: `${at}`, value }));
  const effect = effectOf(rows);
  // Variance of the mean of 4 blocks over that of 20 cases: (s² / 4) / (σ² / 19) with s² = σ² · 4 / 3.
  expect(effect.inflation).toBeCloseTo((19 / 4) * (4 / 3), 9);
  expect(effect.df).toBe(3);
});

test('blocks that differ no more than their cases cost nothing', () => {
  const rows = [1, 2, 3].flatMap((value) => ['a', 'b', 'c'].map((block) => ({ block, value })));
  expect(effectOf(rows).inflation).toBe(1);
});

test('a single block, or no spread at all, says nothing of blocks', () => {
  expect(effectOf([1, 2, 3].map((value) => ({ block: 'only', value }))).inflation).toBe(1);
  expect(effectOf(['a', 'a', 'b'].map((block) => ({ block, value: 2 }))).inflation).toBe(1);
});

test('a count is as many cases, a probability adds the variance of drawing', () => {
  const random = randomFrom('counts');
  const rows = Array.from({ length: 12 }, (_, at) => ({
    block: `${at % 4}`,
    value: random.normal(),
    count: 1 + (at % 3),
  }));
  const single = rows.flatMap(({ block, value, count }) => new Array(count).fill({ block, value }));
  expect(effectOf(rows).inflation).toBeCloseTo(effectOf(single).inflation, 9);
  const unsure = [1, 2, 3, 9].map((value, at) => ({ block: `${at}`, value, p: 0.6 }));
  expect(effectOf(unsure).inflation).toBeCloseTo(1.4, 9);
});

test('it is never below 1 and never without a degree of freedom', () => {
  const row = fc.record({ block: fc.constantFrom('a', 'b', 'c', 'd'), value: fc.integer({ min: -5, max: 5 }) });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (rows) => {
      const { inflation, df } = effectOf(rows);
      expect(inflation).toBeGreaterThanOrEqual(1);
      expect(df).toBeGreaterThanOrEqual(1);
    }),
  );
});

const DAY = 86_400_000;

test('neighbours in time that take after each other are worth fewer cases, also where everybody asked once', () => {
  const year = Array.from({ length: 360 }, (_, day) => ({
    block: `${day}`,
    value: Math.floor(day / 60) % 2,
    when: day * DAY,
  }));
  const effect = effectOf(year);
  expect(effect.inflation).toBeGreaterThan(10);
  expect(effect.df).toBe(3);
  expect(effectOf(year.map(({ when, ...rest }) => rest)).inflation).toBe(1);
});

test('what one person asked over the year, and what one month brought, both count, and what is both only once', () => {
  const rows = Array.from({ length: 240 }, (_, at) => {
    const [person, month] = [at % 8, Math.floor(at / 40)];
    return { block: `${person}`, value: (person < 4 ? 1 : 0) + (month < 3 ? 1 : 0), when: at * DAY };
  });
  const byPerson = effectOf(rows.map(({ when, ...rest }) => rest)).inflation;
  const inTime = effectOf(rows.map((row, at) => ({ ...row, block: `${at}` }))).inflation;
  const both = effectOf(rows).inflation;
  expect(both).toBeGreaterThan(Math.max(byPerson, inTime));
  expect(both).toBeLessThan(byPerson + inTime);
});
