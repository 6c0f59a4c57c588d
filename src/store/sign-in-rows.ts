/** Rows of sign-in as its library asks for them: any of its tables, any of their columns, and nothing else. */
import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely';
import { SIGN_IN_TABLES } from './access-tables.ts';
import type { Backend, Db } from './backend.ts';

export type SignInTable = keyof typeof SIGN_IN_TABLES;
export type SignInValue = string | number | null;
export type SignInRow = Readonly<Record<string, SignInValue>>;

export interface SignInWhere {
  readonly column: string;
  readonly is: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'in' | 'not_in';
  readonly value: SignInValue | readonly SignInValue[];
  /** How it joins the one before it. */
  readonly or: boolean;
}

interface Wanted {
  readonly limit?: number;
  readonly offset?: number;
  readonly sort?: { readonly column: string; readonly direction: 'asc' | 'desc' };
}

const SIGNS = { eq: '=', ne: '<>', lt: '<', lte: '<=', gt: '>', gte: '>=', in: 'in', not_in: 'not in' } as const;

// biome-ignore lint/suspicious/noExplicitAny: the library names tables and columns at run time; `known` holds them to ours.
type Any = any;

export function signInRows(backend: Backend) {
  const find = (table: SignInTable, where: readonly SignInWhere[], wanted: Wanted = {}) =>
    found(backend.db, table, where, wanted);
  return {
    find,

    async insert(table: SignInTable, row: SignInRow): Promise<void> {
      for (const column of Object.keys(row)) known(table, column);
      await backend.write(null, async (trx) => {
        await (trx as Any).insertInto(table).values(row).execute();
      });
    },

    /** Answers the rows as they are then. */
    update(table: SignInTable, where: readonly SignInWhere[], set: SignInRow): Promise<SignInRow[]> {
      for (const column of Object.keys(set)) known(table, column);
      return backend.write(null, async (trx) => {
        const ids = await idsOf(trx, table, where);
        if (ids.length === 0) return [];
        await (trx as Any).updateTable(table).set(set).where('id', 'in', ids).execute();
        return found(trx, table, [{ column: 'id', is: 'in', value: ids, or: false }], {});
      });
    },

    /** Answers the rows that went, of which no other asker got any. */
    remove(table: SignInTable, where: readonly SignInWhere[]): Promise<SignInRow[]> {
      return backend.write(null, async (trx) => {
        const rows = await found(trx, table, where, {});
        const ids = rows.map(({ id }) => id);
        if (ids.length === 0) return [];
        const gone = await (trx as Any).deleteFrom(table).where('id', 'in', ids).returning('id').execute();
        const taken = new Set(gone.map(({ id }: { id: string }) => id));
        return rows.filter(({ id }) => taken.has(id));
      });
    },

    async count(table: SignInTable, where: readonly SignInWhere[]): Promise<number> {
      const query = (backend.db as Any).selectFrom(table).select(sql`count(*)`.as('n'));
      const { n } = await narrowed(query, table, where).executeTakeFirstOrThrow();
      return Number(n);
    },
  };
}

export type SignInRows = ReturnType<typeof signInRows>;

async function found(
  db: Db,
  table: SignInTable,
  where: readonly SignInWhere[],
  { limit, offset, sort }: Wanted,
): Promise<SignInRow[]> {
  let query = narrowed((db as Any).selectFrom(table).selectAll(), table, where);
  if (sort) query = query.orderBy(known(table, sort.column), sort.direction);
  query = query.orderBy('id');
  if (limit !== undefined) query = query.limit(limit);
  if (offset) query = query.offset(offset);
  return query.execute();
}

async function idsOf(db: Db, table: SignInTable, where: readonly SignInWhere[]): Promise<string[]> {
  const rows = await narrowed((db as Any).selectFrom(table).select('id'), table, where).execute();
  return rows.map(({ id }: { id: string }) => id);
}

function narrowed(query: Any, table: SignInTable, where: readonly SignInWhere[]): Any {
  if (where.length === 0) return query;
  return query.where((eb: ExpressionBuilder<Any, Any>) => {
    let all: ExpressionWrapper<Any, Any, SqlBool> | null = null;
    for (const one of where) {
      const next = conditionOf(eb, table, one);
      all = all === null ? next : one.or ? eb.or([all, next]) : eb.and([all, next]);
    }
    return all;
  });
}

function conditionOf(eb: ExpressionBuilder<Any, Any>, table: SignInTable, { column, is, value }: SignInWhere): Any {
  const name = known(table, column);
  if (value === null) return eb(name, is === 'ne' ? 'is not' : 'is', null);
  // Nothing is in an empty list, and no engine of ours takes one.
  if (Array.isArray(value) && value.length === 0) return sql<SqlBool>`1 = ${sql.lit(is === 'in' ? 0 : 1)}`;
  return eb(name, SIGNS[is], value as Any);
}

function known(table: SignInTable, column: string): string {
  if (column in SIGN_IN_TABLES[table].columns) return column;
  throw new Error(`${table} has no column ${column}`);
}
