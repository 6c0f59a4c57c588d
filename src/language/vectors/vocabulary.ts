/** The words of many texts as numbers, and how common each is. */
import { wordsOf } from '../words.ts';

export interface Vocabulary {
  /** The most frequent first; ties by spelling. */
  readonly words: readonly string[];
  readonly number: ReadonlyMap<string, number>;
  /** In how many texts each stands. */
  readonly spread: Int32Array;
  readonly texts: number;
}

/** A need is told early: what comes after these words of a text is circumstance. Our own. */
const WORDS_OF_A_TEXT = 150;
/** Words beyond the most frequent ones stand in a handful of texts each. */
const MOST_WORDS = 40_000;

/** A title says what the rest is about: its words count so often. Of 1, 2, 3 and 5 on the duplicates of two trackers. */
const TITLE_TIMES = 3;
/** Ends a title: a paragraph separator, which hardly anybody writes. */
const TITLE_ENDS = '\u2029';

/** A text whose title is known for one. */
export function titled(title: string, rest: string): string {
  return `${title}${TITLE_ENDS}${rest}`;
}

export function firstWords(text: string): string[] {
  const end = text.indexOf(TITLE_ENDS);
  const title = end < 0 ? [] : firstOf(text.slice(0, end));
  const times = Array.from({ length: TITLE_TIMES }, () => title);
  return [...times.flat(), ...firstOf(text.slice(end + 1))].slice(0, WORDS_OF_A_TEXT);
}

/** A word has six letters or so; the rest of a long text need not be cut into words to be left out. */
function firstOf(text: string): string[] {
  return wordsOf(text.slice(0, WORDS_OF_A_TEXT * 20));
}

export function vocabularyOf(texts: readonly (readonly string[])[]): Vocabulary {
  const counts = new Map<string, number>();
  for (const words of texts) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const kept = [...counts].sort(([one, n], [two, m]) => m - n || (one < two ? -1 : 1)).slice(0, MOST_WORDS);
  return {
    words: kept.map(([word]) => word),
    number: new Map(kept.map(([word], at) => [word, at])),
    spread: Int32Array.from(kept, ([, n]) => n),
    texts: texts.length,
  };
}
