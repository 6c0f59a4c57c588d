/** The embedded store: one SQLite file, one connection that writes, and one that reads where that is not left to the first. */
import { once } from 'node:events';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { CompiledQuery, Kysely, SqliteDialect } from 'kysely';
import { BifocalError } from '#core/errors.ts';
import { type Backend, type Db, keyOf, type Raw } from './backend.ts';
import { SqliteAdapter } from './sqlite-adapter.ts';
import { TABLES, type TableName, type Tables } from './tables.ts';

/** ASCII "Bifo": tells our files from other programs' databases. */
export const APPLICATION_ID = 0x4269666f;

/** Another process may hold the lock while it seals a large gather; after this long it is taken to be stuck. */
const PATIENCE_MS = 30_000;

const PRAGMAS = `
  pragma cache_size = -16000;
  pragma journal_size_limit = 33554432;
  pragma temp_store = memory;`;

/** Of a new file. SQLite's own 4 KB took a tenth more CPU for 200,000 rows, which come and are read by the thousand. */
const PAGE = 16 * 2 ** 10;

/** What was acknowledged survives a power cut. A checkpoint every 32 MB instead of 4 took 120,000 rows from 16 s to 7. */
const SURELY = `pragma synchronous = full; pragma wal_autocheckpoint = ${(32 * 2 ** 20) / PAGE}`;

/** Pieces of a long gather write the same pages again and again; 160 MB between checkpoints took rails from 23 s to 19. */
const SOON = `pragma synchronous = normal; pragma wal_autocheckpoint = ${(160 * 2 ** 20) / PAGE}`;

/** Two threads are no faster with less in the log. */
const WORTH_A_THREAD = 4 * 2 ** 20;

export function openSqlite(file: string, now: () => number, alone = false): Backend {
  const inMemory = file === ':memory:';
  const path = inMemory ? file : resolve(file);
  if (!inMemory) mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(path, { timeout: PATIENCE_MS });
  try {
    refuseForeign(database, path);
    database.exec(`pragma page_size = ${PAGE}`);
    keepLogBeside(database);
    database.exec(PRAGMAS);
    database.exec(SURELY);
  } catch (error) {
    database.close();
    throw error;
  }
  const writer = kyselyOver(database);
  const inserts = insertsInto(database);
  let reader: Db | null = inMemory || alone ? writer : null;
  let before: Promise<void> = Promise.resolve();
  let settled: Promise<unknown> | null = null;

  return {
    engine: 'sqlite',
    where: inMemory ? 'memory' : path,
    now,
    get db() {
      reader ??= kyselyOver(openReader(path));
      return reader;
    },
    write: (_productId, work, kept = 'surely') => {
      const done = before.then(() => {
        // Refused inside a transaction, so each write waits for the one before it.
        database.exec(kept === 'surely' ? SURELY : SOON);
        if (kept === 'soon' && !inMemory) database.exec(`pragma cache_size = -${cacheFor(statSync(path).size)}`);
        return writer.transaction().execute(work);
      });
      before = done.then(nothing, nothing);
      return done;
    },
    insert: async (_trx, table, rows) => insertEach(inserts, table, rows),
    run: async (trx, sql, parameters = []) => {
      const answer = await trx.executeQuery(CompiledQuery.raw(sql, [...parameters]));
      return answer.rows as readonly Raw[];
    },
    script: async (_trx, statements) => database.exec(statements.join(';\n')),
    scrub: async () => {
      database.exec('vacuum; pragma wal_checkpoint(truncate)');
    },
    settle: () => {
      if (!alone || inMemory || settled !== null || sizeOf(`${path}-wal`) < WORTH_A_THREAD) return;
      // Whatever it leaves, closing takes with it.
      settled = once(new Worker(checkpointThread(), { workerData: path }), 'exit').catch(nothing);
    },
    close: async () => {
      await settled;
      if (reader !== null && reader !== writer) await reader.destroy();
      await writer.destroy();
      if (database.isOpen) database.close();
    },
  };
}

function nothing(): void {}

/** TypeScript in a checkout; in the package it lies in the same place. */
function checkpointThread(): URL {
  const built = new URL('./checkpoint.js', import.meta.url);
  return existsSync(built) ? built : new URL('./checkpoint.ts', import.meta.url);
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** In KB, as the pragma takes it. Ids are hashes, so rows go in everywhere: a sixth of the file holds the key's index. */
const LEAST_CACHE = 16_000;
/** 400,000 rows took 29 s of CPU with 16 MB and 23 with this. */
const MOST_CACHE = 64_000;

function cacheFor(bytes: number): number {
  return Math.round(Math.min(MOST_CACHE, Math.max(LEAST_CACHE, bytes / 6_000)));
}

/** Reads go through pages in order, so a small cache serves them as well. */
function openReader(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { readOnly: true, timeout: PATIENCE_MS });
  database.exec('pragma cache_size = -8000');
  return database;
}

function kyselyOver(database: DatabaseSync): Db {
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: new SqliteAdapter(database) }) });
}

/** SQLite's code of a database that another connection holds. */
const BUSY = 5;
const BEFORE_ASKED_AGAIN_MS = 10;

/** Of two that open a new file at once SQLite refuses one this switch without any waiting: so it is asked again. */
function keepLogBeside(database: DatabaseSync): void {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      database.exec('pragma journal_mode = wal');
      return;
    } catch (error) {
      if ((((error as { errcode?: number }).errcode ?? 0) & 0xff) !== BUSY || performance.now() > until) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BEFORE_ASKED_AGAIN_MS);
    }
  }
}

/** A database that has tables but not our mark belongs to another program: nothing is written to it. */
function refuseForeign(database: DatabaseSync, path: string): void {
  // Another process may make our tables, and with them the mark, between the two looks: so the mark is read last.
  const tables = database.prepare('select count(*) as n from sqlite_master').get()?.n;
  const mark = database.prepare('pragma application_id').get()?.application_id;
  if (mark === APPLICATION_ID) return;
  if (mark !== 0 || tables !== 0) {
    throw new BifocalError('STORE_UNUSABLE', { store: path, cause: 'it is the database of another program' });
  }
}

interface Insert {
  readonly columns: readonly string[];
  readonly key: readonly string[];
  readonly statement: StatementSync;
}

/** One prepared insert per table, made when it is first needed. */
function insertsInto(database: DatabaseSync): (table: TableName) => Insert {
  const made = new Map<TableName, Insert>();
  return (table) => {
    const known = made.get(table);
    if (known) return known;
    const shape = TABLES[table];
    const columns = Object.keys(shape.columns);
    const names = columns.map((column) => `"${column}"`).join(', ');
    const marks = columns.map(() => '?').join(', ');
    const statement = database.prepare(`insert into "${table}" (${names}) values (${marks}) on conflict do nothing`);
    const insert = { columns, key: shape.key.filter((column) => column !== 'product_id'), statement };
    made.set(table, insert);
    return insert;
  };
}

/** The hot path: one prepared statement run row by row is faster here than one statement of many rows. */
function insertEach<Name extends TableName>(of: (table: Name) => Insert, table: Name, rows: readonly Tables[Name][]) {
  const { columns, key, statement } = of(table);
  const fresh = new Set<string>();
  const values: (null | string | number | Uint8Array)[] = [];
  for (const row of rows as readonly Readonly<Record<string, null | string | number | Uint8Array>>[]) {
    let place = 0;
    for (const column of columns) values[place++] = row[column] ?? null;
    const { changes } = statement.run(...values);
    if (changes === 1) fresh.add(keyOf(key.map((column) => String(row[column]))));
  }
  return fresh;
}
