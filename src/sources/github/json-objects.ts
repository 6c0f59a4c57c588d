/** Cuts a text of JSON into its objects, whatever holds them: an array, lines, arrays in an array, or one after another. */

/** One issue with a hundred long comments; more is a file of something else. */
const LONGEST_OBJECT = 16 * 2 ** 20;

export type Piece =
  | { readonly object: string }
  /** Anything but objects in arrays, or an object without end: the rest is not read. */
  | { readonly flaw: string };

/** Fed with pieces of text; strings and escapes are followed, nothing is parsed. */
export class ObjectCutter {
  #held: string[] = [];
  #length = 0;
  #depth = 0;
  #quoted = false;
  #escaped = false;
  #flawed = false;

  *push(text: string): Generator<Piece> {
    let start = this.#depth > 0 ? 0 : -1;
    for (let at = 0; at < text.length && !this.#flawed; at += 1) {
      const sign = text[at] as string;
      if (this.#depth === 0 && sign !== '{') {
        if (!/[\s[\],]/.test(sign)) yield this.#flaw('it holds something else than JSON objects');
      } else if (this.#quoted) this.#inQuotes(sign);
      else if (sign === '"') this.#quoted = true;
      else if (sign === '{') {
        if (this.#depth === 0) start = at;
        this.#depth += 1;
      } else if (sign === '}') {
        this.#depth -= 1;
        if (this.#depth > 0) continue;
        const object = this.#held.join('') + text.slice(start, at + 1);
        this.#held = [];
        this.#length = 0;
        start = -1;
        yield { object };
      }
    }
    if (start === -1 || this.#flawed) return;
    this.#held.push(text.slice(start));
    this.#length += text.length - start;
    if (this.#length > LONGEST_OBJECT)
      yield this.#flaw(`one of its objects is longer than ${LONGEST_OBJECT / 2 ** 20} MB`);
  }

  *end(): Generator<Piece> {
    if (this.#depth > 0 && !this.#flawed) yield this.#flaw('it ends in the middle');
  }

  #inQuotes(sign: string): void {
    if (this.#escaped) this.#escaped = false;
    else if (sign === '\\') this.#escaped = true;
    else if (sign === '"') this.#quoted = false;
  }

  #flaw(flaw: string): Piece {
    this.#flawed = true;
    return { flaw };
  }
}
