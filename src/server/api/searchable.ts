/** Brings the words of a product into the search once its evidence changed, on another thread; who searches waits a moment at most. */
import { canonical } from '#core/json.ts';
import type { Served } from './served.ts';

/** So long searches wait for what is new, all together; after that they find what is indexed, and the rest later. */
const PATIENCE_MS = 200;

/** Whether all of a product can be searched; remembers up to which state of its evidence each was asked to be. */
export function searchableIn({ store, lookups }: Pick<Served, 'store' | 'lookups'>): (id: string) => Promise<boolean> {
  const asked = new Map<
    string,
    { readonly state: string; readonly done: Promise<unknown>; readonly begunAt: number }
  >();
  return async (id) => {
    const state = canonical(await store.digests(id));
    let known = asked.get(id);
    if (known?.state !== state) {
      const done = lookups.tell(id, 'words', new AbortController().signal).catch(() => asked.delete(id));
      known = { state, done, begunAt: performance.now() };
      asked.set(id, known);
    }
    const { begunAt } = known;
    let patience: NodeJS.Timeout | undefined;
    const enough = new Promise<false>((over) => {
      patience = setTimeout(over, Math.max(0, begunAt + PATIENCE_MS - performance.now()), false);
    });
    const whole = await Promise.race([known.done.then(() => true), enough]);
    clearTimeout(patience);
    return whole;
  };
}
