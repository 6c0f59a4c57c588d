/** The comments of one round, and how many of each thread's were ever read: counted only when surely read for the first time. */

import type { Fields } from '../fields.ts';
import type { Known } from './cursor.ts';
import { restComment } from './rest.ts';
import type { Comment, Thread } from './thread.ts';

export class Replies {
  /** The highest id. */
  last: number;
  /** The earliest change that was reached (ms UTC). */
  oldest = Number.POSITIVE_INFINITY;
  readonly #known: Known;
  readonly #seen: Map<number, number>;
  readonly #comments = new Map<string, Comment>();

  constructor(known: Known, seen: Readonly<Record<string, number>>) {
    this.#known = known;
    this.last = known.last;
    this.#seen = new Map(Object.entries(seen).map(([number, count]) => [Number(number), count]));
  }

  take(row: Fields, lowest: number): void {
    const comment = restComment(row);
    if (comment === null) return;
    this.oldest = Math.min(this.oldest, comment.changedAt ?? comment.at);
    const id = Number(comment.id);
    this.last = Math.max(this.last, id);
    if (comment.number < lowest || this.#comments.has(comment.id)) return;
    this.#comments.set(comment.id, comment);
    // An edited comment comes again under its old id.
    if (id > this.#known.last) this.#seen.set(comment.number, (this.#seen.get(comment.number) ?? 0) + 1);
  }

  holdsAll(threads: ReadonlyMap<number, Thread>): boolean {
    return threads.values().every(({ number, comments }) => (this.#seen.get(number) ?? 0) >= (comments ?? 1));
  }

  counts(): Record<string, number> {
    return Object.fromEntries([...this.#seen].sort(([one], [other]) => one - other));
  }

  /** Oldest first. */
  all(): Comment[] {
    return [...this.#comments.values()].sort((one, other) => Number(one.id) - Number(other.id));
  }
}
