/** Gaps between releases in whole days: their chances, what is true of them, and of the waits that they make. */
import { normalCdf } from '#core/statistics/normal.ts';
import type { Random } from '#core/statistics/random.ts';

/** No simulated company waits longer. */
const LONGEST = 400;

export class Gaps {
  /** By day, from 1 on. */
  readonly #chance: Float64Array;
  readonly #upTo: Float64Array;
  /** Of gaps of so many days or more: their chances, and their chances times their days, added up. */
  readonly #chanceFrom = new Float64Array(LONGEST + 2);
  readonly #daysFrom = new Float64Array(LONGEST + 2);
  readonly mean: number;

  /** Log-normal gaps, rounded to whole days, or to whole weeks where releases have their day. */
  constructor(median: number, spread: number, step: 1 | 7) {
    this.#chance = new Float64Array(LONGEST + 1);
    const share = (days: number) => (days <= 0 ? 0 : normalCdf(Math.log(days / median) / spread));
    for (let gap = step; gap <= LONGEST; gap += step) {
      const from = gap === step ? 0 : gap - step / 2;
      this.#chance[gap] = (gap + step > LONGEST ? 1 : share(gap + step / 2)) - share(from);
    }
    let sum = 0;
    this.#upTo = this.#chance.map((chance) => {
      sum += chance;
      return sum;
    });
    for (let gap = LONGEST; gap >= 0; gap -= 1) {
      const chance = this.#chance[gap] ?? 0;
      this.#chanceFrom[gap] = (this.#chanceFrom[gap + 1] ?? 0) + chance;
      this.#daysFrom[gap] = (this.#daysFrom[gap + 1] ?? 0) + chance * gap;
    }
    this.mean = this.#chance.reduce((total, chance, gap) => total + chance * gap, 0);
  }

  draw(random: Random): number {
    const wanted = random.uniform();
    const found = this.#upTo.findIndex((share) => share >= wanted);
    return found < 0 ? LONGEST : found;
  }

  median(): number {
    return this.#upTo.findIndex((share) => share >= 0.5);
  }

  /** The chance of a gap longer than this. */
  longer(days: number): number {
    return days < 0 ? 1 : 1 - (this.#upTo[Math.min(LONGEST, Math.floor(days))] ?? 1);
  }

  /** The chance that whoever comes at any moment waits longer than this for the next release. */
  waitsLonger(days: number): number {
    const from = Math.max(0, Math.ceil(days));
    return ((this.#daysFrom[from] ?? 0) - days * (this.#chanceFrom[from] ?? 0)) / this.mean;
  }
}
