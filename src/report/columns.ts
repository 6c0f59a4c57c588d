/** The weeks of a figure: one column for each that any kind of work was looked at, null where this kind was not. */
import type { FocusKind, Reading } from '#core/reading.ts';
import { dateWords } from './figures.ts';

type Cell = FocusKind['cells'][number];

/** The days on which the weeks end, oldest first, shared by all three rows. */
export function weekEnds({ making, telling, serving }: Reading['focus']): readonly string[] {
  const ends = [making, telling, serving].flatMap(({ cells }) => cells.map(({ to }) => to));
  return [...new Set(ends)].sort();
}

/** One kind's cells under these columns: a week that nobody looked at is unknown, not empty. */
export function columnsOf({ cells }: FocusKind, ends: readonly string[]): readonly (Cell | null)[] {
  const byEnd = new Map(cells.map((cell) => [cell.to, cell]));
  return ends.map((to) => byEnd.get(to) ?? null);
}

/** Whether a row that is drawn has a week that was not looked at. */
export function hasUnknown({ making, telling, serving }: Reading['focus'], ends: readonly string[]): boolean {
  return [making, telling, serving].some(({ state, cells }) => state === 'seen' && cells.length < ends.length);
}

/** `39 of 52 weeks`; `of the 42 weeks seen, up to 1 March 2026` where the others are unknown. */
export function weeksSeen({ of, until }: FocusKind, columns: number): string {
  const weeks = of === 1 ? 'week' : 'weeks';
  if (of === columns) return `of ${of} ${weeks}`;
  return `of the ${of} ${weeks} seen${until === null ? '' : `, up to ${dateWords(until)}`}`;
}
