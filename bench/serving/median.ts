/** The middle of what was measured several times. */

export function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, two) => one - two)[numbers.length >> 1] ?? Number.NaN;
}
