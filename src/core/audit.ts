/** The words of an audit: one question put to the facts, answered with a value, an interval, evidence and a remedy. */
import type { Quote } from './finding.ts';
import type { Curve, Estimate, Observation } from './observation.ts';
import type { Window } from './time.ts';

export const LENSES = ['product', 'customer', 'claims', 'bridge', 'origin'] as const;
export type Lens = (typeof LENSES)[number];

/** The four plain questions of each lens, in the order that faces show them (DESIGN §3). */
export const QUESTIONS = {
  substance: { lens: 'product', question: 'Does it change in substance?' },
  arrives: { lens: 'product', question: 'Does finished work arrive?' },
  holds: { lens: 'product', question: 'Does it hold?' },
  care: { lens: 'product', question: 'Do its makers care?' },
  loved: { lens: 'customer', question: 'Is it loved?' },
  heard: { lens: 'customer', question: 'Are they heard?' },
  answered: { lens: 'customer', question: 'Does the product answer?' },
  told: { lens: 'customer', question: 'Are they told?' },
} as const satisfies Record<string, { lens: 'product' | 'customer'; question: string }>;
export type QuestionId = keyof typeof QUESTIONS;

export const AUDIT_STATES = [
  'scored',
  'insufficient-data',
  'not-collected',
  'not-applicable',
  'informative',
  'error',
] as const;
export type AuditState = (typeof AUDIT_STATES)[number];

export type Unit = 'share' | 'days' | 'per week' | 'count' | 'stars';

/** Why an audit has no cases to judge. */
export interface Unseen {
  readonly state: 'not-collected' | 'not-applicable';
  readonly because: string;
}

/** The cases an audit saw, and how much of what it should have seen it did. */
export interface Observed {
  readonly observations: readonly Observation[];
  /** Cases that should have been judged, and those that could be; equal when absent. */
  readonly coverage?: { readonly eligible: number; readonly observed: number };
  /** Why the cases, whatever their figure, cannot tell how sure it is: then no interval is given. One plain sentence. */
  readonly unsure?: string;
  /** Detail that `say` may use, e.g. how many wait since when. */
  readonly noted?: Readonly<Record<string, string | number>>;
  /** How many people wait for the remedy; absent where only history is known. */
  readonly people?: number;
  /** A line from either side, where the figure is a mere count: once it is surely over a half, it is a finding. */
  readonly quotes?: readonly Quote[];
}

/** A figure as an audit's sentence is handed it. */
export interface Told {
  readonly value: number | null;
  readonly n: number;
  readonly noted: Readonly<Record<string, string | number>>;
}

/** One step that would change what an audit sees. */
export interface Remedy {
  /** Imperative, at most ten words: "Release the finished changes". */
  readonly title: string;
  /** "We believe … because …", one sentence. */
  readonly hypothesis: string;
  /** The first count that would move. */
  readonly tellTale: string;
  /** Whether a case is one that the tell-tale counts; absent where cases cannot tell. */
  counts?(observation: Observation): boolean;
  /** For a figure without a curve: less of it is good. */
  readonly fewerIsBetter?: true;
  readonly effort: 'minutes' | 'hours' | 'days' | 'weeks';
  /** Days until enough new cases could exist for a verdict at the present volume are derived; this is the least. */
  readonly soonestDays: number;
}

/** What every audit declares. `Facts` are the values it names; `observe` is handed those and nothing else. */
export interface Audit<Facts = never> {
  /** The folder's name: a noun of what is surfaced. */
  readonly id: string;
  readonly lens: Lens;
  /** The lens question that it answers; null when it is shown but never averaged. */
  readonly answers: QuestionId | null;
  /** The question as a face asks it, with its question mark. */
  readonly question: string;
  readonly facts: readonly string[];
  readonly unit: Unit;
  readonly estimate: Estimate;
  /** null: informative, never scored. */
  readonly curve: Curve | null;
  /** Where the curve's numbers come from; shown beside them. */
  readonly norm: string;
  readonly minN: number;
  /** Raised whenever the same evidence could give another number. */
  readonly version: number;
  /** The audit, or the plain check, that pays if this one is gamed. */
  readonly guardedBy: string;
  /** Needs `--deep`. */
  readonly deep?: true;
  observe(facts: Facts, window: Window): Observed | Unseen;
  /** The figure in one sentence of at most 20 words, about the product. */
  say(told: Told): string;
  readonly remedy: Remedy | null;
  /** The same observations as they would be had the remedy been carried out. */
  imagine?(observations: readonly Observation[], window: Window): readonly Observation[];
}

export function isUnseen(seen: object): seen is Unseen {
  return 'state' in seen;
}
