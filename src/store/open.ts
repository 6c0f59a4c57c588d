/** Opens a store: a file by default, a PostgreSQL server by its address; brings its tables up to date. */
import { BifocalError } from '#core/errors.ts';
import { actions } from './actions.ts';
import { auditLog } from './audit-log.ts';
import type { Backend } from './backend.ts';
import { carry } from './carry.ts';
import { copyStore } from './copy.ts';
import { corrections } from './corrections.ts';
import { factCache } from './fact-cache.ts';
import { guarded, guardedCall, storeError } from './failures.ts';
import { expireWords, forgetPerson } from './forget.ts';
import { gathers } from './gathers.ts';
import { guesses } from './guesses.ts';
import { jobs } from './jobs.ts';
import { kept } from './kept.ts';
import { migrate } from './migrate.ts';
import { organisations } from './organisations.ts';
import { products } from './products.ts';
import { pseudonyms } from './pseudonyms.ts';
import { readings } from './readings.ts';
import { digestsOf, reads } from './reads.ts';
import { rounds } from './rounds.ts';
import { search } from './search-index.ts';
import { signInRows } from './sign-in-rows.ts';
import { sources } from './sources.ts';
import type { Store, StoreOptions } from './store.ts';
import { tells } from './tells.ts';
import { tokens } from './tokens.ts';
import { webhooks } from './webhooks.ts';

export type { Store, StoreOptions } from './store.ts';

/** HMAC-SHA-256 keys shorter than its own 32 bytes are weaker than it is (RFC 2104). */
const SHORTEST_KEY = 32;

/** Lets one store reach into another when it is copied. */
const backends = new WeakMap<Store, Backend>();

export async function openStore(options: StoreOptions): Promise<Store> {
  if (options.key.length < SHORTEST_KEY) throw new TypeError(`the key has ${options.key.length} bytes, not 32`);
  const where = options.url === undefined ? (options.file ?? '') : hostOf(options.url);
  let backend: Backend | null = null;
  try {
    backend = await openBackend(options);
    await migrate(backend, options.key);
    return storeOn(backend, options);
  } catch (error) {
    await backend?.close().catch(() => undefined);
    throw storeError(error, where);
  }
}

/** The driver of a server is loaded only when there is one: it takes longer to load than SQLite to open. */
async function openBackend({ url, file, alone, now = Date.now }: StoreOptions): Promise<Backend> {
  if (url !== undefined) return (await import('./postgres.ts')).openPostgres(url, now);
  if (file === undefined) throw new TypeError('a store needs a file or an url');
  return (await import('./sqlite.ts')).openSqlite(file, now, alone);
}

function hostOf(url: string): string {
  if (!URL.canParse(url) || !/^postgres(?:ql)?:$/.test(new URL(url).protocol)) {
    throw new BifocalError('STORE_UNUSABLE', { store: 'DATABASE_URL', cause: 'it is not a postgres:// address' });
  }
  const { host, pathname } = new URL(url);
  return `postgres://${host}${pathname}`;
}

/** The store over a backend whose tables are up to date. */
export function storeOn(backend: Backend, { key, names = false }: Pick<StoreOptions, 'key' | 'names'>): Store {
  const { where } = backend;
  const by = pseudonyms(key, names);
  const read = reads(backend);
  const store: Store = {
    engine: backend.engine,
    where,
    products: guarded(products(backend), where),
    sources: guarded(sources(backend), where),
    gathers: guarded(gathers(backend, { pseudonyms: by, names }), where),
    read: guarded(read, where),
    digests: guardedCall((productId: string) => digestsOf(backend, productId), where),
    facts: guarded(factCache(backend), where),
    kept: guarded(kept(backend), where),
    readings: guarded(readings(backend), where),
    corrections: guarded(corrections(backend), where),
    guesses: guarded(guesses(backend), where),
    actions: guarded(actions(backend), where),
    rounds: guarded(rounds(backend), where),
    tells: guarded(tells(backend), where),
    jobs: guarded(jobs(backend), where),
    organisations: guarded(organisations(backend), where),
    signIn: guarded(signInRows(backend), where),
    tokens: guarded(tokens(backend), where),
    webhooks: guarded(webhooks(backend), where),
    auditLog: guarded(auditLog(backend), where),
    carry: guarded(carry(backend), where),
    search: guarded(search(backend, read.evidence), where),
    identityOf: ({ space, handle }) => by.idOfHandle(space, handle),
    forget: guardedCall(
      (productId, person) =>
        forgetPerson(backend, productId, person.id ?? by.idOfHandle(person.space, person.handle), person),
      where,
    ),
    expire: guardedCall((productId: string, before: number) => expireWords(backend, productId, before), where),
    async copyTo(other) {
      const to = backends.get(other);
      if (!to) throw new Error('the other store was not opened here');
      return copyStore(backend, to).catch((error) => Promise.reject(storeError(error, to.where)));
    },
    settle: () => backend.settle(),
    close: () => backend.close(),
  };
  backends.set(store, backend);
  return store;
}
