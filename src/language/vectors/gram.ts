/** Which columns of a tall matrix go together: its transposed times itself. */
import type { Dense } from './sparse.ts';

/** `matrix`ᵀ × `matrix`, row after row. */
export function gram(matrix: Dense): Float64Array {
  const { rows, width, data } = matrix;
  const out = new Float64Array(width * width);
  // Four rows at once: each sum is read and written a quarter as often.
  const whole = rows - (rows % 4);
  for (let row = 0; row < whole; row += 4) {
    const a = row * width;
    const b = a + width;
    const c = b + width;
    const d = c + width;
    for (let one = 0; one < width; one += 1) {
      const ofA = data[a + one] as number;
      const ofB = data[b + one] as number;
      const ofC = data[c + one] as number;
      const ofD = data[d + one] as number;
      const to = one * width;
      for (let two = 0; two <= one; two += 1) {
        out[to + two] =
          (out[to + two] as number) +
          ofA * (data[a + two] as number) +
          ofB * (data[b + two] as number) +
          ofC * (data[c + two] as number) +
          ofD * (data[d + two] as number);
      }
    }
  }
  for (let row = whole; row < rows; row += 1) {
    const from = row * width;
    for (let one = 0; one < width; one += 1) {
      const value = data[from + one] as number;
      for (let two = 0; two <= one; two += 1) {
        out[one * width + two] = (out[one * width + two] as number) + value * (data[from + two] as number);
      }
    }
  }
  for (let one = 0; one < width; one += 1) {
    for (let two = 0; two < one; two += 1) out[two * width + one] = out[one * width + two] as number;
  }
  return out;
}
