/** How far apart two figures are, from their own intervals alone: nothing else of a product leaves its reading. */
import type { ComparedPair } from '#core/comparison.ts';
import { normalCdf, normalQuantile } from '#core/statistics/normal.ts';

export interface Estimate {
  readonly product: string;
  readonly value: number;
  readonly interval: { readonly low: number; readonly high: number };
}

/** As the places of the map have them (DESIGN §3). */
const IS = 0.9;
const PROBABLY = 0.7;

/**
 * The interval of the difference by MOVER, “method of variance estimates recovery” (Zou and Donner, Statistics in
 * Medicine 27, 2008, 1693–1702): each side recovers its variance from the arm of its own interval that points to the
 * other. The probability takes the same recovered variance as normal. Both take the two products as independent.
 */
export function apart(one: Estimate, other: Estimate, level: number): ComparedPair {
  const [ahead, behind] = one.value >= other.value ? [one, other] : [other, one];
  const difference = ahead.value - behind.value;
  const towards = Math.hypot(ahead.value - ahead.interval.low, behind.interval.high - behind.value);
  const away = Math.hypot(ahead.interval.high - ahead.value, behind.value - behind.interval.low);
  const z = normalQuantile((1 + level) / 2);
  const probability = towards === 0 ? Number(difference > 0 || 0.5) : normalCdf((z * difference) / towards);
  return {
    ...{ ahead: ahead.product, behind: behind.product, difference, probability },
    interval: { low: difference - towards, high: difference + away },
    certainty: probability >= IS ? 'is' : probability >= PROBABLY ? 'probably' : 'cannot be told',
  };
}
