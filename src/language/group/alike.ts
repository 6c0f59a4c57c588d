/** Texts of the same words are one text said often: they are placed once, whatever their number. */
import { wordsOf } from '../words.ts';

export interface Alike {
  /** Place in the given texts of the first of each kind. */
  readonly first: Int32Array;
  /** For each given text its kind; -1 where it has no word. */
  readonly kind: Int32Array;
  /** How many texts are of each kind. */
  readonly times: Int32Array;
}

/** So much of a text is compared: two long ones that begin alike for so long are one. */
const COMPARED = 2_000;

export function alike(texts: readonly string[]): Alike {
  const kinds = new Map<string, number>();
  const first: number[] = [];
  const times: number[] = [];
  const kind = Int32Array.from(texts, (text, at) => {
    const key = wordsOf(text.slice(0, COMPARED)).join(' ');
    if (key === '') return -1;
    const known = kinds.get(key);
    if (known !== undefined) {
      times[known] = (times[known] as number) + 1;
      return known;
    }
    kinds.set(key, first.length);
    first.push(at);
    times.push(1);
    return first.length - 1;
  });
  return { first: Int32Array.from(first), kind, times: Int32Array.from(times) };
}
