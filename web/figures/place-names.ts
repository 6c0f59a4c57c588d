/** What the four places of the map are called. */
import type { Guess } from '#core/guess.ts';

export const PLACE_NAMES = {
  product: 'Product in focus',
  customer: 'Customer in focus',
  both: 'Both in focus',
  neither: 'Neither in focus yet',
} as const satisfies Readonly<Record<Guess, string>>;
