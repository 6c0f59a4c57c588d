/** node:sqlite in the shape that Kysely's SQLite dialect takes, with prepared statements kept by their text. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

type Bound = null | string | number | bigint | Uint8Array;

/** The reads and writes of the store come in fewer shapes than this; a page's `in (…)` adds some. */
const KEPT_STATEMENTS = 200;

export class SqliteAdapter implements SqliteDatabase {
  readonly #database: DatabaseSync;
  readonly #kept = new Map<string, SqliteStatement>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  prepare(sql: string): SqliteStatement {
    // A deferred transaction that turns into a write is refused when another process wrote in between.
    if (sql === 'begin') return this.#control('begin immediate');
    // A full disk makes SQLite roll back by itself; the rollback that follows must not hide the reason.
    if (sql === 'rollback' && !this.#database.isTransaction) return NOTHING;
    const kept = this.#kept.get(sql);
    if (kept) return kept;
    if (this.#kept.size >= KEPT_STATEMENTS) this.#kept.clear();
    const statement = adapt(this.#database.prepare(sql));
    this.#kept.set(sql, statement);
    return statement;
  }

  #control(sql: string): SqliteStatement {
    return {
      ...NOTHING,
      run: () => {
        this.#database.exec(sql);
        return NO_CHANGE;
      },
    };
  }

  close(): void {
    this.#kept.clear();
    this.#database.close();
  }
}

const NO_CHANGE = { changes: 0, lastInsertRowid: 0 };

const NOTHING: SqliteStatement = {
  reader: false,
  all: () => [],
  run: () => NO_CHANGE,
  iterate: () => [].values(),
};

function adapt(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...bound(parameters)),
    run: (parameters) => statement.run(...bound(parameters)),
    iterate: (parameters) => statement.iterate(...bound(parameters)),
  };
}

/** A Date bound first would shift all values without an error, so nothing but the five known types goes through. */
function bound(parameters: readonly unknown[]): Bound[] {
  for (const value of parameters) {
    if (!isBound(value)) throw new TypeError(`cannot bind a ${value?.constructor?.name ?? typeof value}`);
  }
  return parameters as Bound[];
}

function isBound(value: unknown): value is Bound {
  return (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'bigint' ||
    value instanceof Uint8Array
  );
}
