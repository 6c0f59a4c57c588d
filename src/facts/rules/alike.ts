/** Whether two pieces of feedback say the same: by the telling words that they share, of all that either has. */
import type { Subjects } from '../need-values.ts';

/** Chosen on the older half of the duplicates that Titanium's makers linked; our own. */
const SAME = 0.5;
/** One word in common names a part of the product. */
const LEAST_SHARED = 2;

interface Alike {
  (one: string, other: string): boolean;
  /** Words of a piece, rarest first: whatever says the same says one of them. */
  readonly telling: (id: string) => readonly number[];
}

/** Shared words, each weighed by how rare it is, over those that either has. */
export function alikeIn({ of, spread, figures }: Subjects): Alike {
  const rarity = (word: number) => Math.log((1 + of.size) / (spread[word] ?? 1));
  const sum = (some: readonly number[]) => some.reduce((total, word) => total + rarity(word), 0);
  const rarest = (some: readonly number[]) => some.reduce((most, word) => Math.max(most, rarity(word)), 0);
  const told = (some: readonly number[]) => some.some((word) => figures.has(word));
  const alike = (one: string, other: string) => {
    const [words, others] = [of.get(one) ?? [], of.get(other) ?? []];
    const own = new Set(words);
    const common = others.filter((word) => own.has(word));
    if (common.length < LEAST_SHARED) return false;
    if (told(words) && told(others) && !told(common)) return false;
    const shared = sum(common);
    if (shared === 0 || shared < SAME * (sum(words) + sum(others) - shared)) return false;
    // Two of one series: “implement the picker”, “implement the slider”. Each has a word of its own that tells as much as those shared.
    const both = new Set(common);
    const apart = [words, others].map((some) => rarest(some.filter((word) => !both.has(word))));
    return Math.min(...apart) * common.length < shared;
  };
  const telling = (id: string) => {
    const words = (of.get(id) ?? []).toSorted((a, b) => rarity(b) - rarity(a) || a - b);
    const enough = (1 - SAME) * sum(words);
    let [left, at] = [0, 0];
    for (; at < words.length && left <= enough; at += 1) left += rarity(words[at] as number);
    return words.slice(0, at);
  };
  return Object.assign(alike, { telling });
}
