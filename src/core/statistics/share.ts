/** The estimator of a share: Wilson's interval over as many cases as the sample is worth. */
import type { Observation } from '#core/observation.ts';
import { designEffect } from './design-effect.ts';
import { type Estimator, once } from './estimator.ts';
import { quotientOf } from './quotient.ts';
import { sampleOf } from './sample.ts';
import { studentQuantile } from './student.ts';
import { wilsonBound } from './wilson.ts';

/**
 * Cases that hang together are divided by their design effect, and where that was estimated from few blocks Student's
 * t takes the normal's place: Korn and Graubard, Survey Methodology 24 (1998) 193–201, for Wilson by Dean and Pagano,
 * J. Surv. Stat. Methodol. 3 (2015) 484–503.
 */
export function share(observations: readonly Observation[]): Estimator {
  const sample = sampleOf(observations, ({ hit }) => [hit === undefined ? Number.NaN : Number(hit), 1]);
  const { value, weighted } = quotientOf(sample);
  const point = once(() => {
    if (value === null) return null;
    const effect = designEffect(
      sample,
      sample.x.map((hit) => hit - value),
    );
    const worth = sample.weight / effect.inflation;
    const t = studentQuantile(effect.df);
    return (part: number) => wilsonBound(value * worth, worth, t(part));
  });
  return { sample, value, weighted, method: 'wilson', point };
}
