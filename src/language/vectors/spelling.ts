/**
 * What a word is made of: its stem, its groups of two to four letters, so that a slip of the pen, a compound and
 * another ending still meet, and where texts are few its senses. Bojanowski et al., “Enriching word vectors with subword information”, TACL 5 (2017).
 */
import { FEW } from '../few.ts';
import type { Stems } from '../words.ts';
import { SENSE, sensesOf } from './senses.ts';
import type { Sparse } from './sparse.ts';

const SHORTEST = 2;
const LONGEST = 4;
/** A stem counts as two of its groups of letters, and so does a sense. Our own. */
const STEM_WEIGHT = Math.SQRT2;
/** Groups of letters of very long words are cut off here. */
const MOST_LETTERS = 24;

export interface Spelling {
  readonly number: Map<string, number>;
  /** How telling each part is: rarer ones more. */
  readonly rarity: Float64Array;
}

function* partsOf(word: string, stems: Stems): Generator<string> {
  const stem = stems.of(word);
  yield ` ${stem}`;
  for (const sense of sensesOf(stem)) yield sense;
  const letters = `<${word.length > MOST_LETTERS ? word.slice(0, MOST_LETTERS) : word}>`;
  for (let size = SHORTEST; size <= LONGEST; size += 1) {
    for (let at = 0; at + size <= letters.length; at += 1) yield letters.slice(at, at + size);
  }
}

/** `spread`: in how many of `texts` each word stands. A part that only one text has is left out. */
export function learnSpelling(words: readonly string[], spread: Int32Array, texts: number, stems: Stems): Spelling {
  const counts = new Map<string, number>();
  for (let at = 0; at < words.length; at += 1) {
    for (const part of new Set(partsOf(words[at] as string, stems))) {
      if (texts >= FEW && part.startsWith(SENSE)) continue;
      counts.set(part, (counts.get(part) ?? 0) + (spread[at] as number));
    }
  }
  const number = new Map<string, number>();
  const rarity: number[] = [];
  for (const [part, seen] of counts) {
    if (seen < 2) continue;
    // Words overlap in texts, so the sum can pass their number: it is a bound, and taken as one.
    const rare = Math.log((1 + texts) / (1 + Math.min(texts, seen))) + 1;
    number.set(part, rarity.length);
    rarity.push(part.startsWith(' ') || part.startsWith(SENSE) ? rare * STEM_WEIGHT : rare);
  }
  return { number, rarity: Float64Array.from(rarity) };
}

/** One row per word, its parts weighed by how telling they are. */
export function spelled(words: readonly string[], spelling: Spelling, stems: Stems): Sparse {
  const start = new Int32Array(words.length + 1);
  const at: number[] = [];
  const value: number[] = [];
  for (let row = 0; row < words.length; row += 1) {
    for (const part of partsOf(words[row] as string, stems)) {
      const column = spelling.number.get(part);
      if (column === undefined) continue;
      at.push(column);
      value.push(spelling.rarity[column] as number);
    }
    start[row + 1] = at.length;
  }
  return {
    rows: words.length,
    columns: spelling.rarity.length,
    start,
    at: Int32Array.from(at),
    value: Float32Array.from(value),
  };
}
