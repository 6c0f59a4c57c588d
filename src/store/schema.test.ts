/** The tables keep the rules that let both engines, and a cluster of servers, hold the same. */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SIGN_IN_TABLES } from './access-tables.ts';
import { MIGRATIONS } from './migrations.ts';
import { createStatements } from './schema.ts';
import type { TableShape } from './shape.ts';
import { TABLES } from './tables.ts';

const SHAPES: [name: string, shape: TableShape][] = Object.entries(TABLES);
/** What belongs to the whole store, and the products themselves. */
const OWN = new Set(['installation', 'products', ...Object.keys(SIGN_IN_TABLES)]);
const OWNED = SHAPES.filter(([name]) => !OWN.has(name));

test.each(OWNED)('the product comes first in the columns, key and indexes of %s', (_, shape) => {
  expect(Object.keys(shape.columns)[0]).toBe('product_id');
  const keys = [shape.key, ...(shape.indexes ?? []).map((index) => index.columns)];
  expect(keys.map((columns) => columns[0])).toEqual(keys.map(() => 'product_id'));
});

test.each(SHAPES)('keys and indexes of %s name columns that it has', (_, shape) => {
  const named = [
    ...shape.key,
    ...(shape.indexes ?? []).flatMap((index) => [...index.columns, index.present ?? []].flat()),
  ];
  expect(named.filter((column) => !(column in shape.columns))).toEqual([]);
});

test('times are integers that end in _at', () => {
  const wrong = SHAPES.flatMap(([name, shape]) =>
    Object.entries(shape.columns)
      .filter(([column, type]) => /_at$/.test(column) && !type.startsWith('integer'))
      .map(([column]) => `${name}.${column}`),
  );
  expect(wrong).toEqual([]);
});

test('the statements say what each engine needs', () => {
  const one: Record<string, TableShape> = {
    things: {
      columns: { product_id: 'text', at: 'integer', share: 'real?', bytes: 'blob' },
      key: ['product_id', 'at'],
      indexes: [{ columns: ['product_id', 'share'], unique: true, present: 'share' }],
    },
  };
  const index = 'create unique index "things_share" on "things" ("product_id", "share") where "share" is not null';
  expect(createStatements('sqlite', one)).toEqual([
    'create table "things" ("product_id" text not null, "at" integer not null, "share" real, "bytes" blob not null, ' +
      'primary key ("product_id", "at")) strict, without rowid',
    index,
  ]);
  expect(createStatements('postgres', one)).toEqual([
    'create table "things" ("product_id" text collate "C" not null, "at" bigint not null, "share" double precision, ' +
      '"bytes" bytea not null, primary key ("product_id", "at"))',
    index,
  ]);
});

test('every table is in the reference', () => {
  const page = readFileSync(new URL('../../docs/reference/store.md', import.meta.url), 'utf8');
  expect(Object.keys(TABLES).filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

/** When this fails after a release: leave the first step as it was and add a second. Before it, put the new hash here. */
test('a released step is not changed', () => {
  const [first] = MIGRATIONS;
  expect(hash('sha256', JSON.stringify(first?.statements)).slice(0, 16)).toBe('98b860e955825ec2');
});
