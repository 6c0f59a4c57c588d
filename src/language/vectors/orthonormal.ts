/** An orthonormal basis of the columns of a tall matrix, by Cholesky's factor of its Gram matrix, taken twice. */
import { gram } from './gram.ts';
import { type Dense, dense } from './sparse.ts';

/** Yamamoto et al., “Roundoff error analysis of the CholeskyQR2 algorithm”, ETNA 44 (2015): the second pass mends the first. */
export function orthonormal(matrix: Dense): Dense {
  return tidied(tidied(matrix));
}

/** Nearly orthonormal, at half the cost: enough between rounds, where only the directions matter. */
export function tidied(matrix: Dense): Dense {
  const { rows, width, data } = matrix;
  const upper = cholesky(gram(matrix), width);
  const out = dense(rows, width);
  const row = new Float64Array(width);
  for (let at = 0; at < rows; at += 1) {
    for (let column = 0; column < width; column += 1) row[column] = data[at * width + column] as number;
    // Forward substitution along the rows of the factor: each finished coordinate is taken out of those after it.
    for (let column = 0; column < width; column += 1) {
      const by = upper[column * width + column] as number;
      const value = by === 0 ? 0 : (row[column] as number) / by;
      row[column] = value;
      if (value === 0) continue;
      const from = column * width;
      for (let after = column + 1; after < width; after += 1) {
        row[after] = (row[after] as number) - value * (upper[from + after] as number);
      }
    }
    out.data.set(row, at * width);
  }
  return out;
}

/** Upper factor R with RᵀR = `square`; a direction that adds nothing has a zero on the diagonal and is left out. */
function cholesky(square: Float64Array, width: number): Float64Array {
  const upper = new Float64Array(width * width);
  const work = square.slice();
  for (let one = 0; one < width; one += 1) {
    const pivot = work[one * width + one] as number;
    if (pivot <= 1e-10 * (square[one * width + one] as number) || pivot <= 1e-30) continue;
    const root = Math.sqrt(pivot);
    for (let two = one; two < width; two += 1) upper[one * width + two] = (work[one * width + two] as number) / root;
    for (let two = one + 1; two < width; two += 1) {
      const by = upper[one * width + two] as number;
      if (by === 0) continue;
      for (let three = two; three < width; three += 1) {
        const place = two * width + three;
        work[place] = (work[place] as number) - by * (upper[one * width + three] as number);
      }
    }
  }
  return upper;
}
