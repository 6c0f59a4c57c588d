/** The store as one caller sees it: products that are not for them are not there. */
import type { Store } from '#engine/open-store.ts';
import { type Caller, may } from './caller.ts';

export function seenBy(store: Store, caller: Caller): Store {
  if (caller.is === 'machine') return store;
  const { products } = store;
  const seen = <Product extends Parameters<typeof may>[2]>(product: Product | null) =>
    product !== null && may(caller, 'read', product) ? product : null;
  return {
    ...store,
    products: {
      ...products,
      list: async () => (await products.list()).filter((product) => seen(product) !== null),
      byId: async (id) => seen(await products.byId(id)),
      byName: async (name) => (await products.list()).find((one) => one.name === name && seen(one) !== null) ?? null,
    },
  };
}
