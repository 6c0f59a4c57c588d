/**
 * What is said in one need and not in the others: words and pairs of words by the odds of each, against all texts.
 * Monroe, Colaresi, Quinn, “Fightin’ Words”, Political Analysis 16 (2008): log-odds with a prior, over its deviation.
 */

import { FEW } from '../few.ts';
import { tellingOf } from '../vectors/everyday-words.ts';
import { Stems, wordsOf } from '../words.ts';
import { isFunctionWord } from './function-words.ts';
import { isWishWord } from './wish-words.ts';

export interface Phrase {
  /** As most people wrote it. */
  readonly words: string;
  /** Deviations from what all texts make likely. */
  readonly tells: number;
  /** The share of all texts that say it. */
  readonly common: number;
}

/** Pseudo-counts of the prior, shared out as all texts have them. */
const PRIOR = 200;
const MOST = 3;
/** In few texts each word is said by few: so many phrases are found there, and what holds a need together is any of them. */
const MOST_OF_FEW = 5;
/** A phrase that fewer of the members say does not name them all. */
const LEAST_SHARE = 0.1;
/** A pair is preferred where it tells nearly as much as its better word. */
const PAIR = 1.4;
/** A name is choosier than a vector: a word that is one of ten thousand anywhere tells half. Our own, by reading names. */
const HALF = 1e-4;
/** What a text is about is said in its first words. */
const WORDS = 60;
/** Texts of a large need that are read for its name: more do not change it. */
const READ = 400;

class Counts {
  readonly texts = new Map<string, number>();
  all = 0;

  add(key: string): void {
    this.texts.set(key, (this.texts.get(key) ?? 0) + 1);
    this.all += 1;
  }
}

/** Up to three phrases for each group, five where there are few texts. `of`: the group of each text, -1 for none. */
export function phrasesOf(texts: readonly string[], of: Int32Array, groups: number): Phrase[][] {
  const stems = new Stems();
  const all = new Counts();
  const own = Array.from({ length: groups }, () => new Counts());
  const sizes = new Int32Array(groups);
  const written = new Map<string, Map<string, number>>();
  for (const [at, text] of texts.entries()) {
    const group = of[at] as number;
    if (group >= 0) sizes[group] = (sizes[group] as number) + 1;
    const counts = group >= 0 && (sizes[group] as number) <= READ ? own[group] : undefined;
    for (const [key, words] of phrasesIn(text, stems)) {
      all.add(key);
      if (!counts) continue;
      counts.add(key);
      const forms = written.get(key) ?? new Map<string, number>();
      forms.set(words, (forms.get(words) ?? 0) + 1);
      written.set(key, forms);
    }
  }
  return own.map((counts, group) =>
    named(counts, all, { members: Math.min(READ, sizes[group] as number), texts: texts.length }, written),
  );
}

/** The first three: more are no name. */
export function nameOf(phrases: readonly Phrase[]): string {
  return phrases
    .slice(0, MOST)
    .map(({ words }) => words)
    .join(' · ');
}

/** Numbers name nothing, and neither do words that only hold a sentence together, or say that somebody wants. */
function names(word: string | undefined): boolean {
  return word !== undefined && /\p{L}{2}/u.test(word) && !isFunctionWord(word) && !isWishWord(word);
}

/** The stems of a phrase, as `phrasesIn` finds them. */
export function keyOf(words: string, stems: Stems): string {
  return words
    .split(' ')
    .map((word) => stems.of(word))
    .join(' ');
}

/** Each once, by its stems. */
export function phrasesIn(text: string, stems: Stems): Map<string, string> {
  const found = new Map<string, string>();
  const words = wordsOf(text.slice(0, WORDS * 20)).slice(0, WORDS);
  const keys = words.map((word) => stems.of(word));
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as string;
    if (!names(word)) continue;
    found.set(keys[at] as string, word);
    const next = words[at + 1];
    if (names(next)) found.set(`${keys[at]} ${keys[at + 1]}`, `${word} ${next}`);
  }
  return found;
}

function named(
  own: Counts,
  all: Counts,
  { members, texts }: { readonly members: number; readonly texts: number },
  written: ReadonlyMap<string, ReadonlyMap<string, number>>,
): Phrase[] {
  const least = Math.max(2, LEAST_SHARE * members);
  const found: { key: string; tells: number }[] = [];
  for (const [key, count] of own.texts) {
    if (count < Math.min(least, members)) continue;
    const odds = oddsOf(count, own.all, all.texts.get(key) ?? count, all.all);
    const tells = odds * tellingTogether(key) * (key.includes(' ') ? PAIR : 1);
    if (tells > 0) found.push({ key, tells });
  }
  found.sort((one, two) => two.tells - one.tells || (one.key < two.key ? -1 : 1));
  const out: Phrase[] = [];
  const used = new Set<string>();
  for (const { key, tells } of found) {
    const parts = key.split(' ');
    // A phrase that shares a word with one before it says the same again.
    if (parts.some((part) => used.has(part))) continue;
    for (const part of parts) used.add(part);
    out.push({ words: mostWritten(written.get(key)), tells, common: (all.texts.get(key) ?? 0) / texts });
    if (out.length === (texts < FEW ? MOST_OF_FEW : MOST)) break;
  }
  return out;
}

function tellingTogether(key: string): number {
  const parts = key.split(' ');
  return parts.reduce((sum, stem) => sum + tellingOf(stem, HALF), 0) / parts.length;
}

function oddsOf(count: number, n: number, countAll: number, nAll: number): number {
  const prior = (PRIOR * countAll) / nAll;
  const rest = Math.max(0, countAll - count);
  const nRest = Math.max(1, nAll - n);
  const odds = (hits: number, of: number) => Math.log((hits + prior) / Math.max(1e-9, of + PRIOR - hits - prior));
  return (odds(count, n) - odds(rest, nRest)) / Math.sqrt(1 / (count + prior) + 1 / (rest + prior));
}

function mostWritten(forms: ReadonlyMap<string, number> | undefined): string {
  return [...(forms ?? [])].sort(([one, n], [two, m]) => m - n || (one < two ? -1 : 1))[0]?.[0] ?? '';
}
