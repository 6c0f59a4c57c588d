/** How a number of calls is shared among the lists, so that of the newest threads everything is read. Pure. */
import { CALLS_WITH_TOKEN } from './calls.ts';
import { PAGE } from './lists.ts';

/** The newest issues and pull requests that are read at all: about a year of a busy product. */
export const MOST_THREADS = 1_000;

export interface Shares {
  readonly threads: number;
  readonly releases: number;
  /** Comments take whatever events and all others leave. */
  readonly events: number;
}

/** Pages of each list. Of 40: 11 of threads, 2 of releases, 9 of events, 18 of comments. */
export function shares(calls: number): Shares {
  const threads = Math.max(1, Math.min(MOST_THREADS / PAGE, Math.floor(calls / 4)));
  const releases = calls >= CALLS_WITH_TOKEN ? 5 : calls >= 20 ? 2 : 1;
  return { threads, releases, events: Math.max(1, Math.floor((calls - 1 - threads - releases) / 3)) };
}
