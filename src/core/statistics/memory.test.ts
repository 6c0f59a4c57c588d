/** A row of weeks is worth what its memory leaves: all of it, about a seventh at 0.75, never more than it is long. */
import { expect, test } from 'vitest';
import { worthOfRow } from './memory.ts';
import { randomFrom } from './random.ts';

function chain(seed: string, length: number, memory: number): number[] {
  const random = randomFrom(seed);
  let on = 0;
  return Array.from({ length }, () => {
    if (random.uniform() >= memory) on = random.uniform() < 0.5 ? 1 : 0;
    return on;
  });
}

const middle = (memory: number, weeks = 52) => {
  const worth = Array.from({ length: 201 }, (_, each) => worthOfRow(chain(`row ${each}`, weeks, memory)));
  return (worth.sort((a, b) => a - b)[100] ?? 0) / weeks;
};

test('without memory each week counts, with 0.75 a seventh does', () => {
  expect(middle(0)).toBeGreaterThan(0.9);
  expect(middle(0.5)).toBeCloseTo(1 / 3, 1);
  expect(middle(0.75)).toBeCloseTo(1 / 7, 1);
  expect(middle(0.75, 2_000)).toBeCloseTo(1 / 7, 1);
});

test('weeks that are all alike, or take turns, are taken as separate', () => {
  expect(worthOfRow(Array(52).fill(1))).toBe(52);
  expect(worthOfRow(Array.from({ length: 52 }, (_, week) => week % 2))).toBe(52);
});
