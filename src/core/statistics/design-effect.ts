/** How much less a sample tells when its cases hang together in blocks or are not sure to be true. */
import type { Sample } from './sample.ts';

export interface DesignEffect {
  /** The variance over that of as many separate, certain cases; 1 or more. */
  readonly inflation: number;
  /** Degrees of freedom of a variance that blocks decide; infinite where cases are as good as separate. */
  readonly df: number;
}

/** Fewer blocks than this never come out of counting them by weight: t with less than one degree of freedom says nothing. */
const FEWEST_BLOCKS = 2;

/**
 * From the pull of each row on the estimate (its influence): the variance of the sums of blocks (Hansen, Hurwitz and
 * Madow, Sample Survey Methods and Theory, 1953: the ultimate cluster), but never below that of separate cases. Blocks
 * count as many as would be equal, (Σ m)² / Σ m² (Kish, Survey Sampling, 1965). A row that is true with
 * probability p adds the variance of drawing it or not. Cases that all stand in one block are taken as separate:
 * nothing is known of how blocks differ.
 */
export function designEffect(sample: Sample, influence: ArrayLike<number>): DesignEffect {
  const { rows, count, p, block, blocks, weight } = sample;
  const sums = new Float64Array(blocks.length);
  const cases = new Float64Array(blocks.length);
  let n = 0;
  let squares = 0;
  let drawing = 0;
  for (let row = 0; row < rows; row += 1) {
    const many = count[row] ?? 0;
    const true_ = p[row] ?? 0;
    const pull = influence[row] ?? 0;
    const at = block[row] ?? 0;
    sums[at] = (sums[at] ?? 0) + many * true_ * pull;
    cases[at] = (cases[at] ?? 0) + many;
    n += many;
    squares += many * true_ * pull * pull;
    drawing += many * many * true_ * (1 - true_) * pull * pull;
  }
  // Without any spread there is none to divide by: all hit, or all alike.
  if (squares === 0) return { inflation: 1, df: Number.POSITIVE_INFINITY };
  const drawn = drawing / squares;
  const separate = { inflation: 1 + drawn, df: Number.POSITIVE_INFINITY };
  if (blocks.length < 2 || n <= blocks.length) return separate;
  const worth = Math.max(FEWEST_BLOCKS, (n * n) / sumOfSquares(cases));
  const together = (sumOfSquares(sums) / squares) * (worth / (worth - 1)) * Math.max(0, 1 - 1 / weight);
  // Small samples often come to exactly 1, and rounding must not decide by the order of cases.
  return together > 1 + 1e-9 ? { inflation: together + drawn, df: worth - 1 } : separate;
}

function sumOfSquares(numbers: Float64Array): number {
  return numbers.reduce((sum, number) => sum + number * number, 0);
}
