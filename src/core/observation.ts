/** What an audit looks at, one case each, and what is estimated from the cases. */

/** One case. An observation carries exactly one of: hit (share), value (mean, median), time + ended (survival), value + of (ratio). */
export interface Observation {
  /** What falls together when it is drawn again: a week (`2026-02-23`), a release, an asker, a file. */
  readonly block: string;
  /** What else it shares with others, where that is not told by the block: the folder, beside the file. Widens the interval. */
  readonly also?: string;
  /** When it fell, where neighbours in time may take after each other for months: widens the interval by as much. */
  readonly when?: number;
  readonly hit?: boolean;
  readonly value?: number;
  /** Denominator of a ratio; `value` is its numerator. */
  readonly of?: number;
  /** Days until it ended, or until it was last seen not ended. */
  readonly time?: number;
  /** False: still waiting when last seen (censored). */
  readonly ended?: boolean;
  /** How many alike cases this row stands for; 1 when absent. */
  readonly count?: number;
  /** Of a figure made elsewhere: its 95 % interval; `value` is the figure, `count` how many people stand behind it. */
  readonly between?: { readonly low: number; readonly high: number };
  /** Probability that the case is true, from link confidence; 1 when absent. */
  readonly p?: number;
  /** Ids of the evidence behind it. */
  readonly evidence: readonly string[];
}

/** What is estimated: a named estimator of core/statistics. `km-at` is the share ended by `at` days. */
export type Estimate =
  | { readonly of: 'share' }
  | { readonly of: 'mean' }
  | { readonly of: 'median' }
  | { readonly of: 'ratio' }
  | { readonly of: 'km-median' }
  | { readonly of: 'km-at'; readonly at: number }
  /** Share still alive at `at` days: 1 − km-at. */
  | { readonly of: 'km-survival'; readonly at: number }
  /** A figure that came with its interval, because its cases may not be seen one by one. */
  | { readonly of: 'told' };

/** From a value to 0–100. `log-normal` gives 90 at `p10` and 50 at `median`; `better` says which way is good. */
export type Curve =
  | { readonly kind: 'log-normal'; readonly p10: number; readonly median: number; readonly better: 'lower' | 'higher' }
  /** Straight lines between (value, score) knots, flat outside. */
  | { readonly kind: 'knots'; readonly knots: readonly (readonly [value: number, score: number])[] };

export interface Interval {
  readonly low: number;
  /** null: not reached (an open end). */
  readonly high: number | null;
  /** 0.95 unless said otherwise. */
  readonly level: number;
  readonly method:
    | 'wilson'
    | 'brookmeyer-crowley'
    | 'greenwood'
    | 'order-statistics'
    | 'block-t'
    | 'block-bootstrap'
    | 'bounds'
    | 'as told';
}

/** The level of every interval on a face. */
export const LEVEL = 0.95;
