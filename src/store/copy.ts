/** Moves a whole store to another one, table by table: an embedded store grows up into PostgreSQL. */
import { BifocalError } from '#core/errors.ts';
import type { Backend, Db } from './backend.ts';
import { TABLES, type TableName, type Tables } from './tables.ts';

/** Rows are read and written so many at a time. */
const PIECE = 1_000;

/** What every store makes for itself: its schema and key check, and the search index, filled when asked. */
const OWN: ReadonlySet<TableName> = new Set(['installation', 'search']);

/** Answers how many rows of each table went over. One transaction: the other store has all of it or nothing. */
export async function copyStore(from: Backend, to: Backend): Promise<Record<string, number>> {
  return to.write(null, async (trx) => {
    const there = await trx.selectFrom('products').select('id').limit(1).execute();
    if (there.length > 0) {
      throw new BifocalError('STORE_UNUSABLE', { store: to.where, cause: 'it holds products already' });
    }
    const copied: Record<string, number> = {};
    for (const table of Object.keys(TABLES) as TableName[]) {
      if (!OWN.has(table)) copied[table] = await copyTable(from, to, trx, table);
    }
    return copied;
  });
}

type Row = Readonly<Record<string, string | number | Uint8Array | null>>;

/** Keyset pages over the key, so that a large table stands nowhere in memory. */
async function copyTable(from: Backend, to: Backend, trx: Db, table: TableName): Promise<number> {
  const key = TABLES[table].key as readonly string[];
  const names = key.map((column) => `"${column}"`).join(', ');
  let copied = 0;
  for (let after: readonly (string | number)[] | null = null; ; ) {
    const mark = (place: number) => (from.engine === 'sqlite' ? '?' : `$${place + 1}`);
    const where = after === null ? '' : `where (${names}) > (${key.map((_, place) => mark(place)).join(', ')})`;
    const text = `select * from "${table}" ${where} order by ${names} limit ${PIECE}`;
    const rows = (await from.run(from.db, text, after === null ? [] : after)) as readonly Row[];
    if (rows.length > 0) await to.insert(trx, table, rows as unknown as readonly Tables[typeof table][]);
    copied += rows.length;
    const last = rows.at(-1);
    if (!last || rows.length < PIECE) return copied;
    after = key.map((column) => last[column] as string | number);
  }
}
