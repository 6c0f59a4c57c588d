/** Which columns of a tall matrix go together: its transposed times itself. */
import type { Dense } from './sparse.ts';

/** `matrix`ᵀ × `matrix`, row after row. */
export function gram(matrix: Dense): Float64Array {
  const { rows, width, data } = matrix;
  const out = new Float64Array(width * width);
  for (let row = 0; row < rows; row += 1) {
    const from = row * width;
    for (let one = 0; one < width; one += 1) {
      const value = data[from + one] as number;
      if (value === 0) continue;
      const to = one * width;
      for (let two = 0; two <= one; two += 1) {
        out[to + two] = (out[to + two] as number) + value * (data[from + two] as number);
      }
    }
  }
  for (let one = 0; one < width; one += 1) {
    for (let two = 0; two < one; two += 1) out[two * width + one] = out[one * width + two] as number;
  }
  return out;
}
