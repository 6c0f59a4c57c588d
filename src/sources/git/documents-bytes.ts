/** Reads git's piped output as lines and counted stretches of bytes, whatever the pieces it comes in. */

export class Bytes {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);
  #at = 0;

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  /** Up to the next end byte (left out); null when nothing is left. */
  async until(end: number): Promise<Buffer | null> {
    const kept: Buffer[] = [];
    for (;;) {
      const found = this.#held.indexOf(end, this.#at);
      if (found >= 0) {
        kept.push(this.#held.subarray(this.#at, found));
        this.#at = found + 1;
        return kept.length === 1 ? (kept[0] ?? null) : Buffer.concat(kept);
      }
      if (this.#at < this.#held.length) kept.push(this.#held.subarray(this.#at));
      // A last stretch without its end byte is read once.
      this.#at = this.#held.length;
      if (!(await this.#more())) return kept.length === 0 ? null : Buffer.concat(kept);
    }
  }

  /** The next `count` bytes; fewer only when the output ends early. */
  async take(count: number): Promise<Buffer> {
    const kept: Buffer[] = [];
    let missing = count;
    while (missing > 0) {
      if (this.#at >= this.#held.length && !(await this.#more())) break;
      const part = this.#held.subarray(this.#at, this.#at + missing);
      this.#at += part.length;
      missing -= part.length;
      kept.push(part);
    }
    return kept.length === 1 ? (kept[0] ?? Buffer.alloc(0)) : Buffer.concat(kept);
  }

  /** Steps over the next `count` bytes without keeping them. */
  async skip(count: number): Promise<void> {
    let missing = count;
    while (missing > 0) {
      if (this.#at >= this.#held.length && !(await this.#more())) return;
      const step = Math.min(missing, this.#held.length - this.#at);
      this.#at += step;
      missing -= step;
    }
  }

  /** Lets the program that writes go: called when the reader stops before the end. */
  async close(): Promise<void> {
    await this.#pieces.return?.();
  }

  async #more(): Promise<boolean> {
    const next = await this.#pieces.next();
    if (next.done) return false;
    this.#held = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
    this.#at = 0;
    return true;
  }
}
