/** Fixes the types of one kind of finding: `find` is handed exactly the facts it names. */
import type { FindingKind } from '#core/finding.ts';
import type { FactValues } from '#facts/values.ts';

export function defineFinding<const Needs extends keyof FactValues>(
  kind: Omit<FindingKind<Pick<FactValues, Needs>>, 'facts'> & { readonly facts: readonly Needs[] },
): FindingKind<Pick<FactValues, Needs>> {
  return kind;
}
