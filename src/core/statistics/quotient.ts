/** Shares, means and ratios alike: a weighted sum over a weighted sum, added up by block once. */
import type { Sample } from './sample.ts';

/** Σ x / Σ y of a sample as expected, and under weights. */
export function quotientOf(sample: Sample): {
  readonly value: number | null;
  weighted(base: Float64Array, blocks: ArrayLike<number>): number;
} {
  const { rows, count, p, block, blocks, uncertain, x, y } = sample;
  const over = new Float64Array(blocks.length);
  const under = new Float64Array(blocks.length);
  let above = 0;
  let below = 0;
  for (let row = 0; row < rows; row += 1) {
    const many = (count[row] ?? 0) * (p[row] ?? 0);
    above += many * (x[row] ?? 0);
    below += many * (y[row] ?? 0);
    if ((p[row] ?? 0) < 1) continue;
    const at = block[row] ?? 0;
    over[at] = (over[at] ?? 0) + many * (x[row] ?? 0);
    under[at] = (under[at] ?? 0) + many * (y[row] ?? 0);
  }
  return {
    value: below === 0 ? null : above / below,
    weighted(base, weights) {
      let sumOver = 0;
      let sumUnder = 0;
      for (let at = 0; at < over.length; at += 1) {
        const weight = weights[at] ?? 0;
        sumOver += weight * (over[at] ?? 0);
        sumUnder += weight * (under[at] ?? 0);
      }
      for (const row of uncertain) {
        const weight = (base[row] ?? 0) * (weights[block[row] ?? 0] ?? 0);
        sumOver += weight * (x[row] ?? 0);
        sumUnder += weight * (y[row] ?? 0);
      }
      return sumUnder === 0 ? Number.NaN : sumOver / sumUnder;
    },
  };
}
