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
  /** People who wrote of it in each four weeks of those two years, oldest first. */
  readonly course: readonly number[];
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
  /** The number of each stem. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** A feature that people could notice, and who had asked for it before. */
export interface Feature {
  /** The change. */
  readonly id: string;
  /** When it was written, and when it landed. */
  readonly at: number;
  readonly landedAt: number;
  /** The ask that it names, or whose words it shares; null where nobody is known to have asked. */
  readonly asked: string | null;
  /** Words that people use as well, as numbers of `Subjects`. */
  readonly stems: readonly number[];
}

export interface Features {
  readonly collected: boolean;
  readonly because: string | null;
  readonly all: readonly Feature[];
  /** The first ask that was read; what is older cannot be told. */
  readonly heardFrom: number;
  /** A stem as it was first written in a feature. */
  readonly written: ReadonlyMap<number, string>;
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
