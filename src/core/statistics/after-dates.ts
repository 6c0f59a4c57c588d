/**
 * Whether a series moves after certain dates: each date’s four weeks after against its four weeks before, held against
 * the same dates moved along the series by whole weeks. Whole weeks leave weekdays out; a steady trend stands in all
 * shifts alike; how the dates lie to each other is kept. It says after, never because.
 */
import { quantileOf } from './quantile.ts';

/** Days of each side. Ours: long enough for a weekly rhythm, short enough that releases a month apart do not drown each other. */
const SIDE = 28;
/** Fewer shifts cannot say what one in twenty would do. */
const LEAST_SHIFTS = 40;
const LEAST_DATES = 4;

export interface MovedAfter {
  /** Mean over dates of the difference after − before, less what shifts have in common. */
  readonly moved: number;
  readonly low: number;
  readonly high: number;
  /** Share of shifts that lie as far from their middle. */
  readonly chance: number;
  readonly dates: number;
  readonly shifts: number;
}

/** What is compared: a count becomes the logarithm of its rate, a rating its mean; null where a side says nothing. */
export type Side = (from: number, to: number) => number | null;

/** Null where there are too few dates, or the series is too short to shift them. `dates` are days of the series. */
export function movedAfter(side: Side, dates: readonly number[], days: number): MovedAfter | null {
  const [first, last] = [SIDE, days - SIDE];
  const span = Math.floor((last - first) / 7) * 7;
  const inside = dates.filter((date) => date >= first && date < first + span);
  if (inside.length < LEAST_DATES || span / 7 - 1 < LEAST_SHIFTS) return null;
  const differences = new Map<number, number | null>();
  const at = (date: number) => {
    const known = differences.get(date);
    if (known !== undefined) return known;
    const [before, after] = [side(date - SIDE, date), side(date, date + SIDE)];
    const found = before === null || after === null ? null : after - before;
    differences.set(date, found);
    return found;
  };
  const mean = (shift: number) => {
    const own = inside.flatMap((date) => at(first + ((date - first + shift) % span)) ?? []);
    return own.length < LEAST_DATES ? null : own.reduce((sum, one) => sum + one, 0) / own.length;
  };
  const found = mean(0);
  const shifted = Array.from({ length: span / 7 - 1 }, (_, week) => mean((week + 1) * 7)).flatMap((one) => one ?? []);
  if (found === null || shifted.length < LEAST_SHIFTS) return null;
  const sorted = Float64Array.from(shifted).sort();
  const middle = quantileOf(sorted, 0.5);
  const far = Math.abs(found - middle);
  const beyond = shifted.filter((one) => Math.abs(one - middle) >= far).length;
  return {
    moved: found - middle,
    low: found - quantileOf(sorted, 0.975),
    high: found - quantileOf(sorted, 0.025),
    chance: (beyond + 1) / (shifted.length + 1),
    dates: inside.length,
    shifts: shifted.length,
  };
}

/** The logarithm of a daily rate, a half added so that silence has one. */
export function rateOf(counts: ArrayLike<number>): Side {
  return (from, to) => {
    let sum = 0;
    for (let day = from; day < to; day += 1) sum += counts[day] ?? 0;
    return Math.log((sum + 0.5) / (to - from));
  };
}

/** Fewer ratings on a side than this say nothing of it. */
const LEAST_RATINGS = 5;

export function meanOf(sums: ArrayLike<number>, counts: ArrayLike<number>): Side {
  return (from, to) => {
    let [sum, count] = [0, 0];
    for (let day = from; day < to; day += 1) {
      sum += sums[day] ?? 0;
      count += counts[day] ?? 0;
    }
    return count < LEAST_RATINGS ? null : sum / count;
  };
}
