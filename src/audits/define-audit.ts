/** Fixes the types of one audit: `observe` is handed exactly the facts it names; and its least number of cases. */
import type { Audit, Told } from '#core/audit.ts';
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
  return { ...audit, say: (told) => saidOf(audit.say(told), told.noted) };
}

/** Noted by audits whose figure rests on who the makers are, where no source told it: `...GUESSED_MAKERS`. */
export const GUESSED_MAKERS = { makers: 'guessed' } as const;

/** The one place that says so, at the end of the sentence. */
function saidOf(sentence: string, { makers }: Told['noted']): string {
  return makers === GUESSED_MAKERS.makers ? sentence.replace(/\.$/, ' (makers guessed).') : sentence;
}
