/** Rows that wait to be written together: packed outside the JavaScript heap, where thousands would grow old as garbage. */
import type { Gathered } from '#core/evidence.ts';
import { arrive, type EdgeRules } from './edge.ts';
import type { Pseudonym } from './pseudonyms.ts';
import { CONTENT, hashOfLine, lineOf, type Version, versionAt } from './version.ts';

/** One row on its way into the store. */
export interface Arrival {
  readonly id: string;
  readonly hash: string;
  readonly gone: number;
  readonly version: Version;
}

/** Rows are unpacked and written so many at a time: their text stays small enough to die young. */
const CHUNK = 50;

/** Bytes that the arena begins with; it doubles when it is full and is used again after every write. */
const FIRST_ARENA = 1 << 20;

/** A UTF-16 unit takes at most three bytes in UTF-8. */
const WIDEST = 3;

/** Id, hash and gone stand before the values. */
const HEAD = 3;
const FIELDS = HEAD + CONTENT.length;

export class WaitingRoom {
  readonly #rules: EdgeRules;
  #arena = Buffer.allocUnsafe(FIRST_ARENA);
  #ends: number[] = [];
  #size = 0;
  #written = 0;
  #writing: Promise<void> | null = null;
  readonly authors = new Set<Pseudonym>();

  constructor(rules: EdgeRules) {
    this.#rules = rules;
  }

  get size(): number {
    return this.#size;
  }

  get bytes(): number {
    return this.#ends.at(-1) ?? 0;
  }

  /** Rows that went through so far. */
  get written(): number {
    return this.#written;
  }

  add(items: readonly Gathered[]): void {
    for (let from = 0; from < items.length; from += CHUNK) {
      // By id: a row yielded twice means the second, and PostgreSQL takes no key twice in one insert.
      const packed = new Map<string, string>();
      for (const item of items.slice(from, from + CHUNK)) {
        const [{ id, gone, version }, author] = arrive(item, this.#rules);
        const line = lineOf(version);
        packed.set(id, `${id}\u001f${hashOfLine(line)}\u001f${gone}\u001f${line}`);
        if (author) this.authors.add(author);
      }
      this.#keep([...packed.values()].join(''));
      this.#size += packed.size;
    }
  }

  #keep(text: string): void {
    const start = this.#ends.at(-1) ?? 0;
    const needed = start + text.length * WIDEST;
    if (needed > this.#arena.length) {
      const larger = Buffer.allocUnsafe(Math.max(needed, this.#arena.length * 2));
      this.#arena.copy(larger, 0, 0, start);
      this.#arena = larger;
    }
    this.#ends.push(start + this.#arena.write(text, start, 'utf8'));
  }

  /** Every chunk in the order of arrival; may be walked again, since a write may be tried again. */
  *chunks(): Generator<readonly Arrival[]> {
    let start = 0;
    for (const end of this.#ends) {
      const fields = this.#arena.toString('utf8', start, end).split('\u001f');
      const arrivals: Arrival[] = [];
      for (let from = 0; from + FIELDS <= fields.length; from += FIELDS) {
        const [id = '', hash = '', gone] = fields.slice(from, from + HEAD);
        arrivals.push({ id, hash, gone: Number(gone), version: versionAt(fields, from + HEAD) });
      }
      yield arrivals;
      start = end;
    }
  }

  /** Not null while rows are being written; what is added meanwhile would be taken for written. */
  get writing(): Promise<void> | null {
    return this.#writing;
  }

  /** Writes what waits and forgets it; when that fails it waits on, to be tried again. */
  async empty(write: () => Promise<void>): Promise<void> {
    const written = write();
    this.#writing = written.then(
      () => this.#clear(),
      () => {
        this.#writing = null;
      },
    );
    await this.#writing;
    await written;
  }

  #clear(): void {
    this.#writing = null;
    this.#written += this.#size;
    this.#ends = [];
    this.#size = 0;
    this.authors.clear();
  }
}
