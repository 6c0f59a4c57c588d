/** Known problems not mentioned: what many people of one need tell of, what a standing claim praises, and no document admits. Pure. */
import { wilson } from '#core/statistics/wilson.ts';
import { YEAR_OF_WEEKS as YEAR } from '#core/time.ts';
import { moodOf } from './claim-mood.ts';
import { OTHERWISE } from './claim-otherwise.ts';
import { phrasesOf } from './claim-phrases.ts';
import { termsOf } from './claim-terms.ts';

/** Fewer than five people are a few; what nobody told of for a year may be over. Both are our own. */
const MANY = 5;
/** A word is of a need where so many of its people use it, and its pieces do so that much more often than all do. */
const USERS = 3;
const USED = 0.25;
const LIFT = 2;
/** Words of a claim that must be of the need; of a claim of one or two words, one that half of its people use and few others. */
const SHARED = 2;
const NEAR = 3;
const HALF = 0.5;
const RARE = 0.05;
const MOST_TEXT = 4_000;
const MOST_SENTENCES = 40;
const SHOWN = 2;
const LEVEL = 0.95;
/** A line that admits that something is not so, or not always, or not yet. Wide on purpose: what is admitted is no finding. */
const ADMITS =
  /\b(?:known (?:issue|problem|limitation|bug)s?|limit(?:s|ed|ation|ations)?|caveats?|not (?:yet|always|every|all|guaranteed|available|supported)|cannot|can['’]t|(?:does|do|did|is|are|was|were|has|have|wo|would|could)(?: not|n['’]t)|currently|at present|at the moment|for now|sometimes|occasionally|at times|may (?:be|take|not|have)|might|can (?:take|be|fail|vary)|unless|except|depend(?:s|ing)? on|delay\w*|late|later|longer|slow\w*|sorry|apolog\w+|soon|planned|to come|coming|work(?:ing)? on|in progress|workarounds?|fail(?:s|ed|ure)?|extra|surcharges?|plus|wrong|broken|bugs?)\b/i;

export interface Piece {
  readonly id: string;
  readonly at: number;
  /** Distinct for distinct people. */
  readonly person: string;
  readonly title: string | null;
  readonly body: string | null;
  readonly content: boolean;
  /** What it asks for has shipped. */
  readonly answered?: boolean;
}

export interface ProblemNeed {
  readonly id: string;
  readonly members: ReadonlySet<string>;
  /** When a release answered one of its asks last; before it nothing counts. */
  readonly answeredAt: number | null;
}

export interface Praising {
  readonly id: string;
  readonly text: string;
}

export interface KnownProblem {
  readonly need: string;
  readonly claim: string;
  /** The claim's own words that people use too. */
  readonly words: string;
  readonly people: number;
  /** Of how many people who were heard at all, with the interval of the share. */
  readonly of: number;
  readonly low: number;
  readonly high: number;
  readonly firstAt: number;
  readonly told: readonly { readonly evidence: string; readonly field: 'title' | 'body'; from: number; to: number }[];
}

interface Heard extends Piece {
  readonly terms: ReadonlySet<string>;
}

