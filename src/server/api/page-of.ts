/** One page of a list that is held whole: the cursor is how many came before. */
import { BifocalError } from '#core/errors.ts';

export function pageOf<One>(
  all: readonly One[],
  { limit, cursor = '0' }: { readonly limit: number; readonly cursor?: string | undefined },
): { items: One[]; next: string | null; total: number } {
  if (!/^\d{1,9}$/.test(cursor))
    throw new BifocalError('USAGE', { cause: '`cursor` is not the `next` of a page.', command: 'serve' });
  const from = Number(cursor);
  const next = from + limit < all.length ? String(from + limit) : null;
  return { items: all.slice(from, from + limit), next, total: all.length };
}
