/** Which product is meant: the named one, or the only one there is. */
import { z } from 'zod';
import { BifocalError } from '#core/errors.ts';
import type { Store } from '#engine/open-store.ts';

export const PRODUCT = z
  .string()
  .max(200)
  .optional()
  .describe('its name or id; may be left out where there is only one');

/** Rejects with PRODUCT_NOT_FOUND, or with USAGE where several could be meant. */
export async function productMeant(store: Store, named: string | undefined) {
  const all = await store.products.list();
  if (named === undefined) {
    const [only, ...others] = all;
    if (only !== undefined && others.length === 0) return only;
    const names = all.map(({ name }) => name).join(', ');
    const cause = only === undefined ? 'No product was read yet.' : `Name the product, one of: ${names}.`;
    throw new BifocalError('USAGE', { cause, command: 'mcp' });
  }
  const found = all.find(({ id, name }) => id === named || name.toLowerCase() === named.toLowerCase());
  if (found === undefined) throw new BifocalError('PRODUCT_NOT_FOUND', { product: named });
  return found;
}
