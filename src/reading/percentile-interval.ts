/** The middle of many draws as an interval. */
import { type Interval, LEVEL } from '#core/observation.ts';
import { quantileOf } from '#core/statistics/quantile.ts';

/** Percentile interval of bootstrap draws; NaN draws are left out. Null when fewer than a hundred remain. */
export function percentileInterval(draws: ArrayLike<number>, level: number = LEVEL): Interval | null {
  const sorted = Float64Array.from(Array.from(draws).filter((draw) => !Number.isNaN(draw))).sort();
  if (sorted.length < 100) return null;
  return {
    low: quantileOf(sorted, (1 - level) / 2),
    high: quantileOf(sorted, (1 + level) / 2),
    level,
    method: 'block-bootstrap',
  };
}
