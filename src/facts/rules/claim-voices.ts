/** What customers say on what a claim is about: for it, against it, and with which figures. */
import type { Evidence } from '#core/evidence.ts';
import { answersTo, isMood, MOOD, moodOf, SAD, WARM } from './claim-mood.ts';
import { termsOf } from './claim-terms.ts';
import { textIn } from './fields.ts';
import { proseOf } from './prose.ts';

export interface Told {
  readonly evidence: string;
  readonly from: number;
  readonly to: number;
  readonly person: string;
  readonly at: number;
}

export interface Heard {
  readonly praise: readonly Told[];
  readonly against: readonly Told[];
}

/** Where customers speak of what they got. In a tracker nearly everybody tells of a fault, whatever is claimed. */
const SPOKEN: ReadonlySet<string> = new Set(['review', 'post', 'survey', 'ticket']);
const MOST_TEXT = 4_000;
const MOST_SENTENCES = 40;
/** A sentence that short with a time in it is about that time: “Sixteen minutes.” */
const BARE = 40;
/** A word of praise is said so much more often in praise than anywhere. */
const LIFT = 2;
/** A number with its unit. */
const FIGURE =
  /\b(\d{1,4}(?:\.\d{1,2})?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty)[ -](minute|second|hour|day|week)s?\b/gi;
const NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
};
const SECONDS: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3_600, day: 86_400, week: 604_800 };
/** Times are compared with a claimed one where what is told is about waiting, not about a ride or a call. */
const WAITED =
  /\b(?:wait\w*|took|takes|later?|arriv\w*|came|come|before (?:it|the|a)|until|after|reply|answer\w*|heard|stood|door)\b/i;

interface Sentence extends Told {
  readonly terms: readonly string[];
  readonly glad: boolean;
  readonly sad: boolean;
  /** Seconds that it speaks of, where it speaks of waiting. */
  readonly waited: number | null;
}

interface Praise extends Told {
  readonly all: ReadonlySet<string>;
  readonly warm: boolean;
}

export class VoiceSide {
  readonly #wanted: ReadonlySet<string>;
  readonly #names: ReadonlySet<string>;
  #makers: ReadonlySet<string> = new Set();
  #said: Sentence[] = [];
  /** Sentences of praise with all that they speak of, and how often every word is said at all. */
  #praises: Praise[] = [];
  readonly #everywhere = new Map<string, number>();
  #sentences = 0;
  readonly #often = new Map<string, number>();
  #count = 0;

  constructor(wanted: ReadonlySet<string>, names: ReadonlySet<string>) {
    this.#wanted = wanted;
    this.#names = names;
  }

  /** Ids of pieces that makers wrote: they do not count. */
  without(makers: ReadonlySet<string>): void {
    this.#makers = makers;
    const others = ({ evidence }: Told) => !this.#makers.has(evidence);
    this.#said = this.#said.filter(others);
    this.#praises = this.#praises.filter(others);
  }

