/** What both engines offer to the rest of the store: reads, one write at a time, and a bulk insert. */
import type { Kysely } from 'kysely';
import type { EngineName } from './schema.ts';
import type { TableName, Tables } from './tables.ts';

export type Db = Kysely<Tables>;

/**
 * What a power cut may undo. `surely`: nothing that the write did. `soon`: this write and those after it, until the next
 * that is kept surely; the store stays whole. For what nobody was told is done: pieces before their seal, caches, leases,
 * and whatever comes before a write that is kept surely and told of. Each sure one waits for the disk, 4 to 30 ms.
 */
export type Kept = 'surely' | 'soon';

export interface Backend {
  readonly engine: EngineName;
  /** The file, or the server without user and password: what messages name. */
  readonly where: string;
  /** Bookkeeping alone asks it (leases, started_at); no reading does. */
  readonly now: () => number;
  /** Reads outside a write; they see what is committed. */
  readonly db: Db;
  /**
   * One transaction that is whole or nothing. Writes to one product never run side by side: SQLite has one writer,
   * PostgreSQL locks the product's row. `work` may run again after a conflict, so it changes nothing outside.
   */
  write<Result>(productId: string | null, work: (trx: Db) => Promise<Result>, kept?: Kept): Promise<Result>;
  /** Inserts rows whose key is not there yet; answers the keys that went in (without the product's id). */
  insert<Name extends TableName>(trx: Db, table: Name, rows: readonly Tables[Name][]): Promise<ReadonlySet<string>>;
  /** Runs statements that Kysely does not write: tables, full-text search. */
  run(trx: Db, sql: string, parameters?: readonly (string | number | null)[]): Promise<readonly Raw[]>;
  /** Runs many statements without parameters. */
  script(trx: Db, statements: readonly string[]): Promise<void>;
  /** Makes what was deleted unreadable in the file too; the server's own vacuum does it in PostgreSQL. */
  scrub(): Promise<void>;
  /** A gather is done and much will be read: what was written finds its place meanwhile, not when the store is closed. */
  settle(): void;
  close(): Promise<void>;
}

export type Raw = Readonly<Record<string, string | number | null | Uint8Array>>;

/** Joins the parts of a key as `insert` answers them; the sign never survives the edge (core/text.ts). */
export function keyOf(parts: readonly string[]): string {
  return parts.join('\u001f');
}
