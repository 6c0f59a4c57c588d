/** A sparse matrix in compressed rows, and its products with dense ones. */

export interface Sparse {
  readonly rows: number;
  readonly columns: number;
  /** Where each row begins in `at` and `value`; one longer than `rows`. */
  readonly start: Int32Array;
  readonly at: Int32Array;
  readonly value: Float32Array;
}

/** Row after row, `width` numbers each. */
export interface Dense {
  readonly rows: number;
  readonly width: number;
  readonly data: Float32Array;
}

export function dense(rows: number, width: number): Dense {
  return { rows, width, data: new Float32Array(rows * width) };
}

/** `matrix` × `right`. */
export function times(matrix: Sparse, right: Dense): Dense {
  const { width } = right;
  const out = dense(matrix.rows, width);
  const sum = new Float64Array(width);
  for (let row = 0; row < matrix.rows; row += 1) {
    sum.fill(0);
    const end = matrix.start[row + 1] as number;
    let cell = matrix.start[row] as number;
    // Two at once: each sum is read and written half as often.
    for (; cell + 1 < end; cell += 2) {
      const one = matrix.value[cell] as number;
      const two = matrix.value[cell + 1] as number;
      const fromOne = (matrix.at[cell] as number) * width;
      const fromTwo = (matrix.at[cell + 1] as number) * width;
      for (let column = 0; column < width; column += 1) {
        sum[column] =
          (sum[column] as number) +
          one * (right.data[fromOne + column] as number) +
          two * (right.data[fromTwo + column] as number);
      }
    }
    if (cell < end) {
      const weight = matrix.value[cell] as number;
      const from = (matrix.at[cell] as number) * width;
      for (let column = 0; column < width; column += 1) {
        sum[column] = (sum[column] as number) + weight * (right.data[from + column] as number);
      }
    }
    out.data.set(sum, row * width);
  }
  return out;
}

export function transposed(matrix: Sparse): Sparse {
  const start = new Int32Array(matrix.columns + 1);
  for (const column of matrix.at) start[column + 1] = (start[column + 1] as number) + 1;
  for (let column = 0; column < matrix.columns; column += 1) {
    start[column + 1] = (start[column + 1] as number) + (start[column] as number);
  }
  const next = start.slice(0, matrix.columns);
  const at = new Int32Array(matrix.at.length);
  const value = new Float32Array(matrix.value.length);
  for (let row = 0; row < matrix.rows; row += 1) {
    const end = matrix.start[row + 1] as number;
    for (let cell = matrix.start[row] as number; cell < end; cell += 1) {
      const column = matrix.at[cell] as number;
      const place = next[column] as number;
      next[column] = place + 1;
      at[place] = row;
      value[place] = matrix.value[cell] as number;
    }
  }
  return { rows: matrix.columns, columns: matrix.rows, start, at, value };
}
