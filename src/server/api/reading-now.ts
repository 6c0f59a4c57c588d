/** The reading that stands for a product now: the one that was made last. */
import type { Store } from '#engine/open-store.ts';

export async function readingNow(store: Store, productId: string): Promise<{ id: string; at: number } | null> {
  const [newest] = await store.readings.list(productId);
  return newest ?? null;
}
