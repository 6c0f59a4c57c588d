/** Before against now: how much an estimate moved, between which bounds, and how easily chance would do that. */
import { type Interval, LEVEL } from '#core/observation.ts';
import type { Prepared } from './estimate.ts';
import { quantileOf } from './quantile.ts';

/** Twice the usual: among many audits a p-value must be able to be small to count (see false-discovery.ts). */
const DRAWS_OF_CHANGE = 2_000;

export interface Difference {
  /** Now less before; null when either has no value. */
  readonly value: number | null;
  readonly interval: Interval | null;
  /** Two-sided: of the draws, twice the share on the rarer side of no difference; at least 2 / (draws + 1). */
  readonly p: number | null;
}

/**
 * Both are drawn in the same draws, so that a block seen in both moves both. The percentile interval of differences of
 * calibrated draws is the method of variance estimates recovery in all but name (Zou and Donner, Statistics in Medicine
 * 27 (2008) 1693–1702); the count in p follows Davison and Hinkley, Bootstrap Methods and their Application (1997) 4.2.
 */
export function difference(before: Prepared, now: Prepared, seed: string, level = LEVEL): Difference {
  const from = before.value();
  const to = now.value();
  if (from === null || to === null) return { value: null, interval: null, p: null };
  const value = to - from;
  if (before.interval(level) === null || now.interval(level) === null) return { value, interval: null, p: null };
  const earlier = before.draws(seed, DRAWS_OF_CHANGE);
  const later = now.draws(seed, DRAWS_OF_CHANGE);
  const moved = later.map((drawn, draw) => gap(earlier[draw] ?? Number.NaN, drawn)).sort();
  const up = moved.reduce((count, gain) => count + (gain >= 0 ? 1 : 0), 0);
  const down = moved.reduce((count, gain) => count + (gain <= 0 ? 1 : 0), 0);
  const low = quantileOf(moved, (1 - level) / 2);
  const high = quantileOf(moved, (1 + level) / 2);
  return {
    value,
    interval: Number.isFinite(low)
      ? { low, high: Number.isFinite(high) ? high : null, level, method: 'block-bootstrap' }
      : null,
    p: Math.min(1, (2 * (Math.min(up, down) + 1)) / (moved.length + 1)),
  };
}

/** A draw in which a median wait was not reached is longer than any other; two of them do not differ. */
function gap(before: number, now: number): number {
  if (Number.isNaN(before)) return Number.isNaN(now) ? 0 : Number.NEGATIVE_INFINITY;
  return Number.isNaN(now) ? Number.POSITIVE_INFINITY : now - before;
}
