/** Erases a person from every product of the store, under every identity that is known to be theirs. */
import { BifocalError } from '#core/errors.ts';
import type { Forgotten } from '#store/forget.ts';
import type { Product } from '#store/products.ts';
import type { Store } from '#store/store.ts';
import { handlesOf, personMeant } from './person.ts';

export interface ForgottenIn extends Forgotten {
  readonly product: string;
}

/** Rejects with PERSON_NOT_FOUND where no product knows them. */
export async function forgetEverywhere(
  store: Store,
  said: string,
  alsoCalled: readonly string[],
): Promise<ForgottenIn[]> {
  const done: ForgottenIn[] = [];
  for (const product of await store.products.list()) {
    const gone = await forgetKnown(store, product, said, alsoCalled);
    if (gone !== null) done.push(gone);
  }
  if (done.length === 0) throw new BifocalError('PERSON_NOT_FOUND', { person: said });
  return done;
}

/** From one product alone. Rejects with PERSON_NOT_FOUND where it does not know them. */
export async function forgetIn(
  store: Store,
  product: Pick<Product, 'id' | 'name'>,
  said: string,
  alsoCalled: readonly string[],
): Promise<ForgottenIn> {
  const gone = await forgetKnown(store, product, said, alsoCalled);
  if (gone === null) throw new BifocalError('PERSON_NOT_FOUND', { person: said });
  return gone;
}

/** Null where the product does not know them. */
async function forgetKnown(
  store: Store,
  { id: productId, name: product }: Pick<Product, 'id' | 'name'>,
  said: string,
  alsoCalled: readonly string[],
): Promise<ForgottenIn | null> {
  const ids = await identitiesMeant(store, productId, said);
  if (ids.length === 0) return null;
  const handle = (await handlesOf(store, productId, said))[0]?.handle ?? '';
  // What a stopped gather staged may name them too; the source tells it again.
  for (const { id, state } of await store.gathers.list(productId)) {
    if (state === 'open') await store.gathers.abandon(productId, id);
  }
  const sum = { identities: 0, rows: 0, mentions: 0 };
  const left = new Set(ids);
  for (const id of ids) {
    if (!left.has(id)) continue;
    const one = await store.forget(productId, { id, space: '', handle, alsoCalled });
    sum.identities += one.identities;
    sum.rows += one.rows;
    sum.mentions += one.mentions;
    left.delete(id);
  }
  return { product, ...sum };
}

async function identitiesMeant(store: Store, productId: string, said: string): Promise<string[]> {
  const meant = await personMeant(store, productId, said).catch((error: unknown) => {
    if (error instanceof BifocalError && error.code === 'PERSON_NOT_FOUND') return null;
    throw error;
  });
  if (meant === null || meant.target === 'domain') return [];
  const rows = [];
  for await (const page of store.read.stream(productId, 'identities')) rows.push(...page);
  const person = rows.find(({ id }) => id === meant.id)?.personId;
  return rows.flatMap(({ id, personId }) => (personId === person ? id : []));
}
