/** What promises with a time are worth. */

export interface Saying {
  readonly evidence: string;
  readonly at: number;
  readonly text: string;
}

export interface PromiseMade {
  /** The page or file. */
  readonly place: string;
  /** The first copy that made it, and where in it. */
  readonly evidence: string;
  readonly at: number;
  readonly text: string;
  readonly line: number;
  /** The first moment after the time that is named; null for `soon`. */
  readonly due: number | null;
  /** What it is about, without words of time. */
  readonly words: readonly string[];
  /** The first copy that stopped saying it, and what took its place there; null while it stands. */
  readonly gone: {
    readonly at: number;
    readonly instead: { readonly evidence: string; readonly line: number } | null;
  } | null;
  /** The first release note or later copy that says it is done, whenever. */
  readonly kept: Saying | null;
  /** The first change that speaks of it: work on it, not yet a sign that customers have it. */
  readonly touched: Saying | null;
}

export interface Promises {
  /** Whether anything that ships was read: without it no promise can be told from a broken one. */
  readonly known: boolean;
  readonly all: readonly PromiseMade[];
}
