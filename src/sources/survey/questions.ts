/** What the columns of a survey ask for: words of one's own, a point on a scale, or a choice. Pure. */
import { nameOf, namesPerson } from '../table/roles.ts';

export type Question = 'free' | 'scale' | 'choice' | 'left out';

/** Fewer answers cannot show whether they are one's own words. */
const FEWEST = 5;
/** Words of one's own are seldom alike and longer than a label: ours, tried on the four surveys that the guide names. */
const UNLIKE = 0.6;
const LETTERS = 12;
const HIGHEST = 10;
/** Many answers of which only two differ are a yes or no, or `Python 2 or 3?`. */
const FEWEST_POINTS = 3;
const MANY = 10;

/** Names are shorter on the average than what is thought of those who have them. */
const LONGEST_NAMES = 60;

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
    if (namesPerson(heading)) return 'left out';
    const length = this.#letters / Math.max(1, this.#count);
    if (/\b(?:names?|instructors?|e mail)\b/.test(nameOf(heading)) && length < LONGEST_NAMES) return 'left out';
    if (this.#count > 0 && this.#numbers === this.#count) return this.#isScale() ? 'scale' : 'choice';
    if (this.#count < FEWEST || this.#addresses > this.#count / 2) return 'choice';
    const own = this.#different.size / Math.min(this.#kept, this.#count);
    return own >= UNLIKE && length >= LETTERS ? 'free' : 'choice';
  }

  #isScale(): boolean {
    const points = this.#different.size;
    return points <= HIGHEST + 1 && (points >= FEWEST_POINTS || this.#count < MANY);
  }

  get count(): number {
    return this.#count;
  }
}

/** `wish_1`, `wish_2`, `wish_3` ask one question: of words and choices, the column that most answered tells for all. */
export function alike(
  asked: ReadonlyMap<string, Answers>,
  alone: ReadonlyMap<string, Question>,
): Map<string, Question> {
  const told = new Map(alone);
  const inWords = [...alone].filter(([, asks]) => asks === 'free' || asks === 'choice').map(([column]) => column);
  const countOf = (column: string) => asked.get(column)?.count ?? 0;
  for (const columns of Map.groupBy(inWords, familyOf).values()) {
    const most = columns.reduce((one, other) => (countOf(other) > countOf(one) ? other : one));
    for (const column of columns) told.set(column, alone.get(most) ?? 'choice');
  }
  return told;
}

function familyOf(column: string): string {
  return nameOf(column).replace(/ \d{1,2}$/, '');
}