  /** All words of praise, so that what shipped is looked at for them too. */
  praised(): ReadonlySet<string> {
    return new Set(this.#praises.flatMap(({ all, warm }) => (warm ? [...all] : [])));
  }

  get anything(): boolean {
    return this.#count > 0;
  }

  /** What several people praise in warm words, by its word, the most people first; words that all use anyway are left out. */
  favourites(least: number): readonly { readonly term: string; readonly told: readonly Told[] }[] {
    const warm = this.#praises.filter((one) => one.warm);
    const byTerm = new Map<string, Praise[]>();
    for (const one of warm) for (const term of one.all) byTerm.set(term, [...(byTerm.get(term) ?? []), one]);
    return [...byTerm]
      .filter(([term, some]) => {
        const often = this.#everywhere.get(term) ?? 1;
        const lifted = some.length / Math.max(1, warm.length) > LIFT * (often / Math.max(1, this.#sentences));
        return !isMood(term) && lifted && often < this.#sentences / 20 && byPerson(some).length >= least;
      })
      .map(([term, some]) => {
        const shown = byPerson(some);
        const people = new Set(shown.map(({ person }) => person));
        const others = byPerson(this.#praises.filter(({ all, person }) => all.has(term) && !people.has(person)));
        return { term, told: [...shown, ...others] };
      })
      .toSorted((a, b) => b.told.length - a.told.length || (a.term < b.term ? -1 : 1));
  }

  take({ id, type, at, authorId, body, lang, amount, data }: Evidence): void {
    if (body === null || !SPOKEN.has(type) || (lang !== null && !/^en\b/i.test(lang))) return;
    this.#count += 1;
    const text = body.slice(0, MOST_TEXT);
    if (proseOf(text) === '') return;
    const praises = answersTo(type === 'survey' ? textIn(data, 'question') : null).praise;
    for (const { 0: sentence, index } of [...text.matchAll(/[^.!?\n]{4,400}[.!?]?/g)].slice(0, MOST_SENTENCES)) {
      const all = termsOf(sentence.replace(MOOD, ' '), this.#names);
      this.#sentences += 1;
      for (const term of all) this.#everywhere.set(term, (this.#everywhere.get(term) ?? 0) + 1);
      const terms = [...all].filter((term) => this.#wanted.has(term));
      for (const term of terms) this.#often.set(term, (this.#often.get(term) ?? 0) + 1);
      const waited = sentence.length < BARE || WAITED.test(sentence) ? longestIn(sentence) : null;
      const sad = SAD.test(sentence) || (amount !== null && amount <= 2 && type === 'review');
      const glad = praises && !sad && moodOf(sentence) === 'glad';
      const from = index + sentence.length - sentence.trimStart().length;
      const told = { evidence: id, person: authorId ?? id, at, from, to: index + sentence.trimEnd().length };
      const stars = type === 'review' && amount !== null && amount >= 4 && !sad;
      if ((glad || stars) && all.size > 0) this.#praises.push({ ...told, all, warm: glad && WARM.test(sentence) });
      if (terms.length > 0 || waited !== null) this.#said.push({ ...told, terms, glad, sad, waited });
    }
  }

  /** What else people speak of where they praise it, with who does. */
  beside(term: string): ReadonlyMap<string, ReadonlySet<string>> {
    const people = new Map<string, Set<string>>();
    for (const { all, person } of this.#praises.filter((one) => one.all.has(term)))
      for (const other of all)
        if (other !== term) people.set(other, (people.get(other) ?? new Set<string>()).add(person));
    return people;
  }

  /** Sentences on what a claim is about: they share two of its words, or one that few sentences have. */
  on(terms: ReadonlySet<string>, from: number): Heard {
    const about = this.#said.filter(({ terms: own, at }) => {
      if (at < from) return false;
      const shared = own.filter((term) => terms.has(term));
      return shared.length >= 2 || (terms.size === 1 && shared.length === 1 && this.#rare(shared[0] as string));
    });
    return { praise: byPerson(about.filter(({ glad }) => glad)), against: byPerson(about.filter(({ sad }) => sad)) };
  }

  /** Of a claim that something is never or not there: who speaks of it all the same. */
  against(terms: ReadonlySet<string>, from: number): readonly Told[] {
    return byPerson(
      this.#said.filter(({ terms: own, at, glad }) => at >= from && !glad && own.some((term) => terms.has(term))),
    );
  }

  /** People who tell of a longer wait than is claimed, and those who tell of one that is not longer. */
  waits(seconds: number, from: number): { readonly longer: readonly Told[]; readonly within: readonly Told[] } {
    const told = this.#said.filter(
      ({ waited, at }) =>
        waited !== null && at >= from && waited >= seconds / 20 && waited !== seconds && waited <= seconds * 200,
    );
    return {
      longer: byPerson(told.filter(({ waited }) => (waited as number) > seconds * 1.25)),
      within: byPerson(told.filter(({ waited }) => (waited as number) <= seconds * 1.25)),
    };
  }

  #rare(term: string): boolean {
    return (this.#often.get(term) ?? 0) <= Math.max(3, this.#count * 0.05);
  }
}

/** What a claim promises as a longest time, in seconds; null where it promises none. */
export function claimedTime(text: string): number | null {
  if (/\b(?:older than|every|per|a|last|past|since|for)\s+\d{1,4}[ -](?:minute|hour|day)/i.test(text)) return null;
  return longestIn(text.replace(/\bwithin (?:a|an) (minute|hour|day|week)\b/i, 'within one $1')) ?? null;
}

function longestIn(sentence: string): number | null {
  let longest: number | null = null;
  for (const [, number, unit] of sentence.matchAll(FIGURE)) {
    const n = NUMBERS[(number as string).toLowerCase()] ?? Number(number);
    const seconds = n * (SECONDS[(unit as string).toLowerCase()] as number);
    if (longest === null || seconds > longest) longest = seconds;
  }
  return longest;
}

/** One sentence for each person, the newest. */
function byPerson(said: readonly Told[]): readonly Told[] {
  const newest = new Map<string, Told>();
  for (const one of said) newest.set(one.person, one);
  return [...newest.values()].toSorted((a, b) => b.at - a.at || (a.evidence < b.evidence ? -1 : 1));
}
