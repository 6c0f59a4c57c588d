/** The birth days of the lines of one file, as runs: a patch is played into them in one pass. */
import type { Hunk } from './lines-patch.ts';

/** Told how many lines of one birth day are gone. */
export type Gone = (born: number, lines: number) => void;

export class LineAges {
  /** Run by run: how many lines, born on which day. */
  #counts: number[] = [];
  #births: number[] = [];

  /** `hunks` in the order of the old file. Lines that a patch names but nobody saw come were born with it. */
  patch(hunks: readonly Hunk[], day: number, gone: Gone): void {
    const counts = this.#counts;
    const births = this.#births;
    this.#counts = [];
    this.#births = [];
    let run = 0;
    let left = counts[0] ?? 0;
    let at = 0;
    const pass = (lines: number, take: Gone) => {
      let wanted = lines;
      while (wanted > 0 && run < counts.length) {
        const taken = Math.min(wanted, left);
        take(births[run] ?? day, taken);
        wanted -= taken;
        left -= taken;
        if (left === 0) {
          run += 1;
          left = counts[run] ?? 0;
        }
      }
      return wanted;
    };
    const keep: Gone = (born, lines) => this.#add(lines, born);
    for (const hunk of hunks) {
      const unseen = pass(hunk.start - at, keep);
      this.#add(unseen, day);
      pass(hunk.gone, gone);
      this.#add(hunk.added, day);
      at = hunk.start + hunk.gone;
    }
    pass(Number.POSITIVE_INFINITY, keep);
  }

  each(take: Gone): void {
    for (const [run, lines] of this.#counts.entries()) take(this.#births[run] ?? 0, lines);
  }

  #add(lines: number, born: number): void {
    if (lines <= 0) return;
    const last = this.#births.length - 1;
    if (last >= 0 && this.#births[last] === born) this.#counts[last] = (this.#counts[last] ?? 0) + lines;
    else {
      this.#counts.push(lines);
      this.#births.push(born);
    }
  }
}
