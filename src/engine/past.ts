/** The past as it stood: gathered for one reading, then taken back, so that it never shows in a reading of the present. */
import type { Store } from '#store/store.ts';
import { gather, PAST } from './gather.ts';
import type { GatherSourcesOrder } from './gather-sources.ts';
import { openHttp } from './http.ts';
import { loadSource } from './load-source.ts';

/** Sources that hold trees and pages as they stand: the others' rows say themselves when they were. */
const STANDING = ['git', 'changelog'];

/** Runs `work` over the evidence as it stood at `at`; whatever happens in between, the present is put back. */
export async function asItStood<Result>(
  store: Store,
  productId: string,
  order: GatherSourcesOrder & { readonly at: number },
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    for (const wanted of order.target.sources.filter(({ kind }) => STANDING.includes(kind))) {
      const { source, options, git } = await loadSource(wanted, order.signal);
      const { deep, signal, onProgress, at: until } = order;
      await gather(store, {
        productId,
        source,
        options,
        deep,
        git,
        http: openHttp({ signal }),
        signal,
        onProgress,
        until,
      });
    }
    return await work();
  } finally {
    await presentAgain(store, productId);
  }
}

/** Also after a stop in the middle of a reading of the past. Newest first, as they lie upon each other. */
export async function presentAgain(store: Store, productId: string): Promise<void> {
  const left = (await store.gathers.list(productId)).filter(
    ({ mapping, state }) => mapping === PAST && state === 'sealed',
  );
  for (const { id } of left) await store.gathers.undo(productId, id);
}
