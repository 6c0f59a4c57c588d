/** The words of a finding: a surprising true thing, with two quotes, how many people it touches, and one step. */
import type { Window } from './time.ts';

/** A verbatim line of one piece of evidence, kept as an address; faces resolve it, so that forgetting a person holds. */
export interface Quote {
  readonly evidence: string;
  /** Which text of the row: its title, the first line of its body, or the quoted line of a look-up. */
  readonly field: 'title' | 'body' | 'quote';
  /** Which line of the body, from 1; its first that says something when absent. */
  readonly line?: number;
  /** Who says so and when, for the line under the quote. */
  readonly where: string;
}

export interface Found {
  readonly sentence: string;
  /** ms UTC: the event that the finding dates. */
  readonly at: number;
  /** How many people it touches; null when only history is known. */
  readonly people: number | null;
  readonly quotes: readonly Quote[];
  /** One step, imperative. */
  readonly step: string;
  /** Order among findings of all kinds: people first, then this. */
  readonly weight: number;
}

/** How often a kind was right when people checked it against the history by hand. */
export interface Precision {
  readonly right: number;
  readonly of: number;
  /** The named products it was checked on. */
  readonly on: string;
}

export interface FindingKind<Facts = never> {
  /** The folder's name. */
  readonly id: string;
  readonly facts: readonly string[];
  readonly version: number;
  readonly precision: Precision;
  find(facts: Facts, window: Window): readonly Found[];
}

/** DESIGN §3: only kinds that are right at least nine times in ten come to the front. */
const LEAST_PRECISION = 0.9;
/** Fewer cases cannot tell 0.9 from a half: seven of seven come about by chance once in 128 times at a half. */
const LEAST_CASES = 8;

export function isPrecise({ precision }: FindingKind): boolean {
  return precision.of >= LEAST_CASES && precision.right / precision.of >= LEAST_PRECISION;
}
