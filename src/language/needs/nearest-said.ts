/** The texts nearest to another one: by vectors among all of them, then by the telling words that the best share, in all and in one sentence. */
import type { Outside } from '../vectors/outside.ts';
import { sensesOf } from '../vectors/senses.ts';
import { nearnessTo } from '../vectors/squeezed.ts';
import { vectorsOf } from '../vectors/text-vectors.ts';
import { Stems, wordsOf } from '../words.ts';
import type { Learned } from './learned.ts';

/** Vectors, words shared in all, and words shared in one sentence count alike. Our own. */
const KINDS = 3;
/** Another word for what is asked tells half of the word itself. Our own. */
const MEANT = 0.5;
const NONE: ReadonlySet<string> = new Set();
/** Fast and coarse: an abbreviation ends a sentence here, and tears apart what one text in many says. */
const ENDS = /[.!?;\n\u2028\u2029。！？]+/u;
/** What is said is said early. */
const READ = 150;

export interface NearestSaid {
  /** Nearest by vectors first. */
  readonly ids: readonly string[];
  /** Ordered anew by the words of each. */
  ranked(words: (id: string) => string, most: number): { readonly id: string; readonly likeness: number }[];
}

/** `from`: the text as the outside model places it; without it, built-in vectors are compared. */
export function nearestSaid(learned: Learned, text: string, most: number, from: Outside | null = null): NearestSaid {
  const { model, ids, outside } = learned;
  const near =
    outside !== undefined && from?.model === outside.model
      ? nearnessTo(learned.vectors, from.of([text]))
      : nearnessTo(outside?.plain ?? learned.vectors, vectorsOf(model, [text]));
  const best = topOf(near, most);
  const stems = new Stems();
  const stemmed = (said: string) => wordsOf(said).map((word) => stems.of(word));
  const { number, spread, texts } = model.stems;
  const rarity = (stem: string) => Math.log((1 + texts) / (1 + (spread[number.get(stem) ?? -1] ?? 0)));
  const asked = [...new Set(stemmed(text).slice(0, READ))].map((stem) => ({
    stem,
    weight: rarity(stem),
    senses: sensesOf(stem),
  }));
  const all = asked.reduce((sum, { weight }) => sum + weight, 0);
  /** The telling part of what is asked that a text says. */
  const shared = (own: ReadonlySet<string>, senses: ReadonlySet<string>) => {
    let sum = 0;
    for (const one of asked) {
      if (own.has(one.stem)) sum += one.weight;
      else if (one.senses.some((sense) => senses.has(sense))) sum += MEANT * one.weight;
    }
    return all > 0 ? sum / all : 0;
  };
  return {
    ids: best.map((row) => ids[row] as string),
    ranked: (words, count) =>
      best
        .map((row) => {
          const id = ids[row] as string;
          const said = sentencesIn(words(id), stemmed);
          const own = new Set(said.flat());
          const whole = shared(own, new Set([...own].flatMap(sensesOf)));
          const together = said.reduce((most, one) => Math.max(most, shared(new Set(one), NONE)), 0);
          const likeness = (Math.max(0, near[row] as number) + whole + together) / KINDS;
          return { id, likeness: Math.round(likeness * 1000) / 1000 };
        })
        .filter(({ likeness }) => likeness > 0)
        .sort((one, two) => two.likeness - one.likeness || (one.id < two.id ? -1 : 1))
        .slice(0, count),
  };
}

/** The stems of each sentence, up to as many words as are read. */
function sentencesIn(text: string, stemmed: (said: string) => string[]): string[][] {
  const found: string[][] = [];
  let left = READ;
  for (const sentence of text.split(ENDS)) {
    if (left <= 0) break;
    const own = stemmed(sentence).slice(0, left);
    left -= own.length;
    if (own.length > 0) found.push(own);
  }
  return found;
}

/** The rows of the greatest values, greatest first. One pass with a threshold, so that all are never sorted. */
function topOf(near: Float32Array, most: number): number[] {
  let best: number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  const order = (one: number, two: number) => (near[two] as number) - (near[one] as number) || one - two;
  for (let row = 0; row < near.length; row += 1) {
    if ((near[row] as number) <= least) continue;
    best.push(row);
    if (best.length < most * 4) continue;
    best = best.sort(order).slice(0, most);
    least = near[best.at(-1) as number] as number;
  }
  return best.sort(order).slice(0, most);
}
