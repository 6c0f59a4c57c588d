/** From observations to a value, its interval and its draws: laid out and sorted once, then weighed as often as needed. */
import { type Estimate, type Interval, LEVEL, type Observation } from '#core/observation.ts';
import { blockWeights, coins, DRAWS } from './block-bootstrap.ts';
import { type Estimator, once } from './estimator.ts';
import { mean } from './mean.ts';
import { median } from './median.ts';
import { randomFrom } from './random.ts';
import { ratio } from './ratio.ts';
import { share } from './share.ts';
import { told } from './told.ts';
import { aliveAt, endedBy, medianWait } from './waiting.ts';

export interface Prepared {
  /** Real cases: counts, times the probability that each is true, to the whole number. */
  readonly n: number;
  /** The blocks that `weighted` takes weights for, in order. */
  readonly blocks: readonly string[];
  /** null: no cases, or a median wait that was not reached. */
  value(): number | null;
  /** The value with blocks weighing what a draw says; null where there is none. */
  weighted(draw: ArrayLike<number>): number | null;
  /** null where the sample cannot tell: a single case, or values that do not differ. */
  interval(level?: number): Interval | null;
  /**
   * The value as it might have been, over and over: ordered by the draws' block weights, spread as the interval says,
   * so that the middle 95 % of them is the 95 % interval. NaN where a median wait was not reached.
   */
  draws(seed: string, count?: number): Float64Array;
}

export function prepare(estimate: Estimate, observations: readonly Observation[]): Prepared {
  const estimator = estimatorOf(estimate, observations);
  const { sample, value, method } = estimator;
  const expected = once(() => sample.count.map((many, row) => many * (sample.p[row] ?? 0)));
  return {
    n: Math.round(sample.weight),
    blocks: sample.blocks,
    value: () => value,
    weighted(draw) {
      const drawn = estimator.weighted(expected(), draw);
      return Number.isNaN(drawn) ? null : drawn;
    },
    interval(level = LEVEL) {
      const point = estimator.point();
      if (point === null) return null;
      const low = point((1 - level) / 2);
      const high = point((1 + level) / 2);
      if (!Number.isFinite(low)) return null;
      return { low, high: Number.isFinite(high) ? high : null, level, method };
    },
    draws(seed, count = DRAWS) {
      const point = estimator.point();
      if (point === null) return new Float64Array(count).fill(value ?? Number.NaN);
      return spread(ranked(estimator, estimate.of, seed, count), point, estimator.beyond?.() ?? Number.NaN);
    },
  };
}

function estimatorOf(estimate: Estimate, observations: readonly Observation[]): Estimator {
  switch (estimate.of) {
    case 'share':
      return share(observations);
    case 'mean':
      return mean(observations);
    case 'median':
      return median(observations);
    case 'ratio':
      return ratio(observations);
    case 'km-median':
      return medianWait(observations);
    case 'km-at':
      return endedBy(observations, estimate.at);
    case 'km-survival':
      return aliveAt(observations, estimate.at);
    case 'told':
      return told(observations);
  }
}

/** Draw numbers from the lowest value to the highest. Draws that tie, as in 0 of 5, fall in an order of their own. */
function ranked({ sample, weighted }: Estimator, of: string, seed: string, count: number): Uint32Array {
  const { uncertain, blocks: names, count: cases, p } = sample;
  const weights = blockWeights(seed, names);
  const isTrue = coins(
    seed,
    Float64Array.from(uncertain, (row) => p[row] ?? 0),
  );
  const blocks = new Float64Array(names.length);
  const base = Float64Array.from(cases);
  const values = new Float64Array(count);
  for (let draw = 0; draw < count; draw += 1) {
    weights.into(draw, blocks);
    for (let which = 0; which < uncertain.length; which += 1) {
      const row = uncertain[which] ?? 0;
      base[row] = isTrue.heads(draw, which) ? (cases[row] ?? 0) : 0;
    }
    const value = weighted(base, blocks);
    // A median wait that is not reached is longer than any that is.
    values[draw] = Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
  }
  const random = randomFrom(`ties ${seed} ${of} ${sample.weight} ${names.join(' ')}`);
  const lot = Float64Array.from(values, () => random.uniform());
  const order = Uint32Array.from(values.keys());
  return order.sort((a, b) => compare(values[a] ?? 0, values[b] ?? 0) || (lot[a] ?? 0) - (lot[b] ?? 0));
}

/** Lays ranks on the confidence distribution: what the block bootstrap says of who moves together, kept in full. */
function spread(order: Uint32Array, point: (share: number) => number, beyond: number): Float64Array {
  const drawn = new Float64Array(order.length);
  order.forEach((draw, rank) => {
    const value = point((rank + 0.5) / order.length);
    drawn[draw] = Number.isFinite(value) ? value : beyond;
  });
  return drawn;
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
