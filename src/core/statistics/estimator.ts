/** What every estimator gives: a value, the value under other weights, and how sure it is. */
import type { Interval } from '#core/observation.ts';
import type { Sample } from './sample.ts';

export interface Estimator {
  readonly sample: Sample;
  /** null: there is none, or it was not reached. */
  readonly value: number | null;
  readonly method: Interval['method'];
  /**
   * The value when a row weighs `base[row]` times the weight of its block; NaN when there is none, or not reached.
   * Called once a draw: linear in rows or blocks, without allocation.
   */
  weighted(base: Float64Array, blocks: ArrayLike<number>): number;
  /**
   * The confidence distribution: the point that ends the one-sided interval of level `share`, so that the 95 % interval
   * runs from 0.025 to 0.975. Infinite where it is open. null where the sample cannot tell. Worked out when first asked
   * for: a point of a series is its value alone.
   */
  readonly point: () => Point | null;
  /** What a draw beyond an open end is taken as; NaN, not reached, when absent. */
  readonly beyond?: () => number;
}

export type Point = (share: number) => number;

/** The same answer each time, made the first time. */
export function once<Answer>(make: () => Answer): () => Answer {
  let made: { readonly answer: Answer } | null = null;
  return () => {
    made ??= { answer: make() };
    return made.answer;
  };
}
