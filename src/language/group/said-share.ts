/** How many of a group’s texts say what names it: a group whose name few of its members say is held together by nothing. */
import { Stems } from '../words.ts';
import { keyOf, type Phrase, phrasesIn } from './phrases.ts';

/** Texts of a large group that are read: more do not change the share. */
const READ = 200;
/** What so many of all texts say, and twice as many as are of the group, holds it not together. Our own, by reading the largest of two products: with .1 leftovers that all said “notebook” were needs. */
const COMMON = 0.07;
const TIMES = 2;

/** What of its phrases holds each group together, as `phrasesIn` finds them. */
export function holdingOf(texts: number, of: Int32Array, phrases: readonly (readonly Phrase[])[]): string[][] {
  const stems = new Stems();
  const sizes = new Float64Array(phrases.length);
  for (const group of of) if (group >= 0) sizes[group] = (sizes[group] as number) + 1;
  return phrases.map((own, group) => {
    const most = Math.max(COMMON, (TIMES * (sizes[group] as number)) / texts);
    return own.filter(({ common }) => common <= most).map(({ words }) => keyOf(words, stems));
  });
}

export function says(text: string, keys: readonly string[] | undefined, stems: Stems): boolean {
  const said = phrasesIn(text, stems);
  return keys?.some((key) => said.has(key)) ?? false;
}

/** For each group the share of its texts that say any of what holds it together. `of`: the group of each text, -1 for none. */
export function saidShares(texts: readonly string[], of: Int32Array, holding: readonly string[][]): Float64Array {
  const stems = new Stems();
  const read = new Float64Array(holding.length);
  const say = new Float64Array(holding.length);
  for (const [at, text] of texts.entries()) {
    const group = of[at] as number;
    if (group < 0 || (read[group] as number) >= READ) continue;
    read[group] = (read[group] as number) + 1;
    if (says(text, holding[group], stems)) say[group] = (say[group] as number) + 1;
  }
  return say.map((count, group) => count / Math.max(1, read[group] as number));
}
