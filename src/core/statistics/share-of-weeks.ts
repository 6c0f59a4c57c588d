/** The interval of the share of weeks in which something happened: also where it happened in all of them, or in none. */
import { type Interval, LEVEL } from '#core/observation.ts';
import { prepare } from './estimate.ts';
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
 * Wilson over as many weeks as the sample is worth. Weeks that are all alike show no spread by which to tell how much
 * they hang together; then each block counts as one case, the least that they can be worth. Taken as separate weeks, 52
 * of 52 would be 95 % sure above 93 %, and hold the truth in 73 of 100 where whole months are alike (`bench/coverage.ts`).
 */
export function shareOfWeeks(weeks: readonly Week[], level = LEVEL): Interval | null {
  if (weeks.length < LEAST_WEEKS) return null;
  const happened = weeks.filter((week) => week.happened).length;
  if (happened > 0 && happened < weeks.length) {
    const observations = weeks.map(({ block, happened: hit }) => ({ block, hit, evidence: [] }));
    return wider(prepare({ of: 'share' }, observations).interval(level), inSpells(weeks, happened, level));
  }
  const blocks = new Set(weeks.map(({ block }) => block)).size;
  const ends = wilson(happened === 0 ? 0 : blocks, blocks, level);
  return ends && { ...ends, level, method: 'wilson' };
}

/**
 * Wilson over as many blocks as the row of blocks is worth where spells last longer than one, t for how badly that is
 * known. By blocks and not by weeks: weeks of one block hang together anyway, and that is counted already.
 */
function inSpells(weeks: readonly Week[], happened: number, level: number): { low: number; high: number } {
  const blocks = [...Map.groupBy(weeks, ({ block }) => block).values()];
  const shares = blocks.map((block) => block.filter((week) => week.happened).length / block.length);
  // Separate blocks correlate by chance, with a standard error of 1/√n (Bartlett, Suppl. JRSS 8 (1946) 27–41).
  const worth = worthOfRow(shares, 1 / Math.sqrt(shares.length));
  if (worth >= blocks.length) return { low: 1, high: 0 };
  const hits = (happened / weeks.length) * worth;
  const t = studentQuantile(worth - 1)((1 + level) / 2);
  return { low: wilsonBound(hits, worth, -t), high: wilsonBound(hits, worth, t) };
}

function wider(one: Interval | null, other: { low: number; high: number }): Interval | null {
  if (one === null) return null;
  const high = one.high === null ? null : Math.max(one.high, other.high);
  return { ...one, low: Math.min(one.low, other.low), high };
}
