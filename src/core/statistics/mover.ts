/** How far two figures lie apart, from their own intervals alone. */
import { normalCdf, normalQuantile } from './normal.ts';

export interface Sure {
  readonly value: number;
  readonly interval: { readonly low: number; readonly high: number };
}

export interface Apart {
  readonly difference: number;
  readonly interval: { readonly low: number; readonly high: number };
  /** That the first is truly higher. */
  readonly probability: number;
}

/**
 * The interval of one less the other by MOVER, “method of variance estimates recovery” (Zou and Donner, Statistics in
 * Medicine 27, 2008, 1693–1702): each side recovers its variance from the arm of its own interval that points to the
 * other. The probability takes the same recovered variance as normal. Both take the two as independent.
 */
export function mover(one: Sure, other: Sure, level: number): Apart {
  const difference = one.value - other.value;
  const below = Math.hypot(one.value - one.interval.low, other.interval.high - other.value);
  const above = Math.hypot(one.interval.high - one.value, other.value - other.interval.low);
  const towards = difference < 0 ? above : below;
  const z = normalQuantile((1 + level) / 2);
  const even = difference === 0 ? 0.5 : Number(difference > 0);
  return {
    difference,
    interval: { low: difference - below, high: difference + above },
    probability: towards === 0 ? even : normalCdf((z * difference) / towards),
  };
}
