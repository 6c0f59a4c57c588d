/** A year on one page: where the product stood, how far leaders and staff lay apart, what was promised. */
import type { Gap, Round, ScoreBeside } from './mirror.ts';
import type { PromiseState } from './promise-state.ts';
import type { SinceLens } from './since.ts';

export interface YearPlace {
  readonly reading: string;
  /** The day that it is of. */
  readonly at: string;
  readonly name: 'product' | 'customer' | 'both' | 'neither' | 'undecided';
  readonly certainty: 'is' | 'probably' | 'between';
  /** The places that it may be where no single one can be named. */
  readonly between: readonly ('product' | 'customer' | 'both' | 'neither')[];
  readonly product: ScoreBeside | null;
  readonly customer: ScoreBeside | null;
}

/** The first of the year against the last. */
export interface YearLens extends SinceLens {
  /** Whether both rest on the same questions: otherwise they are not held against each other. */
  readonly same: boolean;
}

export interface YearRound extends Pick<Round, 'id' | 'name' | 'kind'> {
  readonly closedAt: string;
}

/** A gap between groups in one round. Only where both groups are shown with a mean is there a figure. */
export type RoundGap =
  | ({ readonly state: 'gap' } & Gap)
  /** Nearly all of a group said the same, so that it is shown as a band. */
  | { readonly state: 'alike' }
  | { readonly state: 'too-few' };

export interface GapOverRounds {
  /** `self-image`, `doing/making`, `right`, `missed`, `place/product`. */
  readonly question: string;
  /** One for each round, oldest first. */
  readonly rounds: readonly RoundGap[];
  /** The size of the last less that of the one before; null where either has none. */
  readonly moved: Gap | null;
}

export interface YearPromise {
  readonly evidence: string;
  readonly place: string;
  /** Word for word. */
  readonly text: string;
  readonly madeAt: string;
  /** The first day after the time that is named. */
  readonly due: string;
  readonly state: PromiseState;
  readonly kept: { readonly at: string; readonly evidence: string } | null;
}

export interface Year {
  readonly from: string;
  readonly to: string;
  /** Oldest first: the first of the year and the newest of each month after it. */
  readonly places: readonly YearPlace[];
  /** Readings of the year that were made by another method: they are not laid beside these. */
  readonly otherMethod: number;
  readonly lenses: readonly YearLens[];
  /** Closed ones: those of the year, and the last one before it. */
  readonly rounds: readonly YearRound[];
  readonly gaps: readonly GapOverRounds[];
  /** Those that came due in the 52 weeks before the newest reading; null where no page or nothing that ships was read. */
  readonly promises: { readonly until: string; readonly due: readonly YearPromise[] } | null;
}
