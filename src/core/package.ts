/** Words of the package: a product at its best, its ideal customer, and where the two meet. */
import type { Interval } from './observation.ts';

/** How customers are told apart, the most telling first. */
export const GROUPINGS = ['segment', 'plan', 'company', 'channel'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface PackageQuote {
  readonly evidence: string;
  /** Word for word. */
  readonly text: string;
  readonly at: string;
  readonly url: string | null;
}

/** One piece of what customers said, as far as the package looks at it. */
export interface PackagePiece {
  readonly evidence: string;
  readonly at: number;
  /** The same for all pieces of one person. */
  readonly person: string;
  readonly groups: Readonly<Partial<Record<Grouping, string>>>;
  readonly need: string | null;
  readonly praise: boolean;
  readonly leaving: boolean;
  /** A release carried what answers it. */
  readonly shipped: boolean;
  /** Open, and no maker answered. */
  readonly waits: boolean;
}

/** What a change that answered something alike took. */
export interface AlikeChange {
  readonly ask: string;
  readonly text: string;
  readonly version: string;
  readonly changes: number;
  /** From its first change to its release. */
  readonly days: number;
  readonly evidence: readonly string[];
}

/** All that a package is put together from. */
export interface PackageStuff {
  /** The time up to which voices are known; null where nothing was said. */
  readonly until: number | null;
  readonly pieces: readonly PackagePiece[];
  /** Most people first. */
  readonly needs: readonly { readonly id: string; readonly name: string; readonly statement: PackageQuote | null }[];
  /** Needs that are answered and praised, and said on no page. */
  readonly unsaid: ReadonlySet<string>;
  /** Why nothing can be said to be claimed nowhere; null where pages were read. */
  readonly unsaidBecause: string | null;
  /** By need, the smallest change that answered something alike. */
  readonly alike: ReadonlyMap<string, AlikeChange>;
  /** Words of praise by piece. */
  readonly praise: ReadonlyMap<string, PackageQuote>;
}

export interface CustomerGroup {
  readonly name: string;
  /** Those too few to stand alone, and those of whom nothing tells the group. */
  readonly others: boolean;
  readonly people: number;
  /** People who praise and do not leave, of those who do either. */
  readonly loving: number;
  readonly either: number;
  readonly share: number | null;
  readonly interval: Interval | null;
  readonly evidence: readonly string[];
}

export type CellState = 'met' | 'unmet' | 'not said';

export interface PackageCell {
  readonly group: string;
  /** Null: nobody of the group speaks of it. */
  readonly state: CellState | null;
  readonly n: number;
  /** People whose newest word on it is praise, or an ask that shipped. */
  readonly met: number;
  readonly waiting: number;
  /** The newest piece of each person, at most twenty. */
  readonly evidence: readonly string[];
}

export interface PackageRow {
  readonly need: string;
  /** Its statement word for word where there is one, else its words. */
  readonly says: string;
  readonly name: string;
  readonly cells: readonly PackageCell[];
}

export interface PackageTold {
  readonly until: string | null;
  readonly head: string;
  /** How customers are told apart; null where nobody was heard. */
  readonly by: Grouping | null;
  /** Ways in which they could be told apart. */
  readonly ways: readonly Grouping[];
  readonly groups: readonly CustomerGroup[];
  /** Needs that the product meets, in words of praise; most people who praise first. */
  readonly best: readonly {
    readonly need: string;
    readonly says: string;
    readonly people: number;
    readonly quotes: readonly PackageQuote[];
  }[];
  readonly bestBecause: string | null;
  readonly ideal: { readonly group: string | null; readonly sentence: string; readonly evidence: readonly string[] };
  readonly rows: readonly PackageRow[];
  /** Needs beyond those of the table. */
  readonly more: number;
  readonly unsaidBecause: string | null;
  readonly tinker: { readonly need: string | null; readonly sentence: string; readonly evidence: readonly string[] };
}
