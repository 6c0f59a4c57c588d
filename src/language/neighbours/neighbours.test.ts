/** Nearest neighbours: exact where rows are few, nearly all of them where they are many, and none for what is empty. */
import { expect, test } from 'vitest';
import { randomFrom } from '#core/statistics/random.ts';
import { type Dense, dense } from '../vectors/sparse.ts';
import { dot } from './nearest.ts';
import { neighbours } from './neighbours.ts';

/** Clouds around `clouds` middles, as texts around needs. */
function clouded(rows: number, width: number, clouds: number): Dense {
  const random = randomFrom('clouds');
  const middles = Array.from({ length: clouds * width }, () => random.normal());
  const out = dense(rows, width);
  for (let row = 0; row < rows; row += 1) {
    let length = 0;
    for (let at = 0; at < width; at += 1) {
      const value = (middles[(row % clouds) * width + at] ?? 0) + 0.8 * random.normal();
      out.data[row * width + at] = value;
      length += value * value;
    }
    for (let at = 0; at < width; at += 1) {
      out.data[row * width + at] = (out.data[row * width + at] ?? 0) / Math.sqrt(length);
    }
  }
  return out;
}

test('few rows: the nearest of each, nearest first', () => {
  const vectors = clouded(60, 8, 4);
  const { at, near } = neighbours(vectors, 5);
  for (let row = 0; row < 60; row += 1) {
    const all = Array.from({ length: 60 }, (_, other) => other)
      .filter((other) => other !== row)
      .sort((one, two) => dot(vectors, row, two) - dot(vectors, row, one));
    expect([...at.subarray(row * 5, row * 5 + 5)]).toEqual(all.slice(0, 5));
    expect(near[row * 5]).toBeCloseTo(dot(vectors, row, all[0] ?? 0), 5);
  }
});

test('many rows: at least nine of ten of the ten nearest are found, and none twice', () => {
  const vectors = clouded(3_000, 24, 60);
  const exact = neighbours(vectors, 10);
  const found = neighbours(vectors, 10, 500);
  let hits = 0;
  for (let row = 0; row < 3_000; row += 1) {
    const own = new Set(found.at.subarray(row * 10, row * 10 + 10));
    expect(own.size).toBe(10);
    expect(own.has(row)).toBe(false);
    for (const other of exact.at.subarray(row * 10, row * 10 + 10)) if (own.has(other)) hits += 1;
  }
  expect(hits / 30_000).toBeGreaterThan(0.9);
});

test('rows all alike still end, and an empty row has no neighbour', () => {
  const vectors = dense(900, 3);
  for (let row = 1; row < 900; row += 1) vectors.data[row * 3] = 1;
  const { at } = neighbours(vectors, 4, 100);
  expect([...at.subarray(0, 4)]).toEqual([-1, -1, -1, -1]);
  expect(at.subarray(4).includes(0)).toBe(false);
});
