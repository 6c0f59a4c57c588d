/** The middle of each group, how near its members are to it, and which group a text that comes later is nearest to. */
import { type Dense, dense } from '../vectors/sparse.ts';

/** Rows of length one. `of`: the group of each row, -1 for none. */
export function centresOf(vectors: Dense, of: Int32Array, count: number): Dense {
  const { width } = vectors;
  const centres = dense(count, width);
  for (let row = 0; row < vectors.rows; row += 1) {
    const group = of[row] as number;
    if (group < 0) continue;
    for (let at = 0; at < width; at += 1) {
      const place = group * width + at;
      centres.data[place] = (centres.data[place] as number) + (vectors.data[row * width + at] as number);
    }
  }
  for (let group = 0; group < count; group += 1) {
    const own = centres.data.subarray(group * width, (group + 1) * width);
    const length = Math.sqrt(own.reduce((sum, value) => sum + value * value, 0));
    if (length > 0) for (let at = 0; at < width; at += 1) own[at] = (own[at] as number) / length;
  }
  return centres;
}

export function nearness(vectors: Dense, row: number, centres: Dense, group: number): number {
  let sum = 0;
  for (let at = 0; at < vectors.width; at += 1) {
    sum += (vectors.data[row * vectors.width + at] as number) * (centres.data[group * vectors.width + at] as number);
  }
  return sum;
}

/** For each row the group whose middle is nearest, and how near. */
export function nearestCentre(vectors: Dense, centres: Dense): { of: Int32Array; near: Float64Array } {
  const of = new Int32Array(vectors.rows).fill(-1);
  const near = new Float64Array(vectors.rows);
  for (let row = 0; row < vectors.rows; row += 1) {
    for (let group = 0; group < centres.rows; group += 1) {
      const found = nearness(vectors, row, centres, group);
      if (found > (near[row] as number)) {
        near[row] = found;
        of[row] = group;
      }
    }
  }
  return { of, near };
}
