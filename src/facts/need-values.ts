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
