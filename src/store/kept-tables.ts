/** Kept tables between the words of the house and those of SQL: names of columns, keys, and what is JSON. */
import { canonical, type Json } from '#core/json.ts';
import type { KeptRows, KeptTable } from '#core/kept.ts';
import type { Backend, Db } from './backend.ts';
import { keyOf } from './backend.ts';
import { pages } from './rows.ts';
import { TABLES, type TableName, type Tables } from './tables.ts';

const SQL_TABLE = {
  needs: 'needs',
  needMembers: 'need_members',
  links: 'links',
  claims: 'claims',
  verdicts: 'verdicts',
} as const satisfies Record<KeptTable, TableName>;

const JSON_COLUMNS: ReadonlySet<string> = new Set(['statement', 'because', 'spans', 'quotes']);

/** Alternatives of one statement: SQLite's expressions end at a depth of 1,000. */
const DROPPED = 200;

type Cells = Readonly<Record<string, string | number | null>>;

export interface Shape {
  readonly table: (typeof SQL_TABLE)[KeptTable];
  /** Without the product’s. */
  readonly key: readonly string[];
  readonly columns: readonly string[];
}

export function shapeOf(name: KeptTable): Shape {
  const table = SQL_TABLE[name];
  const own = (column: string) => column !== 'product_id';
  return { table, key: TABLES[table].key.filter(own), columns: Object.keys(TABLES[table].columns).filter(own) };
}

export function cellsOf<Name extends KeptTable>({ columns }: Shape, row: KeptRows[Name]): Cells {
  const values = row as unknown as Readonly<Record<string, Json>>;
  const cell = (column: string) => {
    const value = values[camel(column)] ?? null;
    return JSON_COLUMNS.has(column) ? canonical(value) : (value as string | number | null);
  };
  return Object.fromEntries(columns.map((column) => [column, cell(column)]));
}

export function rowOf<Name extends KeptTable>({ columns }: Shape, cells: Cells): KeptRows[Name] {
  const value = (column: string) =>
    JSON_COLUMNS.has(column) ? (JSON.parse(String(cells[column])) as Json) : (cells[column] ?? null);
  return Object.fromEntries(columns.map((column) => [camel(column), value(column)])) as unknown as KeptRows[Name];
}

function keyOfCells({ key }: Shape, cells: Cells): string {
  return keyOf(key.map((column) => String(cells[column])));
}

/** By key, so that both engines give one order. */
export async function cellsIn(db: Db, productId: string, { table, key, columns }: Shape): Promise<Cells[]> {
  let query = db
    .selectFrom(table as 'needs')
    .select(columns as ['id'])
    .where('product_id', '=', productId);
  for (const column of key) query = query.orderBy(column as 'id');
  return (await query.execute()) as unknown as Cells[];
}

/** Brings a table from what it holds to what it should hold; answers how many rows that touched. */
export async function writeDifference(
  backend: Backend,
  trx: Db,
  productId: string,
  shape: Shape,
  wanted: readonly Cells[],
): Promise<number> {
  const left = new Map((await cellsIn(trx, productId, shape)).map((cells) => [keyOfCells(shape, cells), cells]));
  const [fresh, altered]: [Cells[], Cells[]] = [[], []];
  for (const cells of wanted) {
    const key = keyOfCells(shape, cells);
    const was = left.get(key);
    left.delete(key);
    if (was && canonical(was) === canonical(cells)) continue;
    if (was) altered.push(was);
    fresh.push(cells);
  }
  await drop(trx, productId, shape, [...altered, ...left.values()]);
  const rows = fresh.map((cells) => ({ product_id: productId, ...cells }));
  if (rows.length > 0) await backend.insert(trx, shape.table, rows as unknown as readonly Tables[typeof shape.table][]);
  return fresh.length + left.size;
}

/** Each by its whole key: with the product told apart from the others, SQLite would go through all of its rows each time. */
async function drop(trx: Db, productId: string, { table, key }: Shape, gone: readonly Cells[]): Promise<void> {
  for (const part of pages(gone, DROPPED)) {
    await trx
      .deleteFrom(table as 'needs')
      .where(({ or, and, eb }) => {
        const is = (column: string, value: string) => eb(column as 'id', '=', value);
        return or(
          part.map((cells) =>
            and([is('product_id', productId), ...key.map((column) => is(column, String(cells[column])))]),
          ),
        );
      })
      .execute();
  }
}

function camel(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
