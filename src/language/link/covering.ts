/** Which share of one side’s words the other side says, rare words counting more. */
import type { Terms } from './terms.ts';

export interface Covered {
  /** Of the change’s headline, what the ask says: as a share, and in all. */
  readonly headline: number;
  readonly headlineSum: number;
  readonly headlineAll: number;
  /** Of the ask’s title, what the change says. */
  readonly title: number;
  readonly titleSum: number;
  /** Of the headline, what the title says. */
  readonly both: number;
  readonly bothSum: number;
}

interface Coded {
  readonly title: Int32Array;
  readonly all: Int32Array;
}

export class Covering {
  readonly #rare: Float64Array;
  readonly #changed: readonly Coded[];
  readonly #asked: readonly Coded[];
  readonly #inTitle: Int32Array;
  readonly #inAll: Int32Array;
  #ask = 0;

  constructor(asked: readonly Terms[], changed: readonly Terms[]) {
    const numbers = new Map<string, number>();
    const spread: number[] = [];
    const coded = ({ title, all }: Terms): Coded => {
      const number = (term: string) => {
        const known = numbers.get(term);
        if (known !== undefined) return known;
        numbers.set(term, spread.length);
        return spread.push(0) - 1;
      };
      const own = { title: Int32Array.from(new Set(title), number), all: Int32Array.from(new Set(all), number) };
      for (const term of own.all) spread[term] = (spread[term] as number) + 1;
      return own;
    };
    this.#asked = asked.map(coded);
    this.#changed = changed.map(coded);
    const rows = asked.length + changed.length;
    this.#rare = Float64Array.from(spread, (count) => Math.log((rows + 1) / Math.max(1, count)));
    this.#inTitle = new Int32Array(spread.length);
    this.#inAll = new Int32Array(spread.length);
  }

  /** Marks the words of an ask, so that many changes can be held against it. */
  look(ask: number): void {
    this.#ask = ask;
    const mark = ask + 1;
    for (const term of this.#asked[ask]?.title ?? []) this.#inTitle[term] = mark;
    for (const term of this.#asked[ask]?.all ?? []) this.#inAll[term] = mark;
  }

  of(change: number): Covered {
    const mark = this.#ask + 1;
    let [headlineSum, headlineAll, bothSum] = [0, 0, 0];
    const own = this.#changed[change] as Coded;
    for (const term of own.title) {
      const rare = this.#rare[term] as number;
      headlineAll += rare;
      if (this.#inAll[term] === mark) headlineSum += rare;
      if (this.#inTitle[term] === mark) bothSum += rare;
    }
    let titleSum = 0;
    for (const term of own.all) if (this.#inTitle[term] === mark) titleSum += this.#rare[term] as number;
    let titleAll = 0;
    for (const term of this.#asked[this.#ask]?.title ?? []) titleAll += this.#rare[term] as number;
    return {
      headline: share(headlineSum, headlineAll),
      headlineSum,
      headlineAll,
      title: share(titleSum, titleAll),
      titleSum,
      both: share(bothSum, headlineAll),
      bothSum,
    };
  }
}

function share(part: number, all: number): number {
  return all > 0 ? part / all : 0;
}
