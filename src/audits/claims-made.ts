/** Which claims audits of claims look at: what stood on a page at the end of a window, and what was said once within it. */
import type { Unseen } from '#core/audit.ts';
import type { Window } from '#core/time.ts';
import type { Ledger, LedgerClaim, VerdictName } from '#facts/ledger-values.ts';
import { notCollected } from './finished-work.ts';

export const BACKED: ReadonlySet<VerdictName> = new Set([
  'backed by the product',
  'backed by customers',
  'backed by both',
]);
export const AGAINST: ReadonlySet<VerdictName> = new Set([
  'seems to conflict',
  'contradicted',
  'could not be squared from outside',
]);

/** Verdicts are today's: an earlier window holds the claims that stood then against all that is known now. */
export function claimsIn({ all }: Ledger, { from, to }: Window): readonly LedgerClaim[] {
  return all.filter(({ verdict, firstAt, lastAt }) => {
    if (verdict === 'unsaid' || verdict === 'disputed' || firstAt > to) return false;
    return lastAt === null || lastAt > to || (lastAt === firstAt && firstAt > from);
  });
}

export function unheld(ledger: Ledger): Unseen | null {
  return ledger.collected ? null : notCollected(ledger.because, 'No claim was found.');
}

export function noClaims(): Unseen {
  return { state: 'not-applicable', because: 'Nothing was claimed in this window.' };
}

/** What falls together when claims are drawn again: those that were first said in one copy of one page. */
export function copyOf({ places, id }: LedgerClaim): string {
  return places[0]?.evidence ?? id;
}

/** The claim's own words first, then what was held against them. */
export function evidenceOf({ places, quotes, id }: LedgerClaim): readonly string[] {
  const shown = [places.at(-1)?.evidence, ...quotes.map(({ evidence }) => evidence)];
  const known = shown.filter((one) => one !== undefined);
  return known.length > 0 ? [...new Set(known)] : [id];
}
