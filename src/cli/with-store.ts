/** Opens the store that a command works on, and closes it whatever happens. */
import { homeOf, keyOf } from '#engine/home.ts';
import { openStore, type Store } from '#engine/open-store.ts';
import type { Asked } from './arguments.ts';
import type { Terminal } from './terminal.ts';

export async function withStore<Result>(
  asked: Asked,
  terminal: Terminal,
  work: (store: Store) => Promise<Result>,
  how: { readonly alone?: boolean } = {},
): Promise<Result> {
  const store = await openStore({ ...(await openingOf(asked, terminal)), ...how });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** How the store is opened that a command works on. */
export async function openingOf(asked: Asked, { env }: Pick<Terminal, 'env'>) {
  const home = homeOf(env, process.platform);
  const file = typeof asked.flags.store === 'string' ? asked.flags.store : home.database;
  const url = asked.flags.store === undefined ? env.DATABASE_URL : undefined;
  return { ...(url ? { url } : { file }), key: await keyOf(home) };
}
