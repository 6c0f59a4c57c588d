/** What became of each promise of the ledger by the newest of all evidence, with the words that say so. */

import { type PromiseState, stateOf } from '#core/promise-state.ts';
import { instantOf } from '#core/time.ts';
import type { PromiseMade, Promises } from '#facts/promise-values.ts';
import type { ToldQuote } from './claim-quotes.ts';
import { saidIn } from './claim-words.ts';
import type { ToldClaim } from './claims.ts';

export interface Promised {
  readonly state: PromiseState;
  /** The first moment after the time that is named; null where none is. */
  readonly due: string | null;
}

/** Claims that are promises, each with what became of it; the others as they are. */
export function withPromises(claims: readonly ToldClaim[], { known, all }: Promises, at: number): ToldClaim[] {
  return claims.map((claim) => {
    if (claim.verdict !== 'promised') return claim;
    const own = all.filter((one) => one.text.replaceAll(/[*_]{2}/g, '').includes(saidIn(claim)));
    // The newest wording with a time; else the newest.
    const made = own.findLast(({ due }) => due !== null) ?? own.at(-1);
    if (made === undefined) return claim;
    const state = stateOf(made, at, known);
    const promised: Promised = { state, due: made.due === null ? null : instantOf(made.due) };
    if (!state.startsWith('kept')) return { ...claim, promised, quotes: [] };
    const quote = keptQuote(made);
    return { ...claim, promised, quotes: quote === null ? [] : [quote] };
  });
}

function keptQuote({ kept }: PromiseMade): ToldQuote | null {
  if (kept === null) return null;
  const { evidence, at, text } = kept;
  return {
    ...{ evidence, side: 'ships', field: 'body', from: null, to: null, why: 'kept' },
    ...{ text, at: instantOf(at), where: 'what says so' },
  };
}
