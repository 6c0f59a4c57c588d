/** The point of a sorted sample below which a share of it lies. */

/** Linear between the middles of the steps: type 5 of Hyndman and Fan, The American Statistician 50 (1996) 361–365. */
export function quantileOf(sorted: ArrayLike<number>, share: number): number {
  const { length } = sorted;
  if (length === 0) return Number.NaN;
  const at = Math.min(length - 1, Math.max(0, share * length - 0.5));
  const below = Math.floor(at);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[below + 1];
  return high === undefined || at === below ? low : low + (high - low) * (at - below);
}
