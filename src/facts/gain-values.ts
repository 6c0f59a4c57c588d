/** What the facts about who gains by what is said are worth. */
import type { Gain } from '#language/claims/gains.ts';

export interface Gained {
  readonly evidence: string;
  readonly at: number;
  /** One for each claim, in the order of the page. */
  readonly gains: readonly Gain[];
}

export interface Gains {
  /** The newest copy of each page; older ones are not looked at. */
  readonly pages: readonly Gained[];
}

/** By index of `Releases.all`: lines of its notes, and how many of them tell what customers gain. */
export type NoteGains = ReadonlyMap<number, { readonly customer: number; readonly lines: number }>;
