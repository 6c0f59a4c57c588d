/** For each ask the changes that may have answered it, by what both are in themselves. */
import type { Asked, Changed } from './asked.ts';
import { type Covered, Covering } from './covering.ts';
import { Likeness } from './likeness.ts';
import { mayAnswer, nearness, TRAITS, writeTraits } from './traits.ts';

/** So many are looked at closely per ask, and so many are kept. */
const CLOSELY = 150;
const KEPT = 40;
/** Less in common than this is chance. */
const WORTHLESS = 0.02;

export interface Candidate {
  readonly ask: number;
  readonly change: number;
  /** Title to headline, all to all, letters, all to headline. */
  readonly alike: readonly [number, number, number, number];
  readonly covered: Covered;
  readonly near: readonly [number, number, number];
  /** By weights of the first step; natural logarithm of odds, up to a constant. */
  readonly score: number;
}

/** Weights of the traits, for asks with a known end and for others. */
export type FirstWeights = readonly [done: readonly number[], open: readonly number[]];

export type Looked = (ask: number, change: number, traits: Float64Array) => void;

/** `looked` sees every pair that is looked at closely: for learning. The best first, per ask. */
export function candidatesOf(
  asked: readonly Asked[],
  changed: readonly Changed[],
  weights: FirstWeights,
  looked?: Looked,
): (readonly Candidate[])[] {
  const likeness = new Likeness(asked, changed);
  const covering = new Covering(likeness.asked, likeness.changed);
  const rough = new Float64Array(changed.length);
  const traits = new Float64Array(TRAITS);
  return asked.map((ask, at) => {
    likeness.look(at);
    const own = weights[ask.resolvedAt === null ? 1 : 0];
    const close = closest(rough, ask, changed, likeness.found);
    const scored = close.map((change) => {
      writeTraits(traits, likeness.found, ask, changed[change] as Changed, change);
      looked?.(at, change, traits);
      let score = 0;
      for (let trait = 0; trait < TRAITS; trait += 1) score += (own[trait] as number) * (traits[trait] as number);
      return { change, score };
    });
    scored.sort((a, b) => b.score - a.score || a.change - b.change);
    covering.look(at);
    const cell = (way: number, change: number) => likeness.found[way]?.[change] as number;
    return scored.slice(0, KEPT).map(({ change, score }) => {
      const it = changed[change] as Changed;
      return {
        ask: at,
        change,
        score,
        alike: [cell(0, change), cell(1, change), cell(2, change), cell(4, change)],
        covered: covering.of(change),
        near: [nearness(ask, it, 0.1), nearness(ask, it, 2), nearness(ask, it, 20)],
      };
    });
  });
}

/** By text, and by nearness to the end where it is known: enough to leave most out. */
function closest(
  rough: Float64Array,
  ask: Asked,
  changed: readonly Changed[],
  [title, all, , names, head]: readonly Float32Array[],
): number[] {
  if (!title || !all || !names || !head) return [];
  let found: number[] = [];
  let least = WORTHLESS;
  const best = (a: number, b: number) => (rough[b] as number) - (rough[a] as number) || a - b;
  for (let row = 0; row < changed.length; row += 1) {
    const text = (title[row] as number) + 2 * (all[row] as number) + (names[row] as number) + 2 * (head[row] as number);
    // Nearness adds at most .6: most are left out before anybody looks at a time.
    if (text + 0.6 <= least) continue;
    const change = changed[row] as Changed;
    if (!mayAnswer(ask, change)) continue;
    const value = text + (ask.resolvedAt === null ? 0 : 0.6 * nearness(ask, change, 3));
    if (value <= least) continue;
    rough[row] = value;
    found.push(row);
    if (found.length < 4 * CLOSELY) continue;
    found = found.sort(best).slice(0, CLOSELY);
    least = rough[found.at(-1) as number] as number;
  }
  return found.sort(best).slice(0, CLOSELY);
}
