/** How a fact is declared: either collected from one named read, or computed from other facts. Pure either way. */
import type { Evidence } from '#core/evidence.ts';
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
  /** The time up to which changes are known; the reading's moment when absent. */
  readonly shippedUntil?: number;
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
  collect(context: FactContext): Collector<RowOf[Read], FactValues[Id]>;
}

export interface ComputedFact<Id extends keyof FactValues, Needs extends keyof FactValues = keyof FactValues> {
  readonly id: Id;
  readonly version: number;
  readonly facts: readonly Needs[];
  compute(facts: Pick<FactValues, Needs>, context: FactContext): FactValues[Id];
}

export type Fact = {
  [Id in keyof FactValues]: CollectedFact<Id> | ComputedFact<Id>;
}[keyof FactValues];

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
