/** From which probability on a link is sure enough to be taken without asking anybody. */
import type { Recovered } from './recover.ts';
import { SURE } from './weights.ts';

const AIM = 0.95;
/** Of fewer links taken nothing can be said. Ours. */
const LEAST = 50;
/**
 * Links are known of asks that were answered; of those that nobody linked fewer were. Of 26 links of Alloy’s at the bar
 * that its written ones set (.71), 20 were right by eye; of the 7 from here on, all.
 */
const LOWEST = 0.95;

/** The lowest probability above which `AIM` of the links are right, as far as is known; null where too few are known. */
export function sureFrom(rows: readonly { readonly probability: number; readonly right: boolean }[]): number | null {
  const ordered = rows.toSorted((a, b) => b.probability - a.probability || Number(a.right) - Number(b.right));
  let [right, bar] = [0, null as number | null];
  for (const [at, row] of ordered.entries()) {
    if (row.right) right += 1;
    if (at + 1 >= LEAST && right / (at + 1) >= AIM) bar = row.probability;
  }
  return bar;
}

/**
 * The bar of one product. Its own written links set it where they are many: recovered as if nobody had written them
 * down. Else what was learned sets it, and links of asks that are not closed are never taken.
 */
export function barOf(
  found: readonly (readonly Recovered[])[],
  known: ReadonlyMap<number, ReadonlySet<number>>,
): { readonly done: number; readonly own: boolean } {
  const rows = [...known].flatMap(([ask, changes]) =>
    (found[ask] ?? []).map(({ change, probability }) => ({ probability, right: changes.has(change) })),
  );
  if (known.size < LEAST) return { done: Math.max(LOWEST, SURE[0]), own: false };
  return { done: Math.max(LOWEST, sureFrom(rows) ?? 1), own: true };
}
