/** Times as integer milliseconds UTC, and the weeks and windows that figures are counted in. No clock is asked here. */

export const DAY = 86_400_000;
export const WEEK = 7 * DAY;

/** The focus and most audits look back 52 whole weeks, so that every season is in it once (DESIGN §3). */
export const YEAR_OF_WEEKS = 52 * WEEK;

/** A stretch of time: from (excluded) to `to` (included), both in ms UTC. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** The window of `length` ms that ends at `to`. */
export function windowUntil(to: number, length: number = YEAR_OF_WEEKS): Window {
  return { from: to - length, to };
}

export function within(window: Window, at: number): boolean {
  return at > window.from && at <= window.to;
}

/** Which week of a window a time falls in, counted back from its end: 0 is the newest. */
export function weeksBack(to: number, at: number): number {
  return Math.floor((to - at) / WEEK);
}

/** `2026-02-28`, in UTC. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** `2026-02-28T10:00:00Z`, in UTC, to the second. */
export function instantOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
