/** Who speaks in threads: persons by number, who of them are makers or bots, and which replies are templates. */
import type { People } from '../values.ts';
import type { Answer, Ask, Closings, Pull, Side } from '../voice-values.ts';
import { keyOf } from './voice-fields.ts';

/** A text in so many threads that differs in names and numbers alone was written once: ours, argued in docs/reference/facts.md. */
const TEMPLATE_THREADS = 5;

/** Where nobody tells who the makers are: whoever answered so many threads of others, and so large a part of them. */
const LEAST_ANSWERED = 20;
const LEAST_PART = 0.005;
/** Or whoever gave the pull requests of so many threads: that is work on the product. */
const LEAST_WORKED = 3;

/** A person of whom nearly all replies are templates is a program under a human-looking name. */
const BOT_REPLIES = 20;
const NEARLY_ALL = 0.9;

export interface Spoken {
  readonly asks: readonly Ask[];
  readonly answers: readonly Answer[];
  readonly closings: Closings;
  readonly pulls: readonly Pull[];
}

export interface Voices {
  /** −1 for no author. */
  numberOf(authorId: string | null): number;
  /** The side of a row: its person's where one is known, else what the row tells. */
  sideOf(row: { readonly authorId: string | null; readonly side: Side; readonly origin: string }): Side;
  readonly isTemplated: (answer: Answer) => boolean;
  readonly isMaker: Uint8Array;
  readonly told: ReadonlySet<string>;
  readonly byBehaviour: ReadonlySet<string>;
}

export function voicesOf(spoken: Spoken, people: People): Voices {
  const { asks, answers, closings, pulls } = spoken;
  const numbers = new Map<string, number>();
  const own = new Map<string, number>();
  const numberOf = (authorId: string | null): number => {
    if (authorId === null) return -1;
    const known = own.get(authorId);
    if (known !== undefined) return known;
    const person = people.personOf.get(authorId) ?? authorId;
    const number = numbers.get(person) ?? numbers.size;
    numbers.set(person, number);
    own.set(authorId, number);
    return number;
  };
  const rows = [...asks, ...answers, ...pulls];
  const makers = new Set<number>();
  const bots = new Set<number>();
  const told = new Set<string>();
  for (const { authorId, side, origin } of rows) {
    const person = numberOf(authorId);
    if (side !== 'unknown' && side !== 'bot') told.add(origin);
    if (person < 0) continue;
    // Whoever names one of the team where they speak has told who its makers are there.
    if (people.roles?.get(authorId as string) === 'team') told.add(origin);
    if (side === 'maker') makers.add(person);
    if (side === 'bot' || people.bots.has(authorId as string)) bots.add(person);
  }
  for (const authorId of closings.makers) makers.add(numberOf(authorId));
  const uses = templatesIn(answers);
  // A change or another thread that is named is an answer, however often the words around it are used.
  const isTemplated = ({ templated, template, done, pulls: given, duplicates }: Answer) =>
    templated ||
    (done.length + given.length + duplicates.length === 0 && (uses.get(template) ?? 0) >= TEMPLATE_THREADS);
  for (const person of repeaters(answers, numberOf, isTemplated)) bots.add(person);
  const behaving = makersByBehaviour(spoken, told, numberOf, bots);
  for (const person of behaving.makers) makers.add(person);
  const outsiders = new Set<number>();
  for (const [authorId, role] of people.roles ?? []) {
    const person = numberOf(authorId);
    for (const side of [makers, bots, outsiders]) side.delete(person);
    (role === 'team' ? makers : role === 'bot' ? bots : outsiders).add(person);
  }
  for (const bot of bots) makers.delete(bot);
  const judged = (origin: string) => told.has(origin) || behaving.origins.has(origin);
  const sideOf: Voices['sideOf'] = ({ authorId, side, origin }) => {
    const person = numberOf(authorId);
    if (outsiders.has(person)) return 'outsider';
    if (bots.has(person)) return 'bot';
    if (makers.has(person)) return 'maker';
    if (side === 'bot') return 'bot';
    if (side === 'maker') return 'maker';
    return judged(origin) ? 'outsider' : 'unknown';
  };
  const isMaker = new Uint8Array(numbers.size);
  for (const person of makers) isMaker[person] = 1;
  return { numberOf, sideOf, isTemplated, isMaker, told, byBehaviour: behaving.origins };
}

/** In how many threads each text stands. */
function templatesIn(answers: readonly Answer[]): ReadonlyMap<number, number> {
  const uses = new Map<number, number>();
  const last = new Map<number, string>();
  for (const answer of answers) {
    if (answer.template === 0) continue;
    const key = keyOf(answer);
    if (last.get(answer.template) === key) continue;
    last.set(answer.template, key);
    uses.set(answer.template, (uses.get(answer.template) ?? 0) + 1);
  }
  return uses;
}

function repeaters(
  answers: readonly Answer[],
  numberOf: (authorId: string | null) => number,
  isTemplated: (answer: Answer) => boolean,
): readonly number[] {
  const counts = new Map<number, { all: number; templated: number }>();
  for (const answer of answers) {
    const person = numberOf(answer.authorId);
    if (person < 0) continue;
    const count = counts.get(person) ?? { all: 0, templated: 0 };
    counts.set(person, count);
    count.all += 1;
    if (isTemplated(answer)) count.templated += 1;
  }
  return [...counts].flatMap(([person, { all, templated }]) =>
    all >= BOT_REPLIES && templated >= NEARLY_ALL * all ? [person] : [],
  );
}

function makersByBehaviour(
  { asks, answers }: Spoken,
  told: ReadonlySet<string>,
  numberOf: (authorId: string | null) => number,
  bots: ReadonlySet<number>,
): { readonly makers: ReadonlySet<number>; readonly origins: ReadonlySet<string> } {
  const askers = new Map<string, number>();
  const size = new Map<string, number>();
  for (const ask of asks) {
    if (told.has(ask.origin)) continue;
    askers.set(keyOf(ask), numberOf(ask.authorId));
    size.set(ask.origin, (size.get(ask.origin) ?? 0) + 1);
  }
  const answered = new Map<string, Map<number, Set<string>>>();
  for (const answer of answers) {
    const asker = askers.get(keyOf(answer));
    const person = numberOf(answer.authorId);
    if (asker === undefined || person < 0 || person === asker || bots.has(person)) continue;
    const byPerson = answered.get(answer.origin) ?? new Map<number, Set<string>>();
    answered.set(answer.origin, byPerson);
    const threads = byPerson.get(person) ?? new Set<string>();
    byPerson.set(person, threads);
    threads.add(answer.thread);
  }
  const makers = new Set<number>();
  const origins = new Set<string>();
  const worked = new Map<number, Set<string>>();
  for (const answer of answers) {
    const person = numberOf(answer.authorId);
    if (answer.pulls.length === 0 || told.has(answer.origin) || person < 0 || bots.has(person)) continue;
    const threads = worked.get(person) ?? new Set<string>();
    worked.set(person, threads);
    threads.add(keyOf(answer));
    if (threads.size < LEAST_WORKED) continue;
    makers.add(person);
    origins.add(answer.origin);
  }
  for (const [origin, byPerson] of answered) {
    const least = Math.max(LEAST_ANSWERED, LEAST_PART * (size.get(origin) ?? 0));
    for (const [person, threads] of byPerson) {
      if (threads.size < least) continue;
      makers.add(person);
      origins.add(origin);
    }
  }
  return { makers, origins };
}
