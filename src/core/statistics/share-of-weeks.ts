/** The interval of the share of weeks in which something happened: also where it happened in all of them, or in none. */
import { type Interval, LEVEL } from '#core/observation.ts';
import { worthOfRow } from './memory.ts';
import { studentQuantile } from './student.ts';
import { wilson, wilsonBound } from './wilson.ts';

export interface Week {
  /** Weeks that hang together: a month. Weeks come in their order. */
  readonly block: string;
  readonly happened: boolean;
}

/** Fewer weeks than two months tell nothing of a year. */
const LEAST_WEEKS = 8;

/**
 * Wilson over as many weeks as the row of weeks is worth, with Student's t for how badly that is known. Weeks that are
 * all alike show no spread by which to tell how much they hang together; then each block counts as one case, the least
 * that they can be worth. Taken as separate weeks, 52 of 52 would be 95 % sure above 93 %, and hold the truth in 73 of
 * 100 where whole months are alike (`bench/coverage.ts`).
 */
export function shareOfWeeks(weeks: readonly Week[], level = LEVEL): Interval | null {
  if (weeks.length < LEAST_WEEKS) return null;
  const happened = weeks.filter((week) => week.happened).length;
  if (happened > 0 && happened < weeks.length) {
    const worth = worthOfRow(weeks.map((week) => Number(week.happened)));
    const hits = (happened / weeks.length) * worth;
    const t = studentQuantile(worth - 1)((1 + level) / 2);
    return { low: wilsonBound(hits, worth, -t), high: wilsonBound(hits, worth, t), level, method: 'wilson' };
  }
  const blocks = new Set(weeks.map(({ block }) => block)).size;
  const ends = wilson(happened === 0 ? 0 : blocks, blocks, level);
  return ends && { ...ends, level, method: 'wilson' };
}
