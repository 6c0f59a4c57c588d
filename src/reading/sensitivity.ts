/** How far the place depends on weights: the same scores under many random weightings of the questions. */
import { type Interval, LEVEL } from '#core/observation.ts';
import type { LensReading, Reading } from '#core/reading.ts';
import { sensitivity as weightings } from '#core/statistics/dirichlet.ts';
import type { LensDrawn } from './lenses.ts';
import { percentileInterval } from './percentile-interval.ts';
import { NORM } from './place.ts';
import { SEED } from './weigh.ts';

/** DESIGN §3, rule 3. */
export const WEIGHTINGS = 10_000;

export function sensitivityOf(product: LensDrawn, customer: LensDrawn): Reading['sensitivity'] {
  const across = underWeights('product', product);
  const up = underWeights('customer', customer);
  const scored = [across, up].filter((lens) => lens !== null);
  if (scored.length === 0) {
    const because = 'No lens has a score yet, so no weighting can move it.';
    return { samePlace: null, draws: WEIGHTINGS, scoreRange: { product: null, customer: null }, because };
  }
  let same = 0;
  for (let draw = 0; draw < WEIGHTINGS; draw += 1) {
    if (scored.every(({ scores, past }) => (scores[draw] ?? 0) >= NORM === past)) same += 1;
  }
  return {
    samePlace: same,
    draws: WEIGHTINGS,
    scoreRange: { product: across?.range ?? null, customer: up?.range ?? null },
    because: scored.length === 2 ? null : 'One lens is scored: this is its side of the norm.',
  };
}

function underWeights(
  name: string,
  { reading }: LensDrawn,
): { scores: Float64Array; past: boolean; range: Interval | null } | null {
  if (reading.score === null) return null;
  const scores = underRandomWeights(name, reading);
  const range = percentileInterval(scores, LEVEL);
  return { scores, past: reading.score >= NORM, range: range && { ...range, method: 'bounds' } };
}

/** The lens under each of the weightings: the same ones every time. */
export function underRandomWeights(name: string, { questions }: Pick<LensReading, 'questions'>): Float64Array {
  const points = questions.flatMap(({ score }) => score ?? []);
  return weightings(points, WEIGHTINGS, `${SEED} ${name}`);
}