export function problemsIn(
  needs: readonly ProblemNeed[],
  pieces: readonly Piece[],
  claims: readonly Praising[],
  lines: readonly string[],
  names: ReadonlySet<string>,
): readonly KnownProblem[] {
  const asked = claims.map((claim) => ({ claim, terms: termsOf(claim.text, names) }));
  const wanted = new Set(asked.flatMap(({ terms }) => [...terms]));
  const heard = pieces.map((piece): Heard => ({ ...piece, terms: wantedIn(piece, wanted, names) }));
  const byId = new Map(heard.map((piece) => [piece.id, piece]));
  const everywhere = new Map<string, number>();
  for (const { terms } of heard) for (const term of terms) everywhere.set(term, (everywhere.get(term) ?? 0) + 1);
  const newest = heard.reduce((last, { at }) => Math.max(last, at), 0);
  const everybody = new Set(heard.map(({ person }) => person)).size;
  const admitted = lines.filter((line) => ADMITS.test(line)).map((line) => termsOf(line, names));
  const usual = (term: string) => (everywhere.get(term) ?? 0) / heard.length;
  const found = needs.flatMap((need): KnownProblem[] => {
    const own = [...need.members].flatMap((id) => byId.get(id) ?? []);
    const core = coreOf(own, usual);
    const [best] = asked
      .flatMap(({ claim, terms }) => {
        const shared = nearEachOther([...terms], core);
        const alone = terms.size <= 2 && shared.some((term) => (core.get(term) ?? 0) >= HALF && usual(term) <= RARE);
        return shared.length >= SHARED || alone ? [{ claim, shared }] : [];
      })
      .toSorted((a, b) => b.shared.length - a.shared.length || (a.claim.id < b.claim.id ? -1 : 1));
    if (best === undefined) return [];
    const { claim, shared } = best;
    const least = Math.min(SHARED, shared.length);
    if (admitted.some((terms) => shared.filter((term) => terms.has(term)).length >= least)) return [];
    const told = toldIn(own, shared, need.answeredAt, names);
    const people = told.length;
    const share = wilson(people, everybody, LEVEL);
    if (people < MANY || share === null || !told.some(({ at }) => at > newest - YEAR)) return [];
    const words = wordsShared(claim.text, new Set(shared), names);
    return [problemOf(need.id, claim, words, told, { of: everybody, low: share.low, high: share.high })];
  });
  const otherwise = OTHERWISE.flatMap(({ id, claims: isOf, told: tells, admits }): KnownProblem[] => {
    const claim = claims.find(({ text }) => isOf(text));
    if (claim === undefined || lines.some((line) => admits.test(line))) return [];
    const told = newestOf(heard, (piece) => sentenceIn(piece, (sentence) => tells.test(sentence)));
    const share = wilson(told.length, everybody, LEVEL);
    if (told.length < MANY || share === null || !told.some(({ at }) => at > newest - YEAR)) return [];
    const words = wordsFrom(claim.text, names);
    return [problemOf(id, claim, words, told, { of: everybody, low: share.low, high: share.high })];
  });
  const phrases = claims.flatMap((claim): KnownProblem[] =>
    phrasesOf(claim.text, names).flatMap(({ words, toldIn: tells, namedIn }) => {
      if (admitted.some(namedIn)) return [];
      const open = heard.filter(({ answered, terms }) => answered !== true && namedIn(terms));
      const told = newestOf(open, (piece) => sentenceIn(piece, tells));
      const share = wilson(told.length, everybody, LEVEL);
      if (told.length < MANY || share === null || !told.some(({ at }) => at > newest - YEAR)) return [];
      return [problemOf(words, claim, words, told, { of: everybody, low: share.low, high: share.high })];
    }),
  );
  // Two needs on one claim are one line, and one need on two claims: the one that more people have.
  return [...found, ...otherwise, ...phrases]
    .toSorted((a, b) => b.people - a.people || (a.need < b.need ? -1 : a.need > b.need ? 1 : 0))
    .filter((one, at, all) => !all.slice(0, at).some(({ claim, need }) => claim === one.claim || need === one.need));
}

function textOf({ title, body }: Piece): string {
  return `${title ?? ''}\n${body ?? ''}`.slice(0, MOST_TEXT);
}

function wantedIn(piece: Piece, wanted: ReadonlySet<string>, names: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...termsOf(textOf(piece), names)].filter((term) => wanted.has(term)));
}

/** Words that set a need apart, with the share of its people who use them. */
function coreOf(own: readonly Heard[], usual: (term: string) => number): ReadonlyMap<string, number> {
  const people = new Set(own.map(({ person }) => person)).size;
  const users = new Map<string, Set<string>>();
  const pieces = new Map<string, number>();
  for (const { terms, person } of own)
    for (const term of terms) {
      users.set(term, (users.get(term) ?? new Set()).add(person));
      pieces.set(term, (pieces.get(term) ?? 0) + 1);
    }
  return new Map(
    [...users].flatMap(([term, some]) => {
      const share = some.size / people;
      const lift = (pieces.get(term) ?? 0) / own.length / Math.max(1e-9, usual(term));
      return some.size >= USERS && share >= USED && lift >= LIFT ? [[term, share] as const] : [];
    }),
  );
}

