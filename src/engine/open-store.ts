/** The store as faces may open it: through the engine, never by SQL of their own. */
export { openStore } from '#store/open.ts';
export type { Store } from '#store/store.ts';
