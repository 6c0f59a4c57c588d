/** The estimator of a figure that was made where its cases may be seen: it is taken with the interval that it came with. */
import { LEVEL, type Observation } from '#core/observation.ts';
import type { Estimator } from './estimator.ts';
import { normalQuantile } from './normal.ts';
import { sampleOf } from './sample.ts';

const Z = normalQuantile((1 + LEVEL) / 2);

/** The last one given. Each arm of its interval is spread as a normal's, so that at 95 % it comes back as it was. */
export function told(observations: readonly Observation[]): Estimator {
  const { between, value: given } = observations.at(-1) ?? {};
  const sample = sampleOf(observations.slice(-1), ({ value = Number.NaN }) => [value, 1]);
  const value = given ?? null;
  const weighted = () => value ?? Number.NaN;
  const found = { sample, value, weighted, method: 'as told' as const };
  if (value === null || between === undefined) return { ...found, point: () => null };
  const point = (part: number) => {
    const z = normalQuantile(part) / Z;
    return value + z * (z < 0 ? value - between.low : between.high - value);
  };
  return { ...found, point: () => point };
}
