/** Keeps what comes of the rows of an export until it is handed over, and counts what was taken and refused. */
import type { Missing } from '#core/errors.ts';
import type { Gathered } from '#core/evidence.ts';
import type { Batch, RefusedRow } from '#core/source.ts';
import type { Made } from './export-format.ts';
import { Tally } from './table/tally.ts';

interface Cursor {
  readonly digest: string;
  readonly newest: number | null;
  readonly missing: readonly Missing[];
}

export class Taker {
  #items: Gathered[] = [];
  #refused: RefusedRow[] = [];
  #rows = 0;
  readonly tally = new Tally();
  readonly #until: number | null;

  constructor(until: number | null) {
    this.#until = until;
  }

  take(file: string, row: number, made: Made): void {
    if ('reason' in made) {
      this.refuse(file, row, made.reason);
      return;
    }
    this.#rows += 1;
    const kept = made.items.filter(({ at }) => this.#until === null || at <= this.#until);
    for (const item of kept) this.tally.take(item);
    this.#items.push(...kept);
    if (kept.length > 0 || made.items.length === 0) return;
    this.#rows -= 1;
    this.refuse(file, row, 'its time lies after the time that is read');
  }

  refuse(file: string, row: number, reason: string): void {
    this.#rows += 1;
    this.tally.refuse(reason);
    this.#refused.push({ file, row, reason });
  }

  get rows(): number {
    return this.#rows;
  }

  handOver(): Batch {
    const batch = { items: this.#items, refused: this.#refused, rows: this.#rows };
    [this.#items, this.#refused, this.#rows] = [[], [], 0];
    return batch;
  }

  end(digest: string, source: string): Batch {
    const missing = this.tally.missing().map((one) => ({ ...one, source }));
    return endOf({ digest, newest: this.tally.newest, missing }, this.#until);
  }
}

/** The end of a gather without news: null where the file is another one, or more of it is known than is read. */
export function sameAgain(cursor: string | null, digest: string, until: number | null): Batch | null {
  const before = cursor === null ? null : (JSON.parse(cursor) as Cursor);
  const same = before?.digest === digest && (until === null || (before.newest ?? 0) <= until);
  return same ? endOf(before, until) : null;
}

function endOf({ digest, newest, missing }: Cursor, until: number | null): Batch {
  const known = newest === null || until === null ? newest : Math.min(newest, until);
  return {
    missing,
    cursor: JSON.stringify({ digest, newest: known, missing } satisfies Cursor),
    ...(known !== null && { observedUntil: known }),
  };
}
