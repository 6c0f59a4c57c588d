/** Eigenvalues and eigenvectors of a symmetric matrix, largest first, by Jacobi's rotations. */

export interface Eigen {
  readonly values: Float64Array;
  /** Row after row; column k belongs to value k. */
  readonly vectors: Float64Array;
}

/** Golub and Van Loan, Matrix Computations (4th ed.) §8.5: row-cyclic sweeps; six to eight are enough for a few hundred. */
const SWEEPS = 30;

export function eigen(symmetric: Float64Array, width: number): Eigen {
  const a = symmetric.slice();
  // Rows of `turned` are the eigenvectors while rotating, so that both updates run along rows.
  const turned = new Float64Array(width * width);
  for (let one = 0; one < width; one += 1) turned[one * width + one] = 1;
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    if (offDiagonal(a, width) <= 1e-22 * diagonal(a, width)) break;
    for (let p = 0; p < width - 1; p += 1) for (let q = p + 1; q < width; q += 1) rotate(a, turned, width, p, q);
  }
  const order = Array.from({ length: width }, (_, at) => at).sort(
    (one, two) => (a[two * width + two] as number) - (a[one * width + one] as number) || one - two,
  );
  const values = Float64Array.from(order, (at) => a[at * width + at] as number);
  const vectors = new Float64Array(width * width);
  for (let to = 0; to < width; to += 1) {
    const from = (order[to] as number) * width;
    for (let row = 0; row < width; row += 1) vectors[row * width + to] = turned[from + row] as number;
  }
  return { values, vectors };
}

function rotate(a: Float64Array, turned: Float64Array, width: number, p: number, q: number): void {
  const apq = a[p * width + q] as number;
  const app = a[p * width + p] as number;
  const aqq = a[q * width + q] as number;
  if (apq * apq <= 1e-28 * Math.abs(app * aqq)) return;
  const theta = (aqq - app) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  const rowP = p * width;
  const rowQ = q * width;
  for (let k = 0; k < width; k += 1) {
    const one = a[rowP + k] as number;
    const two = a[rowQ + k] as number;
    a[rowP + k] = c * one - s * two;
    a[rowQ + k] = s * one + c * two;
    const left = turned[rowP + k] as number;
    const right = turned[rowQ + k] as number;
    turned[rowP + k] = c * left - s * right;
    turned[rowQ + k] = s * left + c * right;
  }
  for (let k = 0; k < width; k += 1) {
    const one = a[k * width + p] as number;
    const two = a[k * width + q] as number;
    a[k * width + p] = c * one - s * two;
    a[k * width + q] = s * one + c * two;
  }
}

function offDiagonal(a: Float64Array, width: number): number {
  let sum = 0;
  for (let one = 0; one < width; one += 1) {
    for (let two = one + 1; two < width; two += 1) sum += (a[one * width + two] as number) ** 2;
  }
  return sum;
}

function diagonal(a: Float64Array, width: number): number {
  let sum = 0;
  for (let one = 0; one < width; one += 1) sum += (a[one * width + one] as number) ** 2;
  return sum;
}
