/** Whether a reading holds claims against the evidence: dear, so only where the brand speaks outside its repository, or a person judged a claim. */
import type { Ledger } from '#facts/ledger-values.ts';
import { OF_HISTORY } from '#facts/rules/documents.ts';
import type { Store } from '#store/store.ts';

/** In place of the ledger where nothing asks for it. */
export const NOT_HELD: Ledger = {
  collected: false,
  because:
    'Claims are held against the evidence once a page, posts or advertisements are read, or a claim was judged: `bifocal add https://…`.',
  all: [],
};

/** A README alone costs no first reading a second pass over its history; `bifocal claims` reads it whenever asked. */
export async function claimsAreHeld(store: Store, productId: string, at: number): Promise<boolean> {
  if (await store.read.holdsOther(productId, 'document', { than: [...OF_HISTORY], until: at })) return true;
  return (await store.corrections.list(productId)).some(({ target }) => target === 'claim');
}
