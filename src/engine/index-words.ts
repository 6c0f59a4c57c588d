/** Brings the search of a product up to date: it finds what is indexed, and nothing fills the index while a gather is sealed. */
import type { Store } from '#store/store.ts';

export async function indexWords(store: Store, productId: string): Promise<void> {
  await store.search.index(productId);
}
