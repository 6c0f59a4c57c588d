/** What became of a promise by a moment: one rule for all who tell it. */
import type { PromiseMade } from '../promise-values.ts';

export type PromiseState = 'kept' | 'kept late' | 'not kept' | 'taken back' | 'not due yet' | 'cannot be told';

/** `known`: whether anything that ships was read. Taken back before its time is a change of plans, and honest. */
export function stateOf({ due, gone, kept, touched }: PromiseMade, at: number, known: boolean): PromiseState {
  if (kept !== null && kept.at <= at) return due !== null && kept.at >= due ? 'kept late' : 'kept';
  if (due !== null && gone !== null && gone.at <= at && gone.at < due) return 'taken back';
  if (due === null) return 'cannot be told';
  if (due > at) return 'not due yet';
  // A change that speaks of it may be the thing, or work towards it.
  return known && (touched === null || touched.at > at) ? 'not kept' : 'cannot be told';
}
