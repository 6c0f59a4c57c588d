/** The texts nearest to another one: by vectors among all of them, then by the telling words that the best share. */
import type { Outside } from '../vectors/outside.ts';
import { nearnessTo } from '../vectors/squeezed.ts';
import { vectorsOf } from '../vectors/text-vectors.ts';
import { Stems, wordsOf } from '../words.ts';
import type { Learned } from './learned.ts';

/** Vectors and shared words count alike. Our own. */
const WORDS = 0.5;
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
  const stemmed = (said: string) =>
    new Set(
      wordsOf(said)
        .slice(0, READ)
        .map((word) => stems.of(word)),
    );
  const { number, spread, texts } = model.stems;
  const rarity = (stem: string) => Math.log((1 + texts) / (1 + (spread[number.get(stem) ?? -1] ?? 0)));
  const asked = [...stemmed(text)].map((stem) => [stem, rarity(stem)] as const);
  const all = asked.reduce((sum, [, weight]) => sum + weight, 0);
  return {
    ids: best.map((row) => ids[row] as string),
    ranked: (words, count) =>
      best
        .map((row) => {
          const id = ids[row] as string;
          const own = stemmed(words(id));
          const shared = asked.reduce((sum, [stem, weight]) => (own.has(stem) ? sum + weight : sum), 0);
          const share = all > 0 ? shared / all : 0;
          const likeness = (1 - WORDS) * Math.max(0, near[row] as number) + WORDS * share;
          return { id, likeness: Math.round(likeness * 1000) / 1000 };
        })
        .filter(({ likeness }) => likeness > 0)
        .sort((one, two) => two.likeness - one.likeness || (one.id < two.id ? -1 : 1))
        .slice(0, count),
  };
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
