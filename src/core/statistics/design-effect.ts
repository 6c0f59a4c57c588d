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

/** Small samples often come to exactly 1, and rounding must not decide by the order of cases. */
const ROUNDING = 1 + 1e-9;

/**
 * From the pull of each row on the estimate (its influence): the variance of the sums of blocks (Hansen, Hurwitz and
 * Madow, Sample Survey Methods and Theory, 1953: the ultimate cluster), but never below that of separate cases. Blocks
 * count as many as would be equal, (Σ m)² / Σ m² (Kish, Survey Sampling, 1965). Where cases also hang together in
 * another way, as by month beside the person who asked, both variances are added and that of what shares both is taken
 * off (Cameron, Gelbach and Miller, J. Bus. Econ. Stat. 29 (2011) 238–249). A row that is true with probability p adds
 * the variance of drawing it or not. Cases that all stand in one block are taken as separate: nothing is known of how
 * blocks differ.
 */
export function designEffect(sample: Sample, influence: ArrayLike<number>): DesignEffect {
  const { rows, count, p, block, also } = sample;
  let n = 0;
  let squares = 0;
  let drawing = 0;
  for (let row = 0; row < rows; row += 1) {
    const many = count[row] ?? 0;
    const true_ = p[row] ?? 0;
    const pull = influence[row] ?? 0;
    n += many;
    squares += many * true_ * pull * pull;
    drawing += many * many * true_ * (1 - true_) * pull * pull;
  }
  // Without any spread there is none to divide by: all hit, or all alike.
  if (squares === 0) return { inflation: 1, df: Number.POSITIVE_INFINITY };
  const drawn = drawing / squares;
  const pulls = { sample, influence, n, squares };
  const one = togetherBy(pulls, block);
  if (also === null) {
    if (one === null || one.inflation <= ROUNDING) return { inflation: 1 + drawn, df: Number.POSITIVE_INFINITY };
    return { inflation: one.inflation + drawn, df: one.df };
  }
  const other = togetherBy(pulls, also);
  const pairs = numbered(Int32Array.from(block, (at, row) => at * rows + (also[row] ?? 0)));
  const blocks = one?.inflation ?? 1;
  const beside = Math.max(0, (other?.inflation ?? 1) - (togetherBy(pulls, pairs)?.inflation ?? 1));
  const sum = blocks + beside;
  if (sum <= ROUNDING) return { inflation: 1 + drawn, df: Number.POSITIVE_INFINITY };
  // Each part has the degrees of freedom of its own groups (Satterthwaite, Biometrics Bulletin 2 (1946) 110–114).
  const spread = blocks ** 2 / (one?.df ?? Number.POSITIVE_INFINITY) + beside ** 2 / (other?.df ?? 1);
  return { inflation: sum + drawn, df: sum ** 2 / spread };
}

interface Pulls {
  readonly sample: Sample;
  readonly influence: ArrayLike<number>;
  readonly n: number;
  readonly squares: number;
}

/** The variance of sums by group over that of separate cases; null where groups are single cases, or one holds all. */
function togetherBy({ sample, influence, n, squares }: Pulls, group: Int32Array): DesignEffect | null {
  const { rows, count, p, weight } = sample;
  const groups = group.reduce((most, one) => Math.max(most, one + 1), 0);
  if (groups < 2 || n <= groups) return null;
  const sums = new Float64Array(groups);
  const cases = new Float64Array(groups);
  for (let row = 0; row < rows; row += 1) {
    const many = count[row] ?? 0;
    const at = group[row] ?? 0;
    sums[at] = (sums[at] ?? 0) + many * (p[row] ?? 0) * (influence[row] ?? 0);
    cases[at] = (cases[at] ?? 0) + many;
  }
  const worth = Math.max(FEWEST_BLOCKS, (n * n) / sumOfSquares(cases));
  const inflation = (sumOfSquares(sums) / squares) * (worth / (worth - 1)) * Math.max(0, 1 - 1 / weight);
  return { inflation, df: worth - 1 };
}

/** The same groups, numbered from zero on. */
function numbered(groups: Int32Array): Int32Array {
  const numbers = new Map<number, number>();
  return groups.map((group) => {
    const number = numbers.get(group) ?? numbers.size;
    numbers.set(group, number);
    return number;
  });
}

function sumOfSquares(numbers: Float64Array): number {
  return numbers.reduce((sum, number) => sum + number * number, 0);
}
