/** Counts replies by thread while they are read, in bounded memory. */
import type { ReplyCounts } from './evidence-of.ts';

/** About 100 bytes each: above this nothing is counted, and no silence told. */
const MOST_THREADS = 1_000_000;

/** Shorter texts are copied by the engine, longer ones would keep the piece of file alive that they are cut from. */
const COPIED = 13;

export class CountedReplies implements ReplyCounts {
  readonly #counts = new Map<string, number>();
  #full = false;

  add(thread: string): void {
    if (this.#full) return;
    const known = this.#counts.get(thread);
    if (known !== undefined) this.#counts.set(thread, known + 1);
    else if (this.#counts.size >= MOST_THREADS) {
      this.#full = true;
      this.#counts.clear();
    } else this.#counts.set(thread.length < COPIED ? thread : Buffer.from(thread).toString(), 1);
  }

  /** Null where so many threads were answered that they were not counted. */
  of(thread: string): number | null {
    return this.#full ? null : (this.#counts.get(thread) ?? 0);
  }
}
