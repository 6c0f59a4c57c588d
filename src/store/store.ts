/** The store as the engine sees it: named reads and writes, no SQL. */
import type { Actions } from './actions.ts';
import type { AuditLog } from './audit-log.ts';
import type { Carry } from './carry.ts';
import type { Corrections } from './corrections.ts';
import type { FactCache } from './fact-cache.ts';
import type { Forgotten, Person } from './forget.ts';
import type { Gathers } from './gathers.ts';
import type { Guesses } from './guesses.ts';
import type { Jobs } from './jobs.ts';
import type { KeptFacts } from './kept.ts';
import type { Organisations } from './organisations.ts';
import type { Products } from './products.ts';
import type { Readings } from './readings.ts';
import type { Digests, Reads } from './reads.ts';
import type { Rounds } from './rounds.ts';
import type { EngineName } from './schema.ts';
import type { Search } from './search-index.ts';
import type { SignInRows } from './sign-in-rows.ts';
import type { Sources } from './sources.ts';
import type { Tells } from './tells.ts';
import type { Tokens } from './tokens.ts';
import type { Webhooks } from './webhooks.ts';

export interface StoreOptions {
  /** `postgres://…`: a server. Without it, the file. */
  readonly url?: string;
  /** A path, or `:memory:`. */
  readonly file?: string;
  /** Makes the pseudonyms; comes from the user's configuration and is never stored. */
  readonly key: Uint8Array;
  /** Keep the names of people; bots keep theirs always. */
  readonly names?: boolean;
  /**
   * Nothing is read while something else is written: one connection does both, so that what was just written need not be
   * fetched from the file again.
   */
  readonly alone?: boolean;
  /** For bookkeeping alone: leases and started_at. */
  readonly now?: () => number;
}

export interface Store {
  readonly engine: EngineName;
  /** The file, or the server without user and password. */
  readonly where: string;
  readonly products: Products;
  readonly sources: Sources;
  readonly gathers: Gathers;
  readonly read: Reads;
  /** By read, of what people decided, of what facts keep: equal on both engines, whatever order the rows came in. */
  digests(productId: string): Promise<Digests>;
  readonly facts: FactCache;
  readonly kept: KeptFacts;
  readonly readings: Readings;
  readonly corrections: Corrections;
  readonly guesses: Guesses;
  readonly actions: Actions;
  readonly rounds: Rounds;
  readonly tells: Tells;
  readonly jobs: Jobs;
  readonly organisations: Organisations;
  readonly signIn: SignInRows;
  readonly tokens: Tokens;
  readonly webhooks: Webhooks;
  readonly auditLog: AuditLog;
  /** A product as rows that another store takes in. */
  readonly carry: Carry;
  readonly search: Search;
  /** The pseudonym that a handle has under this store's key. */
  identityOf(person: Pick<Person, 'space' | 'handle'>): string;
  /** Erases a person for good. */
  forget(productId: string, person: Person): Promise<Forgotten>;
  /** Takes the words of voices older than this (ms UTC) out for good; answers how many rows lost theirs. */
  expire(productId: string, before: number): Promise<number>;
  /** Copies everything into an empty store; answers the rows of each table. */
  copyTo(other: Store): Promise<Record<string, number>>;
  /** Told when everything is gathered and a reading begins: bookkeeping goes on beside it. */
  settle(): void;
  close(): Promise<void>;
}
