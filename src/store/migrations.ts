/** The numbered steps from an empty database to today's tables. A released step is never changed; a new one follows it. */
import { DELIVERY_TABLES, SIGN_IN_TABLES } from './access-tables.ts';
import { createStatements, type EngineName, typeIn } from './schema.ts';
import type { TableShape } from './shape.ts';
import { TABLES } from './tables.ts';

export interface Migration {
  readonly name: string;
  readonly statements: Readonly<Record<EngineName, readonly string[]>>;
}

/**
 * Full-text search differs per engine. Contentless: the text itself lies in evidence, once; deletes are allowed since
 * SQLite 3.43. `simple` neither stems nor drops words, so both engines find the same.
 */
const SEARCH = {
  sqlite: [
    `create virtual table search_text using fts5 (title, body, content = '', contentless_delete = 1,
      tokenize = 'unicode61 remove_diacritics 0')`,
  ],
  postgres: [
    `create table search_text (product_id text collate "C" not null, evidence_id text collate "C" not null,
      words tsvector not null, primary key (product_id, evidence_id))`,
    'create index search_text_words on search_text using gin (words)',
  ],
} as const;

/** What came later than the first step: tables, and columns of tables that it made. */
const LATER = { ...SIGN_IN_TABLES, ...DELIVERY_TABLES };
type Columns = Readonly<Record<string, Readonly<Record<string, string>>>>;
const ACCESS_COLUMNS: Columns = {
  tokens: { made_by: 'text', used_at: 'integer', revoked_at: 'integer' },
  webhooks: { made_by: 'text', made_at: 'integer' },
};
const ROUND_COLUMNS: Columns = { rounds: { gathers: 'text' } };
const LATER_COLUMNS: Columns = { ...ACCESS_COLUMNS, ...ROUND_COLUMNS };

const FIRST = Object.fromEntries(
  Object.entries<TableShape>(TABLES)
    .filter(([name]) => !(name in LATER))
    .map(([name, shape]) => [name, without(shape, LATER_COLUMNS[name] ?? {})]),
);

function without(shape: TableShape, later: Readonly<Record<string, string>>): TableShape {
  return { ...shape, columns: Object.fromEntries(Object.entries(shape.columns).filter(([name]) => !(name in later))) };
}

function added(engine: EngineName, later: Columns): string[] {
  return Object.entries(later).flatMap(([table, columns]) =>
    Object.entries(columns).map(
      ([column, type]) => `alter table "${table}" add column "${column}" ${typeIn(engine, type)}`,
    ),
  );
}

export const MIGRATIONS: readonly Migration[] = [
  {
    name: '0001-first-tables',
    statements: {
      sqlite: [...createStatements('sqlite', FIRST), ...SEARCH.sqlite],
      postgres: [...createStatements('postgres', FIRST), ...SEARCH.postgres],
    },
  },
  {
    name: '0002-who-may-do-what',
    statements: {
      sqlite: [...createStatements('sqlite', LATER), ...added('sqlite', ACCESS_COLUMNS)],
      postgres: [...createStatements('postgres', LATER), ...added('postgres', ACCESS_COLUMNS)],
    },
  },
  {
    name: '0003-rounds-of-imports',
    statements: { sqlite: added('sqlite', ROUND_COLUMNS), postgres: added('postgres', ROUND_COLUMNS) },
  },
];
