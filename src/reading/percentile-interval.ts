/** The middle of many draws as an interval. */
import { type Interval, LEVEL } from '#core/observation.ts';

/** Percentile interval of bootstrap draws; NaN draws are left out. Null when fewer than a hundred remain. */
export function percentileInterval(draws: ArrayLike<number>, level: number = LEVEL): Interval | null {
  const sorted = Float64Array.from(Array.from(draws).filter((draw) => !Number.isNaN(draw))).sort();
  if (sorted.length < 100) return null;
  return {
    low: quantile(sorted, (1 - level) / 2),
    high: quantile(sorted, (1 + level) / 2),
    level,
    method: 'block-bootstrap',
  };
}

/** Linear interpolation between order statistics (Hyndman and Fan 1996, type 7). */
function quantile(sorted: Float64Array, share: number): number {
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low;
  return low + (high - low) * (position - below);
}
