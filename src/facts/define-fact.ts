/** How a fact is declared: collected from one named read, computed from other facts, or kept. Pure each way. */
import type { Evidence } from '#core/evidence.ts';
import type { Json } from '#core/json.ts';
import type { Kept, KeptTable } from '#core/kept.ts';
import type { RoundSeen } from '#core/mirror.ts';
import type { Outside } from '#language/vectors/outside.ts';
import type { FactValues } from './values.ts';

/** The reads that the engine performs on facts' behalf, in (at, id) order, none later than the reading's `at`. */
export type ReadName = 'changes' | 'releases' | 'feedback' | 'replies' | 'events' | 'documents' | 'identities';

/** One stored author. `shown` is set for bots, and for people only when the user asked for names. */
export interface IdentityRow {
  readonly id: string;
  readonly space: string;
  readonly shown: string | null;
  readonly domain: string | null;
  readonly bot: boolean;
  /** The person it belongs to: the earliest identity of its component. */
  readonly personId: string;
  /** What a person said that they are; absent where nobody did. */
  readonly role?: 'team' | 'outsider' | 'bot';
}

export interface RowOf {
  readonly changes: Evidence;
  readonly releases: Evidence;
  readonly feedback: Evidence;
  readonly replies: Evidence;
  readonly events: Evidence;
  readonly documents: Evidence;
  readonly identities: IdentityRow;
}

/** What every fact may know besides evidence: the reading's moment, never a clock. */
export interface FactContext {
  readonly at: number;
  /** The time up to which what customers say is known; the reading's moment when absent. */
  readonly heardUntil?: number;
  /** The same of single places that issue ids, where their source says so: a tracker may be known longer than its newest row. */
  readonly heardOf?: ReadonlyMap<string, number>;
  /** The time up to which changes are known; the reading's moment when absent. */
  readonly shippedUntil?: number;
  /** Closed rounds of the Mirror Test by then; none when absent. */
  readonly rounds?: readonly RoundSeen[];
}

/** Rows are streamed, so that a long history never stands in memory twice. */
export interface Collector<Row, Value> {
  take(row: Row): void;
  done(): Value;
}

export interface CollectedFact<Id extends keyof FactValues, Read extends ReadName = ReadName> {
  readonly id: Id;
  readonly version: number;
  readonly reads: Read;
  /** Dear: a reading collects it only where an audit or a finding asks for it. */
  readonly unhurried?: true;
  collect(context: FactContext): Collector<RowOf[Read], FactValues[Id]>;
}

export interface ComputedFact<Id extends keyof FactValues, Needs extends keyof FactValues = keyof FactValues> {
  readonly id: Id;
  readonly version: number;
  readonly facts: readonly Needs[];
  compute(facts: Pick<FactValues, Needs>, context: FactContext): FactValues[Id];
}

/** One thing that a person decided and nobody took back. `payload` is as it came: look before you trust it. */
export interface Decided {
  readonly id: string;
  readonly targetId: string;
  readonly verb: string;
  readonly payload: Json;
  readonly at: number;
}

export interface KeptFrom<Tables extends KeptTable, Needs extends keyof FactValues> {
  readonly facts: Pick<FactValues, Needs>;
  /** Its rows as it left them; none the first time, when reading the past, and when told to begin anew. */
  readonly former: Kept<Tables>;
  /** What people decided about its targets, oldest first. */
  readonly decided: readonly Decided[];
  /** What it asked to have by it next time; null where that is not there, which must change nothing but the time taken. */
  readonly memory: Uint8Array | null;
  /** Vectors by a model that the user chose, of the texts that it wanted; null where none was chosen. */
  readonly vectors: Outside | null;
}

export interface KeptResult<Tables extends KeptTable> {
  readonly rows: Kept<Tables>;
  readonly memory?: Uint8Array;
}

/**
 * A fact whose rows stay in the store with stable ids. Its rows follow from evidence, its former rows and corrections,
 * and computing again from its own rows changes nothing. They must not hang on the moment, only on which rows are there
 * by then: while no row that it reads or that its facts read has changed, it is not computed again.
 */
export interface KeptFact<
  Id extends keyof FactValues,
  Tables extends KeptTable = KeptTable,
  Needs extends keyof FactValues = keyof FactValues,
> {
  readonly id: Id;
  readonly version: number;
  /** The tables that are its own; no other fact writes to them. */
  readonly keeps: readonly Tables[];
  /** Reads streamed to it, one after the other in this order, only when it must be computed. */
  readonly reads: readonly ReadName[];
  readonly facts: readonly Needs[];
  /** Targets of the corrections that it obeys: `need`, `link`, `claim`. */
  readonly corrects: readonly string[];
  /** Dear: a reading computes it, and what is made from it, only where an audit or a finding asks for it. */
  readonly unhurried?: true;
  /** Its rows hang on the model that vectors are from. */
  readonly embeds?: true;
  keep(): Keeping<Tables, Needs>;
  /** What audits see, from its rows; also where they were merely read back. */
  value(rows: Kept<Tables>, facts: Pick<FactValues, Needs>, context: FactContext): FactValues[Id];
}

export interface Keeping<Tables extends KeptTable, Needs extends keyof FactValues> {
  take(row: RowOf[ReadName], read: ReadName): void;
  /** Texts whose vectors it wants of an outside model, if one was chosen; asked before `done`. */
  wants?(from: KeptFrom<Tables, Needs>, model: string): readonly string[];
  done(from: KeptFrom<Tables, Needs>): KeptResult<Tables>;
}

export type Fact = {
  [Id in keyof FactValues]: CollectedFact<Id> | ComputedFact<Id> | AnyKeptFact<Id>;
}[keyof FactValues];

/** Whatever it keeps and needs: what the engine sees of it. */
export interface AnyKeptFact<Id extends keyof FactValues = keyof FactValues> {
  readonly id: Id;
  readonly version: number;
  readonly keeps: readonly KeptTable[];
  readonly reads: readonly ReadName[];
  readonly facts: readonly (keyof FactValues)[];
  readonly corrects: readonly string[];
  readonly unhurried?: true;
  readonly embeds?: true;
  keep(): Keeping<never, never>;
  value(rows: never, facts: never, context: FactContext): FactValues[Id];
}

export function collectFact<Id extends keyof FactValues, Read extends ReadName>(
  fact: CollectedFact<Id, Read>,
): CollectedFact<Id, Read> {
  return fact;
}

export function computeFact<Id extends keyof FactValues, Needs extends keyof FactValues>(
  fact: ComputedFact<Id, Needs>,
): ComputedFact<Id, Needs> {
  return fact;
}

export function keepFact<Id extends keyof FactValues, Tables extends KeptTable, Needs extends keyof FactValues>(
  fact: KeptFact<Id, Tables, Needs>,
): KeptFact<Id, Tables, Needs> {
  return fact;
}
