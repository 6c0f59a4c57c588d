/** The figures that are shown of one group's answers to one question; none of them tells what one person said. */
import type { Between, Scale, Share, Words } from '#core/mirror.ts';
import { normalQuantile } from '#core/statistics/normal.ts';
import { studentQuantile } from '#core/statistics/student.ts';
import { wilson } from '#core/statistics/wilson.ts';
import { LEAST_GROUP } from './round.ts';
import { addedVariance, behind, rounded } from './rounding.ts';

const LEVEL = 0.95;

/** How figures are made: as they are (an open round's team), or guarded. */
export type Guard = ((figure: string) => number) | null;

/** The mean of a scale from 0 to `most`, of which a tenth is one unit. */
export function scaleOf(said: readonly number[], most: number, guard: Guard, figure: string): Scale {
  // Sums of reals differ by their order, and the order is nobody's business.
  const values = said.toSorted((a, b) => a - b);
  const n = values.length;
  if (guard === null) return n === 0 ? { state: 'too-few' } : shown(mean(values), variance(values) / n, n, most);
  if (n < LEAST_GROUP) return { state: 'too-few' };
  const [same, times] = commonest(values);
  // Whoever said otherwise would know what all others said.
  if (times >= n - 1) return { state: 'alike', n, between: thirdOf(same, most) };
  const unit = most / 10;
  const sum = rounded(values.reduce((all, value) => all + value, 0) / unit, n * 10, guard(figure));
  // A spread narrower than one unit is told as one: how narrow it is would tell that all said the same.
  const spread = Math.max(unit, (Math.ceil((2 * Math.sqrt(variance(values))) / unit) * unit) / 2);
  const added = addedVariance(sum, n * 10) * (unit / n) ** 2;
  return shown((sum * unit) / n, spread ** 2 / n + added, n, most);
}

function shown(middle: number, squared: number, n: number, most: number): Scale {
  const half = n < 2 ? most : studentQuantile(n - 1)((1 + LEVEL) / 2) * Math.sqrt(squared);
  const interval = { low: Math.max(0, tenths(middle - half)), high: Math.min(most, tenths(middle + half)) };
  return { state: 'shown', n, mean: tenths(middle), interval, variance: tenths(squared, 1_000) };
}

/** How many of them, rounded so that one more or less cannot be told; both ends stand for three possible counts. */
export function shareOf(count: number, n: number, guard: Guard, figure: string): Share {
  if (n < (guard === null ? 1 : LEAST_GROUP)) return { state: 'too-few' };
  const told = guard === null ? count : rounded(count, n, guard(figure));
  const range = guard === null ? { low: count, high: count } : behind(told, n);
  const sampled = wilson(told, n, LEVEL) as Between;
  const added = guard === null ? 0 : (normalQuantile((1 + LEVEL) / 2) * Math.sqrt(addedVariance(told, n))) / n;
  const share = told / n;
  const low = Math.max(0, share - Math.hypot(share - sampled.low, added));
  const high = Math.min(1, share + Math.hypot(sampled.high - share, added));
  const interval = { low: tenths(low, 1_000), high: tenths(high, 1_000) };
  return { state: 'shown', n, count: told, behind: range, interval };
}

export function wordsOf(texts: readonly string[], guard: Guard): Words {
  if (texts.length < (guard === null ? 1 : LEAST_GROUP)) return { state: 'too-few' };
  const [, times] = commonest(
    texts.map((text) =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    ),
  );
  if (guard !== null && times >= texts.length - 1) return { state: 'alike' };
  return { state: 'shown', n: texts.length, said: texts.toSorted() };
}

/** The answer that most gave, and how many. */
export function commonest<Value>(values: readonly Value[]): readonly [value: Value, times: number] {
  const times = Map.groupBy(values, (value) => value);
  const [first] = [...times].sort(([, a], [, b]) => b.length - a.length);
  return [first?.[0] as Value, first?.[1].length ?? 0];
}

/** Lower, middle or upper third: at least three answers of a scale of eleven lie in each. */
function thirdOf(value: number, most: number): Between {
  const ends = [0, Math.floor(most / 3), Math.floor((2 * most) / 3), most] as const;
  const third = value <= ends[1] ? 0 : value <= ends[2] ? 1 : 2;
  return { low: third === 0 ? 0 : (ends[third] as number) + 1, high: ends[third + 1] as number };
}

export function mean(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0) / values.length;
}

function variance(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const middle = mean(values);
  return values.reduce((all, value) => all + (value - middle) ** 2, 0) / (values.length - 1);
}

function tenths(value: number, of = 10): number {
  return Math.round(value * of) / of;
}
