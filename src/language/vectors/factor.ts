/**
 * The strongest directions of a sparse matrix: randomised singular value decomposition with subspace iteration.
 * Halko, Martinsson, Tropp, “Finding structure with randomness”, SIAM Review 53 (2011), algorithms 4.4 and 5.1.
 */
import { randomFrom } from '#core/statistics/random.ts';
import { eigen } from './eigen.ts';
import { gram } from './gram.ts';
import { orthonormal, tidied } from './orthonormal.ts';
import { type Dense, dense } from './sparse.ts';

/** A matrix that need never be written out: what it makes of a dense one, from either side. */
export interface Operator {
  readonly rows: number;
  readonly columns: number;
  times(right: Dense): Dense;
  /** The transposed times `right`. */
  turned(right: Dense): Dense;
}

export interface Factors {
  /** One row per row of the matrix: coordinates without their scale. */
  readonly left: Dense;
  /** One row per column of the matrix. */
  readonly right: Dense;
  /** Largest first. */
  readonly scale: Float64Array;
}

/** Directions beyond those asked for, which make the last ones accurate (Halko et al. §4.2 advise 5 to 10). */
const BEYOND = 10;

/** `rounds` of subspace iteration: 2 are enough for spectra that fall slowly, as those of words do (ibid. §4.5). */
export function factor(matrix: Operator, rank: number, seed: string, rounds = 2): Factors {
  const width = Math.max(1, Math.min(rank + BEYOND, matrix.rows, matrix.columns));
  let basis = matrix.times(signs(matrix.columns, width, seed));
  for (let round = 0; round < rounds; round += 1) basis = matrix.times(tidied(matrix.turned(tidied(basis))));
  basis = orthonormal(basis);
  const across = matrix.turned(basis);
  const { values, vectors } = eigen(gram(across), across.width);
  const kept = Math.min(rank, across.width);
  const scale = Float64Array.from(values.subarray(0, kept), (value) => Math.sqrt(Math.max(0, value)));
  const left = rotated(basis, vectors, kept, null);
  const right = rotated(across, vectors, kept, scale);
  return { left, right, scale };
}

/** Ones of either sign keep distances as Gaussian numbers do (Achlioptas, JCSS 66, 2003), and are cheaper to draw. */
function signs(rows: number, width: number, seed: string): Dense {
  const random = randomFrom(seed);
  const out = dense(rows, width);
  for (let place = 0; place < out.data.length; place += 1) out.data[place] = random.uniform() < 0.5 ? -1 : 1;
  return out;
}

/** `matrix` × the first `kept` of `vectors`, each divided by its scale. */
function rotated(matrix: Dense, vectors: Float64Array, kept: number, scale: Float64Array | null): Dense {
  const { rows, width, data } = matrix;
  const out = dense(rows, kept);
  const sum = new Float64Array(kept);
  for (let row = 0; row < rows; row += 1) {
    sum.fill(0);
    for (let column = 0; column < width; column += 1) {
      const value = data[row * width + column] as number;
      const from = column * width;
      for (let to = 0; to < kept; to += 1) sum[to] = (sum[to] as number) + value * (vectors[from + to] as number);
    }
    if (scale) {
      for (let to = 0; to < kept; to += 1) {
        const by = scale[to] as number;
        sum[to] = by > 1e-9 ? (sum[to] as number) / by : 0;
      }
    }
    out.data.set(sum, row * kept);
  }
  return out;
}