function problemOf(
  need: string,
  claim: Praising,
  words: string,
  told: readonly ToldAt[],
  heard: Pick<KnownProblem, 'of' | 'low' | 'high'>,
): KnownProblem {
  const firstAt = Math.min(...told.map(({ at }) => at));
  return { need, claim: claim.id, words, people: told.length, ...heard, firstAt, told: told.slice(0, SHOWN) };
}

interface Spot {
  readonly field: 'title' | 'body';
  readonly from: number;
  readonly to: number;
}

type ToldAt = Spot & { readonly at: number; readonly evidence: string };

/** It has a shared word, is not glad, and was said since the need was last answered. */
function toldIn(own: readonly Heard[], shared: readonly string[], since: number | null, names: ReadonlySet<string>) {
  const isTold = (sentence: string) => {
    const terms = termsOf(sentence, names);
    return shared.some((term) => terms.has(term)) && moodOf(sentence) !== 'glad';
  };
  return newestOf(
    own.filter(({ at }) => since === null || at > since),
    (piece) => sentenceIn(piece, isTold),
  );
}

/** One sentence for each person, the newest; none of who is content. */
function newestOf(pieces: readonly Heard[], spotIn: (piece: Piece) => Spot | null): readonly ToldAt[] {
  const newest = new Map<string, ToldAt>();
  for (const piece of pieces.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))) {
    const spot = piece.content ? null : spotIn(piece);
    if (spot !== null) newest.set(piece.person, { ...spot, at: piece.at, evidence: piece.id });
  }
  return [...newest.values()].toSorted((a, b) => b.at - a.at || (a.evidence < b.evidence ? -1 : 1));
}

function sentenceIn(piece: Piece, isTold: (sentence: string) => boolean): Spot | null {
  for (const field of ['body', 'title'] as const) {
    const sentences = [...(piece[field] ?? '').slice(0, MOST_TEXT).matchAll(/[^.!?\n]{4,400}[.!?]?/g)];
    for (const { 0: sentence, index } of sentences.slice(0, MOST_SENTENCES)) {
      if (!isTold(sentence)) continue;
      const from = index + sentence.length - sentence.trimStart().length;
      return { field, from, to: index + sentence.trimEnd().length };
    }
  }
  return null;
}

/** Words of a long claim that stand far apart are of different things: those nearest to another, or the only one. */
function nearEachOther(terms: readonly string[], core: ReadonlyMap<string, number>): readonly string[] {
  const places = terms.flatMap((term, at) => (core.has(term) ? at : []));
  const near = places.filter((at) => places.some((other) => other !== at && Math.abs(other - at) <= NEAR));
  return (near.length === 0 ? places.slice(0, 1) : near).map((at) => terms[at] as string);
}

/** In the order and the spelling of the claim, each once. */
function wordsShared(text: string, shared: ReadonlySet<string>, names: ReadonlySet<string>): string {
  const left = new Set(shared);
  const words = text.match(/[\p{L}\p{N}'’-]+/gu) ?? [];
  return words.filter((word) => [...termsOf(word, names)].some((term) => left.delete(term))).join(' ');
}

/** Of its first clause all from the first word that says something to the last: `answer from a person within a day`. */
function wordsFrom(text: string, names: ReadonlySet<string>): string {
  const words = (text.split(/[,;:.]/)[0] as string).match(/[\p{L}\p{N}'’-]+/gu) ?? [];
  const says = (word: string) => termsOf(word, names).size > 0;
  return words.slice(words.findIndex(says), words.findLastIndex(says) + 1).join(' ');
}
