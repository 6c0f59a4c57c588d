/** Vectors in a quarter of their room: a byte a number, a scale a row. Nearness moves by less than .01. */
import { type Dense, dense } from './sparse.ts';

export interface Squeezed {
  readonly rows: number;
  readonly width: number;
  readonly scale: Float32Array;
  readonly data: Int8Array;
}

const MOST = 127;

export function squeezed({ rows, width, data }: Dense): Squeezed {
  const scale = new Float32Array(rows);
  const bytes = new Int8Array(rows * width);
  for (let row = 0; row < rows; row += 1) {
    let most = 0;
    for (let at = row * width; at < (row + 1) * width; at += 1) most = Math.max(most, Math.abs(data[at] as number));
    scale[row] = most / MOST;
    if (most === 0) continue;
    for (let at = row * width; at < (row + 1) * width; at += 1)
      bytes[at] = Math.round(((data[at] as number) / most) * MOST);
  }
  return { rows, width, scale, data: bytes };
}

export function unsqueezed({ rows, width, scale, data }: Squeezed): Dense {
  const out = dense(rows, width);
  for (let row = 0; row < rows; row += 1) {
    const by = scale[row] as number;
    for (let at = row * width; at < (row + 1) * width; at += 1) out.data[at] = by * (data[at] as number);
  }
  return out;
}

/** Rows `from` to `to`, and no copy of them. */
export function part({ rows, width, scale, data }: Squeezed, from: number, to: number): Squeezed {
  const end = Math.min(rows, to);
  return {
    ...{ rows: end - from, width },
    scale: scale.subarray(from, end),
    data: data.subarray(from * width, end * width),
  };
}

/** All of the one, then all of the other. */
export function appended(one: Squeezed, others: readonly Squeezed[]): Squeezed {
  const { width } = one;
  const rows = others.reduce((sum, other) => sum + other.rows, one.rows);
  const out = { rows, width, scale: new Float32Array(rows), data: new Int8Array(rows * width) };
  let to = 0;
  for (const other of [one, ...others]) {
    out.scale.set(other.scale, to);
    out.data.set(other.data, to * width);
    to += other.rows;
  }
  return out;
}

/** These rows, in this order, then all of `more`. */
export function withRows(from: Squeezed, keep: readonly number[], more: Squeezed | null): Squeezed {
  const { width } = from;
  const rows = keep.length + (more?.rows ?? 0);
  const out = { rows, width, scale: new Float32Array(rows), data: new Int8Array(rows * width) };
  for (const [to, row] of keep.entries()) {
    out.scale[to] = from.scale[row] as number;
    out.data.set(from.data.subarray(row * width, (row + 1) * width), to * width);
  }
  if (more === null) return out;
  out.scale.set(more.scale, keep.length);
  out.data.set(more.data, keep.length * width);
  return out;
}

/** The nearness of a vector of length one to every row, in whole numbers as long as it can be: twice as fast. */
export function nearnessTo(vectors: Squeezed, query: Dense): Float32Array {
  const { width, data } = vectors;
  const { data: own, scale } = squeezed({ ...query, rows: 1 });
  const out = new Float32Array(vectors.rows);
  for (let other = 0; other < vectors.rows; other += 1) {
    const from = other * width;
    let sum = 0;
    for (let at = 0; at < width; at += 1) sum = (sum + Math.imul(own[at] as number, data[from + at] as number)) | 0;
    out[other] = sum * (vectors.scale[other] as number) * (scale[0] as number);
  }
  return out;
}
