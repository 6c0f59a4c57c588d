/** A text as numbered features: words, pairs of words, what is denied, groups of letters, moods, marks. */
import { Stems } from '../words.ts';
import { cuesOf } from './cues.ts';
import { letterGroups, numberOf, WIDTH } from './letters.ts';
import { faceOf, moodOfWord } from './mood-words.ts';

export interface Features {
  /** Rising. */
  readonly at: Int32Array;
  readonly value: Float32Array;
}

/** Beyond this nobody tells what kind of thing they say; measured on long issues, where more made it worse. */
export const READ = 1_200;
const TOKEN = /[\p{L}\p{N}_]+(?:['’]\p{L}+)*|[:;=8xX][-o*']?[)\]([dDpP/\\|}{@]+|<3|[!?]+|\.{2,}|[^\s\p{L}\p{N}]/gu;
const DENIES = /^(?:not|no|never|none|nobody|nothing|neither|nor|cannot|without|hardly|cant|dont|wont|[a-z]+nt)$/;
/** A denial reaches so many words. */
const REACH = 4;
const NUMBER = /^\d+$/;
const MOST_KNOWN = 100_000;

interface Word {
  readonly word: string;
  readonly stem: string;
  readonly letters: Int32Array;
  readonly own: readonly number[];
  readonly mood: string | null;
  readonly denies: boolean;
}

const stems = new Stems();
const known = new Map<string, Word>();

function wordOf(token: string): Word {
  const found = known.get(token);
  if (found !== undefined) return found;
  const lower = token.toLowerCase().replace(/['’]/g, '');
  const word = NUMBER.test(lower) ? '#' : lower;
  const stem = stems.of(word);
  const made: Word = {
    word,
    stem,
    letters: letterGroups(word),
    own: stem === word ? [numberOf('word', word)] : [numberOf('word', word), numberOf('stem', stem)],
    mood: moodOfWord(lower) ?? faceOf(token),
    denies: DENIES.test(lower),
  };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(token, made);
  return made;
}

/** Counts of one family of features, then their logarithms, then all of one length together. */
class Family {
  readonly #count = new Float64Array(WIDTH);
  #met: number[] = [];

  add(number: number): void {
    if (this.#count[number] === 0) this.#met.push(number);
    this.#count[number] = (this.#count[number] as number) + 1;
  }

  /** Empties itself into `into`. `length` null: each counts by itself. */
  pour(into: Map<number, number>, length: number | null, each = 1): void {
    let square = 0;
    for (const number of this.#met) square += (1 + Math.log(this.#count[number] as number)) ** 2;
    const scale = length === null ? each : length / Math.sqrt(square || 1);
    for (const number of this.#met) {
      into.set(number, (into.get(number) ?? 0) + (1 + Math.log(this.#count[number] as number)) * scale);
      this.#count[number] = 0;
    }
    this.#met = [];
  }
}

const words = new Family();
const letters = new Family();
const opening = new Family();
const marks = new Family();

/** The first line of several is a title, and is told apart. Linear in the length that is read. */
export function featuresOf(text: string): Features {
  const read = text.slice(0, READ);
  const title = read.indexOf('\n');
  let denied = 0;
  let before = '';
  let count = 0;
  for (const { 0: token, index } of read.matchAll(TOKEN)) {
    const { word, stem, letters: groups, own, mood, denies } = wordOf(token);
    for (const number of own) words.add(number);
    for (const number of groups) letters.add(number);
    words.add(numberOf('pair', `${before} ${stem}`));
    if (/^[.,;!?:]/.test(token)) denied = 0;
    if (denied > 0) words.add(numberOf('denied', stem));
    if (mood !== null) marks.add(numberOf(denied > 0 ? 'denied mood' : 'mood', mood));
    denied = denies ? REACH : denied - 1;
    if (index < title) {
      opening.add(numberOf('title', stem));
      opening.add(numberOf('title pair', `${before} ${stem}`));
    }
    if (count === 0) marks.add(numberOf('first', word));
    if (count === 1) marks.add(numberOf('first two', `${before} ${stem}`));
    if (token.length > 2 && token === token.toUpperCase() && /\p{Lu}/u.test(token))
      marks.add(numberOf('mark', 'shout'));
    before = stem;
    count += 1;
  }
  for (const cue of cuesOf(read)) marks.add(numberOf('cue', cue));
  marks.add(numberOf('size', String(Math.round(Math.log2(1 + count)))));
  const end = /[?!.](?=\s*$)/.exec(read.slice(-20))?.[0];
  if (end !== undefined) marks.add(numberOf('end', end));
  const sum = new Map<number, number>();
  words.pour(sum, 1);
  letters.pour(sum, 1);
  opening.pour(sum, 1);
  marks.pour(sum, null, 0.3);
  const at = Int32Array.from(sum.keys()).sort();
  return { at, value: Float32Array.from(at, (number) => sum.get(number) as number) };
}
