/** Fixes the types of one audit: `observe` is handed exactly the facts it names. */
import type { Audit } from '#core/audit.ts';
import type { FactValues } from '#facts/values.ts';

export function defineAudit<const Needs extends keyof FactValues>(
  audit: Omit<Audit<Pick<FactValues, Needs>>, 'facts'> & { readonly facts: readonly Needs[] },
): Audit<Pick<FactValues, Needs>> {
  return audit;
}
