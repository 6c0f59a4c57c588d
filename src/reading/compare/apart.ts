/** How far apart two figures are, from their own intervals alone: nothing else of a product leaves its reading. */
import type { ComparedPair } from '#core/comparison.ts';
import { mover } from '#core/statistics/mover.ts';

export interface Estimate {
  readonly product: string;
  readonly value: number;
  readonly interval: { readonly low: number; readonly high: number };
}

/** As the places of the map have them (DESIGN §3). */
const IS = 0.9;
const PROBABLY = 0.7;

/** The higher less the lower, as core/statistics/mover.ts has it. */
export function apart(one: Estimate, other: Estimate, level: number): ComparedPair {
  const [ahead, behind] = one.value >= other.value ? [one, other] : [other, one];
  const { difference, interval, probability } = mover(ahead, behind, level);
  return {
    ...{ ahead: ahead.product, behind: behind.product, difference, probability, interval },
    certainty: probability >= IS ? 'is' : probability >= PROBABLY ? 'probably' : 'cannot be told',
  };
}
