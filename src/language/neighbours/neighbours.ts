/** The nearest rows of every row by cosine: all pairs where they are few, a forest of halvings where they are many. */
import type { Dense } from '../vectors/sparse.ts';
import { forest } from './forest.ts';
import { among, isEmpty, Nearest } from './nearest.ts';

/** All pairs of so many rows take two to three seconds; four times as long for twice as many. */
const FEW = 4_000;

/** `vectors`: rows of length one, or all zeros. */
export function neighbours(vectors: Dense, k: number, few = FEW): Nearest {
  const rows: number[] = [];
  for (let row = 0; row < vectors.rows; row += 1) if (!isEmpty(vectors, row)) rows.push(row);
  const nearest = new Nearest(vectors.rows, k);
  if (rows.length <= few) among(vectors, rows, nearest);
  else forest(vectors, Int32Array.from(rows), nearest);
  return nearest;
}
