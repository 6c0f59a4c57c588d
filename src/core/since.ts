/** What is new between two days: the First Monday page as data. */
import type { ActionTold } from './action.ts';

/** Asks with who is behind them. */
export interface SinceAsks {
  readonly people: number;
  readonly asks: number;
  readonly evidence: readonly string[];
}

export interface SinceLens {
  readonly lens: 'product' | 'customer';
  readonly before: number | null;
  readonly now: number | null;
  /** Whether the intervals of both readings tell them apart. */
  readonly apart: boolean;
}

export interface Since {
  readonly from: string;
  readonly to: string;
  readonly reading: string;
  /** Null where no reading is kept of the first day. */
  readonly before: string | null;
  readonly lenses: readonly SinceLens[];
  readonly releases: readonly { readonly version: string; readonly people: number; readonly untold: number }[];
  /** Asked since, and no person of the makers has answered. Null where replies were not read. */
  readonly waits: SinceAsks | null;
  /** Waited before, and were answered since. */
  readonly answered: SinceAsks | null;
  readonly needs: readonly { readonly id: string; readonly name: string; readonly people: number }[];
  readonly findings: readonly { readonly sentence: string; readonly evidence: readonly string[] }[];
  /** Those whose verdict was not there before. */
  readonly verdicts: readonly ActionTold[];
  readonly due: readonly ActionTold[];
  readonly next: ActionTold | null;
}
