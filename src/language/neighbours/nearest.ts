/** The nearest few of every row, kept while pairs are offered in any order. */
import type { Dense } from '../vectors/sparse.ts';

export class Nearest {
  /** Row after row, `k` numbers each, nearest first; -1 where there are fewer. */
  readonly at: Int32Array;
  readonly near: Float32Array;
  readonly rows: number;
  readonly k: number;

  constructor(rows: number, k: number) {
    this.rows = rows;
    this.k = k;
    this.at = new Int32Array(rows * k).fill(-1);
    this.near = new Float32Array(rows * k).fill(-2);
  }

  /** False where `other` is too far, or there already. Equally near ones: the lower number first. */
  offer(row: number, other: number, similarity: number): boolean {
    const { k, at, near } = this;
    const from = row * k;
    // What is kept has single precision: comparing in double would let a pair in twice.
    const value = Math.fround(similarity);
    const worst = near[from + k - 1] as number;
    if (value < worst || (value === worst && other >= (at[from + k - 1] as number))) return false;
    let place = k - 1;
    for (let one = 0; one < k; one += 1) if (at[from + one] === other) return false;
    while (place > 0) {
      const before = near[from + place - 1] as number;
      if (before > value || (before === value && (at[from + place - 1] as number) < other)) break;
      near[from + place] = before;
      at[from + place] = at[from + place - 1] as number;
      place -= 1;
    }
    near[from + place] = value;
    at[from + place] = other;
    return true;
  }
}

export function dot({ data, width }: Dense, one: number, two: number): number {
  const from = one * width;
  const to = two * width;
  let a = 0;
  let b = 0;
  let at = 0;
  // Two sums at once: the processor need not wait for one addition to begin the next.
  for (; at + 1 < width; at += 2) {
    a += (data[from + at] as number) * (data[to + at] as number);
    b += (data[from + at + 1] as number) * (data[to + at + 1] as number);
  }
  if (at < width) a += (data[from + at] as number) * (data[to + at] as number);
  return a + b;
}

/** Rows without a direction are near nothing. */
export function isEmpty({ data, width }: Dense, row: number): boolean {
  for (let at = row * width; at < (row + 1) * width; at += 1) if (data[at] !== 0) return false;
  return true;
}

/** All pairs of `rows`. */
export function among(vectors: Dense, rows: ArrayLike<number>, nearest: Nearest): void {
  for (let one = 0; one < rows.length; one += 1) {
    const first = rows[one] as number;
    for (let two = one + 1; two < rows.length; two += 1) {
      const second = rows[two] as number;
      const similarity = dot(vectors, first, second);
      nearest.offer(first, second, similarity);
      nearest.offer(second, first, similarity);
    }
  }
}
