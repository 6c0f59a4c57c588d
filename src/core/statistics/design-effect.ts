/** How much less a sample tells when its cases hang together in blocks or are not sure to be true. */
import { WEEK } from '#core/time.ts';
import type { Sample } from './sample.ts';
import { varianceByWaves, WAVES } from './waves.ts';

export interface DesignEffect {
  /** The variance over that of as many separate, certain cases; 1 or more. */
  readonly inflation: number;
  /** Degrees of freedom of a variance that blocks decide; infinite where cases are as good as separate. */
  readonly df: number;
}

/** Fewer blocks than this never come out of counting them by weight: t with less than one degree of freedom says nothing. */
const FEWEST_BLOCKS = 2;

/** One person's cases of four weeks are one mood's. */
const MONTH = 4 * WEEK;

/** Small samples often come to exactly 1, and rounding must not decide by the order of cases. */
const ROUNDING = 1 + 1e-9;

/**
 * From the pull of each row on the estimate (its influence): the variance of the sums of blocks (Hansen, Hurwitz and
 * Madow, Sample Survey Methods and Theory, 1953: the ultimate cluster), but never below that of separate cases. Blocks
 * count as many as would be equal, (Σ m)² / Σ m² (Kish, Survey Sampling, 1965). Where cases also hang together in
 * another way, as by release beside the week, or in time beside the person who asked, both variances are added and that
 * of what shares both is taken off (Cameron, Gelbach and Miller, J. Bus. Econ. Stat. 29 (2011) 238–249). A row that is
 * true with probability p adds the variance of drawing it or not. Cases that all stand in one block are taken as
 * separate: nothing is known of how blocks differ.
 */
export function designEffect(sample: Sample, influence: ArrayLike<number>): DesignEffect {
  const { rows, count, p, block } = sample;
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
  const found = besideTime(pulls, one) ?? besideNames(pulls, one) ?? one;
  // Rounding must not decide, and what balances out by chance is taken as separate.
  if (found === null || found.inflation <= ROUNDING) return { inflation: 1 + drawn, df: Number.POSITIVE_INFINITY };
  return { inflation: found.inflation + drawn, df: found.df };
}

/** Blocks, and neighbours in time; null where cases have no time, or all the same. */
function besideTime(pulls: Pulls, one: DesignEffect | null): DesignEffect | null {
  const { sample, influence, squares } = pulls;
  const { when, count, p } = sample;
  if (when === null) return null;
  const variance = varianceByWaves(
    count.map((many, row) => many * (p[row] ?? 0) * (influence[row] ?? 0)),
    when,
  );
  if (variance === null) return null;
  const waves = { inflation: variance / squares, df: WAVES };
  // Blocks that lie within a week each are in the waves already.
  if (one === null || withinWeeks(sample, when)) return waves;
  const month = when.map((at) => Math.floor(at / MONTH));
  return together(one, waves, togetherBy(pulls, pairsOf(sample, month)));
}

/** Blocks, and what cases share beside them by name. */
function besideNames(pulls: Pulls, one: DesignEffect | null): DesignEffect | null {
  const { also } = pulls.sample;
  const other = also && togetherBy(pulls, also);
  return also && other && together(one, other, togetherBy(pulls, pairsOf(pulls.sample, also)));
}

/** Each part has the degrees of freedom of its own groups (Satterthwaite, Biometrics Bulletin 2 (1946) 110–114). */
function together(one: DesignEffect | null, other: DesignEffect, shared: DesignEffect | null): DesignEffect {
  const blocks = one?.inflation ?? 1;
  const beside = Math.max(0, other.inflation - (shared?.inflation ?? 1));
  const ofBlocks = blocks ** 2 / (one?.df ?? Number.POSITIVE_INFINITY);
  const spread = ofBlocks + (beside > 0 ? other.inflation ** 2 / other.df : 0);
  return { inflation: blocks + beside, df: (blocks + beside) ** 2 / spread };
}

function withinWeeks({ block, blocks }: Sample, when: Float64Array): boolean {
  const first = new Float64Array(blocks.length).fill(Number.POSITIVE_INFINITY);
  const last = new Float64Array(blocks.length).fill(Number.NEGATIVE_INFINITY);
  when.forEach((at, row) => {
    const own = block[row] ?? 0;
    first[own] = Math.min(first[own] ?? at, at);
    last[own] = Math.max(last[own] ?? at, at);
  });
  return first.every((at, own) => (last[own] ?? at) - at <= WEEK);
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

/** Block and another group together, numbered from zero on. */
function pairsOf({ block, rows }: Sample, other: ArrayLike<number>): Int32Array {
  const numbers = new Map<number, number>();
  return block.map((at, row) => {
    const pair = at + (other[row] ?? 0) * rows;
    const number = numbers.get(pair) ?? numbers.size;
    numbers.set(pair, number);
    return number;
  });
}

function sumOfSquares(numbers: Float64Array): number {
  return numbers.reduce((sum, number) => sum + number * number, 0);
}
