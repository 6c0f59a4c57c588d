/** What is weighed of a pair among others: who else wants the change, what else might answer the ask. */
import type { Changed } from './asked.ts';
import type { Candidate } from './candidates.ts';

export const AMONG = 27;

const HOUR = 3_600_000;
/** Work on one thing comes in a stretch; the same headline on a branch and on its merge within days. */
const STRETCH = 2 * HOUR;
const TWIN = 72 * HOUR;
/** Nobody else wants it: as unlikely as this. */
const NOBODY = -5;

interface Wanted {
  /** Sum of odds, the highest score, and the next. */
  sum: number;
  first: number;
  second: number;
}

export class AmongOthers {
  readonly #changed: readonly Changed[];
  readonly #headlines: readonly string[];
  readonly #wanted: readonly Wanted[];

  constructor(all: readonly (readonly Candidate[])[], changed: readonly Changed[], headlines: readonly string[]) {
    this.#changed = changed;
    this.#headlines = headlines;
    this.#wanted = changed.map(() => ({ sum: 0, first: NOBODY, second: NOBODY }));
    for (const own of all) {
      for (const { change, score } of own) {
        const wanted = this.#wanted[change] as Wanted;
        wanted.sum += Math.exp(score);
        if (score > wanted.first) {
          wanted.second = wanted.first;
          wanted.first = score;
        } else if (score > wanted.second) wanted.second = score;
      }
    }
  }

  /** One row per candidate of an ask, in their order. */
  traits(own: readonly Candidate[]): Float64Array<ArrayBuffer>[] {
    const sum = own.reduce((odds, { score }) => odds + Math.exp(score), 1);
    const next = (own[1]?.score ?? NOBODY) as number;
    const first = (own[0]?.score ?? NOBODY) as number;
    return own.map((candidate, rank) => {
      const { score, change, alike, covered, near } = candidate;
      const wanted = this.#wanted[change] as Wanted;
      const others = Math.log(Math.max(0, wanted.sum - Math.exp(score)) + 1 + Math.exp(NOBODY));
      const rival = score === wanted.first ? wanted.second : wanted.first;
      const [support, twin] = this.#beside(candidate, own);
      return Float64Array.of(
        score,
        score - Math.log(sum),
        score - others,
        score - Math.max(rival, NOBODY),
        Math.log1p(rank),
        rank === 0 ? score - next : score - first,
        covered.headline,
        covered.headlineSum,
        covered.title,
        covered.titleSum,
        covered.both,
        covered.bothSum,
        ...alike,
        ...near,
        twin,
        support,
        covered.headline * covered.title,
        alike[0] ** 2,
        alike[1] ** 2,
        alike[1] * near[0],
        covered.both * covered.bothSum,
        covered.headline * near[0],
      );
    });
  }

  /** The best other candidate in the same stretch of work, no better than itself; and whether one says the same. */
  #beside({ change, score }: Candidate, own: readonly Candidate[]): [number, number] {
    const at = this.#changed[change]?.at ?? null;
    if (at === null) return [NOBODY, 0];
    let [support, twin] = [NOBODY, 0];
    for (const other of own) {
      const then = this.#changed[other.change]?.at ?? null;
      if (other.change === change || then === null) continue;
      const apart = Math.abs(then - at);
      if (apart < STRETCH) support = Math.max(support, other.score);
      if (apart < TWIN && this.#headlines[other.change] === this.#headlines[change]) twin = 1;
    }
    return [Math.min(support, score), twin];
  }
}
