/** Turns the tables into the statements that make them, for either engine. */
import type { ColumnType, IndexShape, TableShape } from './shape.ts';

export type EngineName = 'sqlite' | 'postgres';

const TYPES: Readonly<Record<EngineName, Readonly<Record<string, string>>>> = {
  sqlite: { text: 'text', integer: 'integer', real: 'real', blob: 'blob' },
  // Bytes decide the order of text, as in SQLite; a locale's order would differ between two servers.
  postgres: { text: 'text collate "C"', integer: 'bigint', real: 'double precision', blob: 'bytea' },
};

/** `create table` and `create index` of each table, in the order given. */
export function createStatements(engine: EngineName, tables: Readonly<Record<string, TableShape>>): string[] {
  return Object.entries(tables).flatMap(([name, shape]) => [
    createTable(engine, name, shape),
    ...(shape.indexes ?? []).map((index) => createIndex(name, index)),
  ]);
}

function createTable(engine: EngineName, name: string, shape: TableShape): string {
  const columns = Object.entries(shape.columns).map(([column, type]) => `${quoted(column)} ${typeOf(engine, type)}`);
  const key = `primary key (${shape.key.map(quoted).join(', ')})`;
  const tail = engine === 'sqlite' ? ` strict${shape.wide ? '' : ', without rowid'}` : '';
  return `create table ${quoted(name)} (${[...columns, key].join(', ')})${tail}`;
}

function createIndex(table: string, index: IndexShape): string {
  const name = [table, ...index.columns.filter((column) => column !== 'product_id')].join('_');
  const where = index.present ? ` where ${quoted(index.present)} is not null` : '';
  const unique = index.unique ? 'unique ' : '';
  return `create ${unique}index ${quoted(name)} on ${quoted(table)} (${index.columns.map(quoted).join(', ')})${where}`;
}

function typeOf(engine: EngineName, type: ColumnType): string {
  const plain = typeIn(engine, type.replace('?', ''));
  return type.endsWith('?') ? `${plain}` : `${plain} not null`;
}

/** A type of ours as the engine spells it; without more it may be null. */
export function typeIn(engine: EngineName, type: string): string | undefined {
  return TYPES[engine][type];
}

function quoted(name: string): string {
  return `"${name}"`;
}
