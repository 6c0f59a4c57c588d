/** Brings a store to today's tables under a lock, and refuses one that is newer or was made with another key. */
import { createHmac } from 'node:crypto';
import { BifocalError } from '#core/errors.ts';
import type { Backend, Db } from './backend.ts';
import { MIGRATIONS, type Migration } from './migrations.ts';
import { APPLICATION_ID } from './sqlite.ts';

/** Any constant will do: two programs that migrate at once must ask for the same lock. */
const POSTGRES_LOCK = 4_221_907_783;

const SCHEMA = 'schema';
const KEY_CHECK = 'key-check';

export async function migrate(backend: Backend, key: Uint8Array, steps: readonly Migration[] = MIGRATIONS) {
  const known = steps.length;
  const seen = await versionOf(backend, backend.db);
  if (seen !== known) {
    // What a power cut takes back is done again by the next opening.
    const bring = async (trx: Db) => {
      if (backend.engine === 'postgres') await backend.run(trx, `select pg_advisory_xact_lock(${POSTGRES_LOCK})`);
      const found = await versionOf(backend, trx);
      if (found > known) throw new BifocalError('STORE_NEWER', { store: backend.where, found, known });
      for (const step of steps.slice(found)) {
        await backend.script(trx, step.statements[backend.engine]);
      }
      if (backend.engine === 'sqlite') await backend.run(trx, `pragma application_id = ${APPLICATION_ID}`);
      await remember(trx, SCHEMA, String(known));
      if (found === 0) await remember(trx, KEY_CHECK, checkOf(key));
    };
    await backend.write(null, bring, 'soon');
  }
  await refuseOtherKey(backend, key);
}

/** 0 when the store has no tables yet. */
async function versionOf(backend: Backend, db: Db): Promise<number> {
  const there =
    backend.engine === 'sqlite'
      ? await backend.run(db, `select 1 from sqlite_master where name = 'installation'`)
      : await backend.run(
          db,
          `select 1 from pg_tables where schemaname = current_schema() and tablename = 'installation'`,
        );
  if (there.length === 0) return 0;
  return Number(await recall(db, SCHEMA));
}

/** The key is never stored; this says whether a key is the one that the pseudonyms in here were made with. */
function checkOf(key: Uint8Array): string {
  return createHmac('sha256', key).update('bifocal key check').digest('hex').slice(0, 32);
}

async function refuseOtherKey(backend: Backend, key: Uint8Array): Promise<void> {
  if ((await recall(backend.db, KEY_CHECK)) === checkOf(key)) return;
  throw new BifocalError('STORE_UNUSABLE', {
    store: backend.where,
    cause: 'its pseudonyms were made with another key than the one in your configuration',
  });
}

async function recall(db: Db, name: string): Promise<string | null> {
  const row = await db.selectFrom('installation').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value ?? null;
}

async function remember(trx: Db, name: string, value: string): Promise<void> {
  await trx
    .insertInto('installation')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
