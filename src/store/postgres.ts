/** The grown store: a PostgreSQL server reached by its address. */
import { CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { type Backend, type Db, type Kept, keyOf, type Raw } from './backend.ts';
import { TABLES, type TableName, type Tables } from './tables.ts';

/** The protocol ends at 65,535 parameters; Citus and poolers are happier well below (DESIGN §10). */
const MOST_PARAMETERS = 30_000;

/** Deadlock and serialisation failures are run again; anything else is told at once. */
const AGAIN = new Set(['40001', '40P01']);
const TRIES = 5;

const BIGINT = 20;

export function openPostgres(url: string, now: () => number): Backend {
  const pool = new pg.Pool({
    connectionString: url,
    max: 8,
    connectionTimeoutMillis: 15_000,
    // Counts and times come as text otherwise; every integer of ours is a millisecond or a count, far below 2^53.
    types: { getTypeParser: (oid, format) => (oid === BIGINT ? Number : pg.types.getTypeParser(oid, format)) },
  });
  // An idle connection that the server ends is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  const db: Db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });

  return {
    engine: 'postgres',
    where: placeOf(url),
    now,
    db,
    write: (productId, work, kept = 'surely') => writeAgain(db, productId, work, kept),
    insert: insertMany,
    run: async (trx, text, parameters = []) => {
      const answer = await trx.executeQuery(CompiledQuery.raw(text, [...parameters]));
      return answer.rows as readonly Raw[];
    },
    // Without parameters the server takes them all in one message.
    script: async (trx, statements) => {
      await trx.executeQuery(CompiledQuery.raw(statements.join(';\n')));
    },
    scrub: async () => undefined,
    settle: () => undefined,
    close: async () => {
      await db.destroy();
      if (!pool.ended) await pool.end();
    },
  };
}

/** The address without user and password. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `postgres://${host}${pathname}`;
}

async function writeAgain<Result>(
  db: Db,
  productId: string | null,
  work: (trx: Db) => Promise<Result>,
  kept: Kept,
): Promise<Result> {
  for (let tried = 1; ; tried++) {
    try {
      return await db.transaction().execute(async (trx) => {
        if (kept === 'soon') await sql`set local synchronous_commit = off`.execute(trx);
        if (productId !== null) await sql`select 1 from products where id = ${productId} for update`.execute(trx);
        return work(trx);
      });
    } catch (error) {
      if (tried === TRIES || !AGAIN.has((error as { code?: string }).code ?? '')) throw error;
    }
  }
}

async function insertMany<Name extends TableName>(
  trx: Db,
  table: Name,
  rows: readonly Tables[Name][],
): Promise<ReadonlySet<string>> {
  const shape = TABLES[table];
  const columns = Object.keys(shape.columns);
  const key = shape.key.filter((column) => column !== 'product_id').map((column) => `"${column}"`);
  const names = columns.map((column) => `"${column}"`).join(', ');
  const most = Math.floor(MOST_PARAMETERS / columns.length);
  const fresh = new Set<string>();
  for (let from = 0; from < rows.length; from += most) {
    const part = rows.slice(from, from + most) as readonly Readonly<Record<string, unknown>>[];
    const places = part.map((_, row) => `(${columns.map((_, column) => `$${row * columns.length + column + 1}`)})`);
    const returning = key.length > 0 ? ` returning ${key.join(', ')}` : '';
    const text = `insert into "${table}" (${names}) values ${places} on conflict do nothing${returning}`;
    const values = part.flatMap((row) => columns.map((column) => row[column] ?? null));
    const { rows: answer } = await trx.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, values));
    for (const row of answer) fresh.add(keyOf(Object.values(row).map(String)));
  }
  return fresh;
}
