/** The places and how surely one is named, in words that every face shares. */
import type { Reading } from '#core/reading.ts';

export const PLACES = {
  product: 'Product in focus',
  customer: 'Customer in focus',
  both: 'Both in focus',
  neither: 'Neither in focus yet',
  undecided: 'undecided',
} as const;

/** One or two sentences: the place, or what it lies between and why it cannot be said. */
export function placeWords({ place, lenses, product }: Reading): string {
  if (place.certainty === 'is') return `${product.name} is: ${PLACES[place.name]}.`;
  if (place.certainty === 'probably') return `${product.name} is probably: ${PLACES[place.name]}.`;
  const possible = place.between.map((name) => PLACES[name]);
  const last = possible.at(-1) ?? 'nothing';
  const between =
    possible.length < 2 ? `It would be ${last}` : `It lies between ${possible.slice(0, -1).join(', ')} and ${last}`;
  const because = place.because ?? 'The region crosses the norm.';
  const line =
    (lenses.product.score === null) !== (lenses.customer.score === null) ? 'With one lens, the map is a line. ' : '';
  return `${line}${because} ${between}.`;
}
