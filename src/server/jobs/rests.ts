/** What a telling rests on, so that one that is kept is told again only while all of it is as it was. */
import { canonical, type Json, plainJson } from '#core/json.ts';
import type { Store } from '#engine/open-store.ts';
import type { Telling } from './tell.ts';

/** More than evidence: what people decided of actions, who was told, which readings there are, and whose product it is. */
const RESTS: { readonly [What in keyof Telling]?: (store: Store, productId: string) => Promise<Json> } = {
  bridge: decisionsIn,
  claims: async (store, productId) => ((await store.products.byId(productId))?.settings.theirs ?? null) as Json,
  people: async (store, productId) => (await store.corrections.list(productId)).map(({ id }) => id),
  since: decisionsIn,
  year: async (store, productId) => [
    (await store.readings.list(productId)).map(({ id }) => id),
    (await store.rounds.list(productId)).map(({ id, closesAt }) => [id, closesAt]),
  ],
  tells: async (store, productId) => plainJson(await store.tells.list(productId)),
};

async function decisionsIn(store: Store, productId: string): Promise<Json> {
  const actions = plainJson(await store.actions.list(productId));
  return [actions, (await store.readings.list(productId)).map(({ id }) => id)];
}

export interface Rests {
  /** Another text whenever it may have to be told otherwise. */
  readonly input: string;
  /** The part of it that people decide: whoever decides must not be shown what stood before it. */
  readonly decided: string;
}

export async function restsOf(store: Store, productId: string, what: keyof Telling): Promise<Rests> {
  const digests = await store.digests(productId);
  const beside = (await RESTS[what]?.(store, productId)) ?? null;
  return { input: canonical([digests, beside]), decided: canonical([digests.corrections, beside]) };
}
