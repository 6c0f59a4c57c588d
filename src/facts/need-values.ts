/** What the facts of needs are worth. */
import type { Span } from '#language/needs/base-need.ts';

export interface NeedFound {
  readonly id: string;
  readonly theme: string;
  readonly name: string;
  /** Where a sentence stands that speaks for it. */
  readonly statement: Span | null;
  readonly bornAt: number;
  /** Evidence that is of it, by id; confidence 1 where a person said so, else how near it is to the middle of all. */
  readonly members: readonly { readonly evidence: string; readonly confidence: number }[];
}

export interface Needs {
  readonly collected: boolean;
  /** By id. */
  readonly all: readonly NeedFound[];
  /** Pieces of feedback that are of no need. */
  readonly unsorted: number;
  /** Pieces that were not looked at: copies, spam, bare praise, texts that speak to a model. */
  readonly setAside: number;
}

/** more, fewer: than the year before, beyond what chance shows · even: not told apart · quiet: nobody in two years. */
export type Trend = 'more' | 'fewer' | 'even' | 'quiet';

/** Most people first. People are distinct askers who are not known as makers. */
export interface Demand {
  readonly need: string;
  readonly people: number;
  readonly pieces: number;
  readonly byMakers: number;
  /** log2(1 + people): the hundredth asker adds less than the second. */
  readonly strength: number;
  readonly lastYear: number;
  readonly yearBefore: number;
  readonly trend: Trend;
  readonly firstAt: number | null;
  readonly newestAt: number | null;
  /** People with an open ask that no maker has answered; replies must have been read. */
  readonly waiting: number;
  readonly leaving: number;
  /** People who praise in the same breath: what speaks against the need. */
  readonly content: number;
  readonly kinds: readonly { readonly name: string; readonly people: number }[];
  readonly lines: readonly { readonly name: string; readonly people: number }[];
  /** Asks whose answer shipped, and those after which somebody else wrote of the same within 90 days. */
  readonly fixed: number;
  readonly again: number;
}

/** Stems as numbers: of each piece those of what it is about, and in how many pieces each stands. */
export interface Subjects {
  readonly of: ReadonlyMap<string, readonly number[]>;
  readonly spread: readonly number[];
  /** Those that hold a digit: two pieces that name other versions, or other parts of one job, say two things. */
  readonly figures: ReadonlySet<number>;
}

/** An ask that a release answered. */
export interface Returned {
  /** Index of `Threads.all`. */
  readonly thread: number;
  /** The need that it is of; null where it is of none. */
  readonly need: string | null;
  /** The first piece of somebody else that says the same within 90 days after the release. */
  readonly again: { readonly id: string; readonly at: number } | null;
}
