/** Runs one line of the coverage table: how often the interval holds the truth over many samples from a stated seed. */
import type { Interval } from '#core/observation.ts';
import { blockWeights } from '#core/statistics/block-bootstrap.ts';
import { difference } from '#core/statistics/difference.ts';
import { prepare } from '#core/statistics/estimate.ts';
import { quantileOf } from '#core/statistics/quantile.ts';
import { randomFrom } from '#core/statistics/random.ts';
import { wilson } from '#core/statistics/wilson.ts';
import type { Case, Drawn } from './case.ts';

/** A nominal 90 % interval is to hold the truth in 87–93 % of 2,000 trials: two standard errors of such a count are 1.3. */
export const TRIALS = 2_000;
export const NOMINAL = 0.9;
const BAND = [87, 93] as const;

export interface Coverage {
  /** Of the samples that gave an interval. */
  readonly covered: number;
  /** Share of samples that gave one. */
  readonly told: number;
}

/** One for each of `levels`, over the same samples. */
export function coveragesOf(
  line: Case,
  n: number,
  levels: readonly number[],
  trials = TRIALS,
  method: typeof intervalsOf = intervalsOf,
): Coverage[] {
  const random = randomFrom(`coverage ${line.of} ${line.world} ${n}`);
  const counts = levels.map(() => ({ told: 0, covered: 0 }));
  for (let trial = 0; trial < trials; trial += 1) {
    const drawn = line.draw(random, n);
    method(line, drawn, `${trial}`, levels).forEach((interval, at) => {
      const count = counts[at];
      if (interval === null || count === undefined) return;
      count.told += 1;
      if (holds(interval, drawn.truth)) count.covered += 1;
    });
  }
  return counts.map(({ told, covered }) => ({ covered: covered / told, told: told / trials }));
}

export function coverageOf(line: Case, n: number, trials = TRIALS): Coverage {
  return coveragesOf(line, n, [NOMINAL], trials)[0] ?? { covered: Number.NaN, told: 0 };
}

/** To the tenth of a percent, as the table prints it. */
export function inBand(covered: number): boolean {
  const shown = Number((100 * covered).toFixed(1));
  return shown >= BAND[0] && shown <= BAND[1];
}

/** The percentile interval of the block bootstrap as it comes, without any correction: what the estimators are held against. */
export function percentiles(line: Case, { observations }: Drawn, seed: string, levels: readonly number[]): Interval[] {
  const prepared = prepare(line.estimate, observations);
  const weights = blockWeights(seed, prepared.blocks);
  const target = new Float64Array(prepared.blocks.length);
  const drawn = new Float64Array(500);
  for (let draw = 0; draw < drawn.length; draw += 1) {
    weights.into(draw, target);
    drawn[draw] = prepared.weighted(target) ?? Number.NaN;
  }
  drawn.sort();
  return levels.map((level) => {
    const ends = { low: quantileOf(drawn, (1 - level) / 2), high: quantileOf(drawn, (1 + level) / 2) };
    return { ...ends, level, method: 'block-bootstrap' };
  });
}

function intervalsOf(line: Case, drawn: Drawn, seed: string, levels: readonly number[]): (Interval | null)[] {
  const { estimate = line.estimate, observations, before } = drawn;
  const now = prepare(estimate, observations);
  if (before === undefined) return levels.map((level) => now.interval(level));
  const then = prepare(estimate, before);
  return levels.map((level) => difference(then, now, seed, level).interval);
}

function holds({ low, high }: Interval, truth: number): boolean {
  return low <= truth && (high === null || truth <= high);
}

/** Wilson's coverage without trials, by adding up the binomial: over all shares from 5 % to 95 %, and where it is worst. */
export function wilsonExactly(n: number, level = NOMINAL): { average: number; lowest: number; at: number } {
  const ends = Array.from({ length: n + 1 }, (_, hits) => wilson(hits, n, level) ?? { low: 0, high: 1 });
  const shares = Array.from({ length: 9_001 }, (_, step) => 0.05 + step / 10_000);
  const coverages = shares.map((share) => {
    let chance = (1 - share) ** n;
    let sum = 0;
    ends.forEach(({ low, high }, hits) => {
      if (low <= share && share <= high) sum += chance;
      chance *= ((n - hits) / (hits + 1)) * (share / (1 - share));
    });
    return sum;
  });
  const lowest = Math.min(...coverages);
  const average = coverages.reduce((sum, coverage) => sum + coverage, 0) / coverages.length;
  return { average, lowest, at: shares[coverages.indexOf(lowest)] ?? 0 };
}
