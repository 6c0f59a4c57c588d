/** Whether two pieces of feedback say the same: by the telling words that they share, of all that either has. */
import type { Subjects } from '../need-values.ts';

/** Chosen on Titanium's public Jira, where it finds one in twelve of the duplicates that its makers linked; our own. */
const SAME = 0.6;
/** One word in common names a part of the product. */
const LEAST_SHARED = 2;

/** Shared words, each weighed by how rare it is, over those that either has. */
export function alikeIn({ of, spread, figures }: Subjects): (one: string, other: string) => boolean {
  const rarity = (word: number) => Math.log((1 + of.size) / (spread[word] ?? 1));
  return (one, other) => {
    const [words, others] = [of.get(one) ?? [], of.get(other) ?? []];
    const own = new Set(words);
    const common = others.filter((word) => own.has(word));
    if (common.length < LEAST_SHARED) return false;
    const told = (some: readonly number[]) => some.some((word) => figures.has(word));
    if (told(words) && told(others) && !told(common)) return false;
    const sum = (some: readonly number[]) => some.reduce((total, word) => total + rarity(word), 0);
    const shared = sum(common);
    return shared > 0 && shared >= SAME * (sum(words) + sum(others) - shared);
  };
}
