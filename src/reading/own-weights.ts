/** The lenses under a person's own weights, beside the published ones: a view, never another reading. */
import type { QuestionId } from '#core/audit.ts';
import type { LensWeighed, OwnWeights, UnderOwnWeights } from '#core/own-weights.ts';
import type { LensReading, Reading } from '#core/reading.ts';
import { NORM } from './place.ts';
import { underRandomWeights, WEIGHTINGS } from './sensitivity.ts';

export function underOwnWeights({ lenses }: Pick<Reading, 'lenses'>, weights: OwnWeights): UnderOwnWeights {
  return {
    product: weighed('product', lenses.product, weights),
    customer: weighed('customer', lenses.customer, weights),
    norm: NORM,
    draws: WEIGHTINGS,
  };
}

function weighed(name: string, lens: LensReading, weights: OwnWeights): LensWeighed {
  const published = lens.score;
  const own = published === null ? null : weightedMean(lens, weights);
  if (published === null || own === null) return { published, own: null, sameSide: null, agree: null };
  const past = own >= NORM;
  let agree = 0;
  for (const score of underRandomWeights(name, lens)) if (score >= NORM === past) agree += 1;
  return { published, own, sameSide: published >= NORM === past, agree };
}

function weightedMean({ questions }: LensReading, weights: OwnWeights): number | null {
  let [sum, total] = [0, 0];
  for (const { id, score } of questions) {
    if (score === null) continue;
    const weight = weights[id as QuestionId] ?? 1;
    sum += weight * score;
    total += weight;
  }
  return total === 0 ? null : sum / total;
}
