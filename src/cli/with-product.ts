/** Opens the store with the product that a command is about: the named one, or that of the working directory. */
import { BifocalError } from '#core/errors.ts';
import type { Store } from '#engine/open-store.ts';
import { productHere, productNamed } from '#engine/product.ts';
import type { Asked } from './arguments.ts';
import type { Terminal } from './terminal.ts';
import { withStore } from './with-store.ts';

type Product = Awaited<ReturnType<typeof productNamed>>;

/** With `made`, a name that is not known makes a product; without it, it rejects with PRODUCT_NOT_FOUND. */
export function withProduct<Result>(
  asked: Asked,
  terminal: Terminal,
  work: (store: Store, product: Product) => Promise<Result>,
  made = false,
): Promise<Result> {
  return withStore(asked, terminal, async (store) => {
    const { product: named } = asked.flags;
    if (typeof named !== 'string') return work(store, await productHere(store, terminal.cwd, terminal.signal));
    const product = made ? await productNamed(store, named) : await store.products.byName(named);
    if (product === null) throw new BifocalError('PRODUCT_NOT_FOUND', { product: named });
    return work(store, product);
  });
}
