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
  statement.setReturnArrays(true);
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => rowsOf(statement, statement.all(...bound(parameters))),
    run: (parameters) => statement.run(...bound(parameters)),
    *iterate(parameters) {
      for (const values of statement.iterate(...bound(parameters))) yield* rowsOf(statement, [values]);
    },
  };
}

/** Node makes each row a dictionary: twice the time and several times the memory of objects that have one shape. */
function rowsOf(statement: StatementSync, found: readonly unknown[]): Record<string, unknown>[] {
  if (found.length === 0) return [];
  // Asked each time: where a table changed since it was prepared, SQLite prepares a statement anew.
  const names = statement.columns().map(({ name }) => name);
  return (found as readonly (readonly unknown[])[]).map((values) => {
    const row: Record<string, unknown> = {};
    for (let at = 0; at < names.length; at++) row[names[at] as string] = values[at];
    return row;
  });
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
