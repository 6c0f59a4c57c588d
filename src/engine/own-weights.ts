/** The reading of a product that was made last, under a person's own weights; null where nothing was read. */
import type { OwnWeights, UnderOwnWeights } from '#core/own-weights.ts';
import { underOwnWeights } from '#reading/own-weights.ts';
import type { Store } from '#store/store.ts';
import { lastMade } from './kept-readings.ts';

export async function newestUnder(
  store: Store,
  productId: string,
  weights: OwnWeights,
): Promise<UnderOwnWeights | null> {
  const reading = await lastMade(store, productId);
  return reading && underOwnWeights(reading, weights);
}
