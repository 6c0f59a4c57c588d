/** What the columns of a survey ask for: words of one's own, a point on a scale, or a choice. Pure. */
import { nameOf, namesPerson } from '../table/roles.ts';

export type Question = 'free' | 'scale' | 'choice' | 'left out';

/** Fewer answers cannot show whether they are one's own words. */
const FEWEST = 5;
/** Words of one's own are seldom alike and longer than a label: ours, tried on the four surveys that the guide names. */
const UNLIKE = 0.6;
const LETTERS = 12;
const HIGHEST = 10;

/** So many answers tell a question; a column of more is not kept in memory. */
const KEPT = 5_000;

export class Answers {
  #count = 0;
  #letters = 0;
  #numbers = 0;
  #addresses = 0;
  readonly #different = new Set<string>();
  #kept = 0;

  see(answer: string): void {
    const text = answer.trim();
    if (text === '') return;
    this.#count += 1;
    this.#letters += text.length;
    const number = Number(text.replace(',', '.'));
    if (Number.isFinite(number) && number >= 0 && number <= HIGHEST) this.#numbers += 1;
    if (/^https?:\/\/\S+$/.test(text)) this.#addresses += 1;
    if (this.#kept >= KEPT) return;
    this.#kept += 1;
    this.#different.add(text.slice(0, 200).toLowerCase());
  }

  asksFor(heading: string): Question {
    if (namesPerson(heading) || /\b(?:names?|instructors?|e mail)\b/.test(nameOf(heading))) return 'left out';
    if (this.#count > 0 && this.#numbers === this.#count)
      return this.#different.size <= HIGHEST + 1 ? 'scale' : 'choice';
    if (this.#count < FEWEST || this.#addresses > this.#count / 2) return 'choice';
    const own = this.#different.size / Math.min(this.#kept, this.#count);
    return own >= UNLIKE && this.#letters / this.#count >= LETTERS ? 'free' : 'choice';
  }
}
