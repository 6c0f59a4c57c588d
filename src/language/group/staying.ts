/** Which texts stay in the need that they were put into: communities are whole, so a text that pulls to several ends in one of them. */
import type { Nearest } from '../neighbours/nearest.ts';
import type { Dense } from '../vectors/sparse.ts';
import { nearness } from './centres.ts';
import { pullOf } from './graph.ts';

/** Those `if-said` stay where they say what names the need. */
const HOLDS = { no: 0, ifSaid: 1, yes: 2 } as const;
export type Holds = (typeof HOLDS)[keyof typeof HOLDS];

/** More than half of what pulls at it is of its need. */
const HALF = 0.5;
/** Clearly nearer to the middle of its need than to any other. Our own, on samples of banking77’s training half. */
const CLEARLY = 0.05;

/** For each row of `of`, -1 for none: whether most of its nearest are of its need, or its need’s middle is the nearest. */
export function staying(nearest: Nearest, vectors: Dense, of: Int32Array, centres: Dense): Uint8Array {
  return Uint8Array.from(of, (need, row): Holds => {
    if (need < 0) return HOLDS.no;
    const others = new Set<number>();
    let [own, all] = [0, 0];
    for (let place = row * nearest.k; place < (row + 1) * nearest.k; place += 1) {
      const other = nearest.at[place] as number;
      if (other < 0) continue;
      const pull = pullOf(nearest.near[place] as number);
      const theirs = of[other] as number;
      all += pull;
      if (theirs === need) own += pull;
      else if (theirs >= 0) others.add(theirs);
    }
    if (own > HALF * all) return HOLDS.yes;
    const next = [...others].reduce((most, one) => Math.max(most, nearness(vectors, row, centres, one)), 0);
    const ahead = nearness(vectors, row, centres, need) - next;
    return ahead > CLEARLY ? HOLDS.yes : ahead > 0 ? HOLDS.ifSaid : HOLDS.no;
  });
}

export function stays(holds: number, says: () => boolean): boolean {
  return holds === HOLDS.yes || (holds === HOLDS.ifSaid && says());
}

/** All of so many texts stay. */
export function allStay(count: number): Uint8Array {
  return new Uint8Array(count).fill(HOLDS.yes);
}
