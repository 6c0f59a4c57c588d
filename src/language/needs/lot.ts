/** What is drawn of very much: by what its id hashes to, so that every machine draws the same. */
import { printOf } from './said.ts';

/** 32 bits, as if by chance: ids that differ in their last letter have lots far apart. MurmurHash3’s finaliser (Appleby, public domain). */
export function lotOf(id: string): number {
  const value = printOf({ title: null, body: id });
  let out = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  out = Math.imul(out ^ (out >>> 13), 0xc2b2ae35);
  return (out ^ (out >>> 16)) >>> 0;
}

/** Of whatever comes by, all while that is few; else some drawn evenly, at most `most`, at least about half as many. */
export class EvenDraw<Item> {
  readonly #most: number;
  readonly #kept = new Map<string, Item>();
  /** Lots below this are drawn; halved when too many are. */
  #below = 2 ** 32;

  constructor(most: number) {
    this.#most = most;
  }

  /** Whether it would be drawn as things are: what is dear to make is made for no other. */
  draws(id: string): boolean {
    return lotOf(id) < this.#below;
  }

  add(id: string, item: Item): void {
    if (!this.draws(id)) return;
    this.#kept.set(id, item);
    while (this.#kept.size > this.#most) {
      this.#below /= 2;
      for (const kept of this.#kept.keys()) if (!this.draws(kept)) this.#kept.delete(kept);
    }
  }

  /** What was drawn, and whether that is all that came by. */
  drawn(): { readonly items: ReadonlyMap<string, Item>; readonly all: boolean } {
    return { items: this.#kept, all: this.#below === 2 ** 32 };
  }
}
