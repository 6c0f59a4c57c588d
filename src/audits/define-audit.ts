/** Fixes the types of one audit: `observe` is handed exactly the facts it names; and its least number of cases. */
import type { Audit } from '#core/audit.ts';
import { LEAST } from '#core/statistics/least.ts';
import type { FactValues } from '#facts/values.ts';

/** Throws where an audit asks for fewer cases than its estimator's interval holds from (docs/reference/statistics.md). */
export function defineAudit<const Needs extends keyof FactValues>(
  audit: Omit<Audit<Pick<FactValues, Needs>>, 'facts'> & { readonly facts: readonly Needs[] },
): Audit<Pick<FactValues, Needs>> {
  const least = LEAST[audit.estimate.of];
  if (audit.minN < least) {
    throw new RangeError(
      `${audit.id} asks for ${audit.minN} cases; an interval of ${audit.estimate.of} holds from ${least} on (core/statistics/least.ts)`,
    );
  }
  return audit;
}
