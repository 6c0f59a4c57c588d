/** The numbered steps from an empty database to today's tables. A released step is never changed; a new one follows it. */
import { createStatements, type EngineName } from './schema.ts';
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

export const MIGRATIONS: readonly Migration[] = [
  {
    name: '0001-first-tables',
    statements: {
      sqlite: [...createStatements('sqlite', TABLES), ...SEARCH.sqlite],
      postgres: [...createStatements('postgres', TABLES), ...SEARCH.postgres],
    },
  },
];
