/** Words of a text, lower case, and their stems: what everything that counts words counts. */
import { stemmer } from 'stemmer';

const WORD = /[\p{L}\p{N}_]+/gu;
/** Scripts that set no space between words; `Intl.Segmenter` knows their words, at a sixteenth of the pace. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u;
/** What is longer is a key, a hash or a torn file: nobody says it. */
const LONGEST = 40;
/** Letters after an apostrophe: don’t is one word. */
const APOSTROPHE = /(\p{L})['’](\p{L})/gu;
const ENGLISH = /^[a-z]+$/;

let segmenter: Intl.Segmenter | undefined;

/** In the order of the text. Linear in its length. */
export function wordsOf(text: string): string[] {
  const lower = text.toLowerCase().replace(APOSTROPHE, '$1$2');
  const found = lower.match(WORD) ?? [];
  const words: string[] = [];
  for (const word of found) {
    if (UNSPACED.test(word)) for (const part of unspaced(word)) words.push(part);
    else if (word.length <= LONGEST) words.push(word);
  }
  return words;
}

function* unspaced(run: string): Generator<string> {
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
  for (const { segment, isWordLike } of segmenter.segment(run)) if (isWordLike) yield segment;
}

/** Stems by Porter's rules (1980) for words of a to z; others stay as they are. One instance remembers what it stemmed. */
export class Stems {
  readonly #known = new Map<string, string>();
  readonly #most: number;

  /** `most`: how many words are remembered, so that endless new ones cost no memory. */
  constructor(most = 200_000) {
    this.#most = most;
  }

  of(word: string): string {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const stem = ENGLISH.test(word) ? stemmer(word) : word;
    if (this.#known.size < this.#most) this.#known.set(word, stem);
    return stem;
  }
}
