/** How long words are kept: a setting of each product, obeyed after every gather and import. */
import type { Store } from '#store/store.ts';

/** Months; null keeps everything. */
export async function keepWordsFor(store: Store, productId: string, months: number | null): Promise<void> {
  const product = await store.products.byId(productId);
  if (product === null) return;
  const { keepMonths: _, ...settings } = product.settings;
  await store.products.change(productId, {
    settings: months === null ? settings : { ...settings, keepMonths: months },
  });
}

/** How many texts went. `now` is handed in: no reading asks the clock, but keeping is a matter of today. */
export async function applyRetention(store: Store, productId: string, now: number): Promise<number> {
  const months = (await store.products.byId(productId))?.settings.keepMonths;
  if (typeof months !== 'number') return 0;
  // Words that are just coming in are left to whoever brings them.
  if ((await store.gathers.list(productId)).some(({ state }) => state === 'open')) return 0;
  const before = new Date(now);
  before.setUTCMonth(before.getUTCMonth() - months);
  return store.expire(productId, before.getTime());
}
