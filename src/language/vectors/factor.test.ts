/** The factors of a matrix give it back, in directions that stand square on each other. */
import { expect, test } from 'vitest';
import { randomFrom } from '#core/statistics/random.ts';
import { eigen } from './eigen.ts';
import { factor } from './factor.ts';
import { gram } from './gram.ts';
import { orthonormal } from './orthonormal.ts';
import { type Dense, dense, type Sparse, times, transposed } from './sparse.ts';

function sparseOf(rows: readonly (readonly number[])[]): Sparse {
  const columns = rows[0]?.length ?? 0;
  const start = new Int32Array(rows.length + 1);
  for (const [row, cells] of rows.entries()) start[row + 1] = (start[row] as number) + cells.length;
  return {
    rows: rows.length,
    columns,
    start,
    at: Int32Array.from(rows.flatMap((cells) => cells.map((_, at) => at))),
    value: Float32Array.from(rows.flat()),
  };
}

/** Of rank `rank`, plus a little noise. */
function made(rows: number, columns: number, rank: number, noise: number): number[][] {
  const random = randomFrom('made');
  const one = Array.from({ length: rows }, () => Array.from({ length: rank }, () => random.normal()));
  const two = Array.from({ length: rank }, () => Array.from({ length: columns }, () => random.normal()));
  return one.map((left) =>
    Array.from({ length: columns }, (_, column) =>
      left.reduce((sum, value, at) => sum + value * (two[at]?.[column] ?? 0), noise * random.normal()),
    ),
  );
}

function operator(matrix: Sparse) {
  const turned = transposed(matrix);
  return {
    rows: matrix.rows,
    columns: matrix.columns,
    times: (right: Dense) => times(matrix, right),
    turned: (right: Dense) => times(turned, right),
  };
}

function squareness(basis: Dense): number {
  const square = gram(basis);
  return square.reduce(
    (most, value, at) => Math.max(most, Math.abs(value - (Math.floor(at / basis.width) === at % basis.width ? 1 : 0))),
    0,
  );
}

test('a matrix of low rank comes back from its factors', () => {
  const cells = made(60, 40, 5, 0);
  const { left, right, scale } = factor(operator(sparseOf(cells)), 5, 'test');
  for (const [row, values] of cells.entries()) {
    for (const [column, value] of values.entries()) {
      let again = 0;
      for (let at = 0; at < 5; at += 1) {
        again += (left.data[row * 5 + at] ?? 0) * (scale[at] ?? 0) * (right.data[column * 5 + at] ?? 0);
      }
      expect(again).toBeCloseTo(value, 2);
    }
  }
});

test('with noise the scales are those of the exact decomposition within a hundredth', () => {
  const matrix = sparseOf(made(80, 50, 6, 0.3));
  const exact = eigen(gram(times(transposed(matrix), identity(80))), 80);
  const { scale, left } = factor(operator(matrix), 6, 'test');
  for (const [at, value] of scale.entries()) {
    expect(value / Math.sqrt(exact.values[at] ?? 0)).toBeCloseTo(1, 2);
  }
  expect(squareness(left)).toBeLessThan(1e-4);
});

function identity(width: number): Dense {
  const out = dense(width, width);
  for (let at = 0; at < width; at += 1) out.data[at * width + at] = 1;
  return out;
}

test('columns that repeat others are left out of a basis, not blown up', () => {
  const twice = dense(4, 3);
  twice.data.set([1, 1, 0, 2, 2, 0, 0, 0, 1, 0, 0, 1]);
  const basis = orthonormal(twice);
  expect(gram(basis)).toEqual(expect.anything());
  expect([...basis.data].every(Number.isFinite)).toBe(true);
  expect(Math.abs(gram(basis)[0] ?? 0)).toBeCloseTo(1, 5);
  expect(Math.abs(gram(basis)[4] ?? 1)).toBeLessThan(1e-5);
});

test('eigenvectors of a symmetric matrix only stretch', () => {
  const width = 12;
  const square = gram({ rows: 20, width, data: Float32Array.from(made(20, width, 8, 0.1).flat()) });
  const { values, vectors } = eigen(square, width);
  for (let k = 0; k < width; k += 1) {
    for (let row = 0; row < width; row += 1) {
      let stretched = 0;
      for (let at = 0; at < width; at += 1)
        stretched += (square[row * width + at] ?? 0) * (vectors[at * width + k] ?? 0);
      expect(stretched).toBeCloseTo((values[k] ?? 0) * (vectors[row * width + k] ?? 0), 5);
    }
  }
});

test('an empty matrix has empty factors', () => {
  const nothing = { rows: 3, columns: 2, start: new Int32Array(4), at: new Int32Array(0), value: new Float32Array(0) };
  expect([...factor(operator(nothing), 2, 'test').scale]).toEqual([0, 0]);
});
