/** What the ledger of claims is worth: each claim with where it stood and what the evidence says to it. */
import type { Attribute, ClaimClass } from '#language/claims/classes.ts';

export type VerdictName =
  /** What shipped, what customers say, or both, say the same. */
  | 'backed by the product'
  | 'backed by customers'
  | 'backed by both'
  /** A figure, a comparison, a service or a renown that nothing read bears out. */
  | 'ahead of the evidence'
  /** Praise in which nothing can be looked for. */
  | 'vague'
  /** Something was removed, or people tell the contrary. Only a person makes it `contradicted`. */
  | 'seems to conflict'
  | 'contradicted'
  /** The same of somebody else's product, where nobody here can know better. */
  | 'could not be squared from outside'
  /** A person said that the verdict was wrong. */
  | 'disputed'
  /** A promise, and whether its time has come. */
  | 'promised'
  /** Praised by several people, borne out by what shipped, and said on no page. */
  | 'unsaid'
  /** Many people tell of a problem with what a claim praises, and no document mentions it. */
  | 'not mentioned'
  /** Nothing that was read speaks for or against it. */
  | 'open';

/** Where words stand. `from` and `to` count characters of the body; a whole field without them. */
export interface LedgerQuote {
  readonly evidence: string;
  readonly side: 'claims' | 'ships' | 'says';
  readonly field: 'title' | 'body' | 'quote';
  readonly from: number | null;
  readonly to: number | null;
  /** Why it is shown: `removed`, `added`, `offered`, `noted`, `praised`, `told otherwise`. */
  readonly why: string;
}

export interface LedgerClaim {
  readonly id: string;
  readonly class: ClaimClass | 'unsaid' | 'problem';
  readonly subject: string;
  readonly attribute: Attribute | null;
  readonly firstAt: number;
  /** When a copy of its page first lacked it; null while it stands. */
  readonly lastAt: number | null;
  /** Its first and its newest wording, and every page where it stands, newest copies. */
  readonly places: readonly LedgerQuote[];
  readonly verdict: VerdictName;
  readonly confidence: number;
  readonly quotes: readonly LedgerQuote[];
  /** Different people behind what customers say. */
  readonly people: number;
  /** What is gone is named by the page itself: nobody needs to judge it. */
  readonly mechanical: boolean;
  /** A person has confirmed the verdict. */
  readonly confirmed: boolean;
  /** Seconds within which a person is said to answer; null where nothing of the kind is promised. */
  readonly within: number | null;
}

export interface Ledger {
  readonly collected: boolean;
  readonly because: string | null;
  readonly all: readonly LedgerClaim[];
}
