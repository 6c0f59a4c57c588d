/** The middle of each group, how near its members are to it, and which group a text that comes later is nearest to. */
import { type Dense, dense } from '../vectors/sparse.ts';
import { part, type Squeezed, unsqueezed } from '../vectors/squeezed.ts';

/** Rows of length one. `of`: the group of each row, -1 for none. */
export function centresOf(vectors: Dense, of: Int32Array, count: number): Dense {
  const centres = dense(count, vectors.width);
  addTo(centres, vectors, of);
  return normalised(centres);
}

export interface Middles {
  readonly centres: Dense;
  /** How near each row is to the middle of its group; 0 for those of none. */
  readonly near: Float64Array;
}

/** Rows that are unpacked at a time: a million at once would take 640 MB. */
const BLOCK = 16_384;

/** The same of packed rows. */
export function middlesOf(vectors: Squeezed, of: Int32Array, count: number): Middles {
  const centres = dense(count, vectors.width);
  const near = new Float64Array(vectors.rows);
  const blocks = function* (): Generator<readonly [Dense, Int32Array, number]> {
    for (let from = 0; from < vectors.rows; from += BLOCK) {
      yield [unsqueezed(part(vectors, from, from + BLOCK)), of.subarray(from, from + BLOCK), from];
    }
  };
  for (const [block, own] of blocks()) addTo(centres, block, own);
  normalised(centres);
  for (const [block, own, from] of blocks()) near.set(nearIn(block, own, centres), from);
  return { centres, near };
}

export function nearIn(vectors: Dense, of: Int32Array, centres: Dense): Float64Array {
  return Float64Array.from(of, (group, row) => (group < 0 ? 0 : Math.max(0, nearness(vectors, row, centres, group))));
}

function addTo(centres: Dense, vectors: Dense, of: Int32Array): void {
  const { width } = vectors;
  for (let row = 0; row < vectors.rows; row += 1) {
    const group = of[row] as number;
    if (group < 0) continue;
    for (let at = 0; at < width; at += 1) {
      const place = group * width + at;
      centres.data[place] = (centres.data[place] as number) + (vectors.data[row * width + at] as number);
    }
  }
}

function normalised(centres: Dense): Dense {
  const { width } = centres;
  for (let group = 0; group < centres.rows; group += 1) {
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
