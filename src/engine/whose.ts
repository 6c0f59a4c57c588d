/** Whose product it is: of somebody else's nobody here can know better, so that a conflict stays one seen from outside. */
import type { Ledger, LedgerClaim } from '#facts/ledger-values.ts';
import type { Store } from '#store/store.ts';

type Settings = { readonly settings: { readonly theirs?: unknown } };

export function isTheirs({ settings }: Settings): boolean {
  return settings.theirs === true;
}

/** A person says whose it is; it stays until another one does. */
export async function tellWhose(store: Store, productId: string, theirs: boolean): Promise<void> {
  const product = await store.products.byId(productId);
  if (product === null || isTheirs(product) === theirs) return;
  const { theirs: _, ...settings } = product.settings;
  await store.products.change(productId, { settings: theirs ? { ...settings, theirs } : settings });
}

/** The same ledger with the words for somebody else's product, whatever was confirmed before it was known whose it is. */
export function fromOutside(ledger: Ledger): Ledger {
  return { ...ledger, all: ledger.all.map(seenFromOutside) };
}

function seenFromOutside(claim: LedgerClaim): LedgerClaim {
  if (claim.verdict !== 'seems to conflict' && claim.verdict !== 'contradicted') return claim;
  return { ...claim, verdict: 'could not be squared from outside', confirmed: false };
}
