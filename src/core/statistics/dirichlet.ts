/** How far a weighted mean depends on its weights: the same scores under many random weightings. */
import { randomFrom } from './random.ts';

/**
 * The weighted mean of `scores` in each of `draws` weightings drawn evenly from all weightings there are, Dirichlet(1):
 * exponential variates over their sum (L. Devroye, Non-Uniform Random Variate Generation, 1986, chapter XI).
 * The use: Saisana, Saltelli and Tarantola, JRSS A 168 (2005) 307–323.
 */
export function sensitivity(scores: readonly number[], draws: number, seed: string): Float64Array {
  const random = randomFrom(`dirichlet ${seed}`);
  const means = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw += 1) {
    let total = 0;
    let sum = 0;
    for (const score of scores) {
      const weight = random.exponential();
      total += weight;
      sum += weight * score;
    }
    means[draw] = sum / total;
  }
  return means;
}
