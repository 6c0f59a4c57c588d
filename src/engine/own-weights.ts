/** The newest reading of a product under a person's own weights; null where nothing was read. */
import type { OwnWeights, UnderOwnWeights } from '#core/own-weights.ts';
import type { Reading } from '#core/reading.ts';
import { underOwnWeights } from '#reading/own-weights.ts';
import type { Store } from '#store/store.ts';

export async function newestUnder(
  store: Store,
  productId: string,
  weights: OwnWeights,
): Promise<UnderOwnWeights | null> {
  const [newest] = await store.readings.list(productId);
  const kept = newest && (await store.readings.get(productId, newest.id));
  return kept ? underOwnWeights(JSON.parse(kept.json) as Reading, weights) : null;
}
