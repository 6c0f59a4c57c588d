/** Rows that wait to be written together: packed outside the JavaScript heap, where thousands would grow old as garbage. */
import type { Gathered } from '#core/evidence.ts';
import { type Arrival, arrive, type EdgeRules } from './edge.ts';
import type { Pseudonym } from './pseudonyms.ts';
import { valuesOf, versionOf } from './version.ts';

/** Rows are unpacked and written so many at a time: their text stays small enough to die young. */
const CHUNK = 100;

/** Bytes that the arena begins with; it doubles when it is full and is used again after every write. */
const FIRST_ARENA = 1 << 20;

/** A UTF-16 unit takes at most three bytes in UTF-8. */
const WIDEST = 3;

type Packed = [id: string, hash: string, gone: number, values: (string | number | null)[]];

export class WaitingRoom {
  readonly #rules: EdgeRules;
  #arena = Buffer.allocUnsafe(FIRST_ARENA);
  #ends: number[] = [];
  #size = 0;
  readonly authors = new Set<Pseudonym>();

  constructor(rules: EdgeRules) {
    this.#rules = rules;
  }

  get size(): number {
    return this.#size;
  }

  add(items: readonly Gathered[]): void {
    for (let from = 0; from < items.length; from += CHUNK) {
      // By id: a row yielded twice means the second, and PostgreSQL takes no key twice in one insert.
      const packed = new Map<string, Packed>();
      for (const item of items.slice(from, from + CHUNK)) {
        const [{ id, hash, gone, version }, author] = arrive(item, this.#rules);
        packed.set(id, [id, hash, gone, valuesOf(version)]);
        if (author) this.authors.add(author);
      }
      this.#keep(JSON.stringify([...packed.values()]));
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
      const packed = JSON.parse(this.#arena.toString('utf8', start, end)) as Packed[];
      yield packed.map(([id, hash, gone, values]) => ({ id, hash, gone, version: versionOf(values) }));
      start = end;
    }
  }

  clear(): void {
    this.#ends = [];
    this.#size = 0;
    this.authors.clear();
  }
}
