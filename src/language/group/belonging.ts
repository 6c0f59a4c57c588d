/** Which texts belong nowhere: those no nearer to their group than two texts drawn by chance may be to each other. */
import { randomFrom } from '#core/statistics/random.ts';
import { dot, type Nearest } from '../neighbours/nearest.ts';
import type { Dense } from '../vectors/sparse.ts';

const PAIRS = 5_000;
/** A text with its nearest ones less than so many deviations above chance is by itself. Our own. */
const DEVIATIONS = 3;
/** The nearest few are asked, so that one odd copy does not make a need. */
const ASKED = 2;

/** A normal distribution’s lower quantiles, in deviations below its middle. */
const QUARTER = 0.674;
const TWENTIETH = 1.645;
/** Chance is never taken for less, nor for more: with few texts it is measured badly. Our own. */
const LOWEST = 0.15;
const HIGHEST = 0.5;
/** Some models put all texts near each other: two by chance may be at .8. Then only what is all but the same is too near. */
const HIGHEST_OUTSIDE = 0.95;

/**
 * The nearness above which two texts are more alike than chance makes them. Read off the lower half of pairs: where
 * needs are few, many pairs drawn by chance are of one need, and would make everything look like chance.
 */
export function chanceOf(vectors: Dense, outside = false): number {
  if (vectors.rows < 2) return LOWEST;
  const random = randomFrom('pairs');
  const near = new Float64Array(PAIRS);
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const one = Math.floor(random.uniform() * vectors.rows);
    const two = (one + 1 + Math.floor(random.uniform() * (vectors.rows - 1))) % vectors.rows;
    near[pair] = dot(vectors, one, two);
  }
  near.sort();
  const quarter = near[Math.floor(PAIRS / 4)] as number;
  const deviation = (quarter - (near[Math.floor(PAIRS / 20)] as number)) / (TWENTIETH - QUARTER);
  return Math.min(outside ? HIGHEST_OUTSIDE : HIGHEST, Math.max(LOWEST, quarter + (QUARTER + DEVIATIONS) * deviation));
}

/** `times`: how often each text is said; one said twice belongs to itself. */
export function belongs(nearest: Nearest, row: number, chance: number, times: number): boolean {
  if (times >= ASKED) return true;
  let sum = 0;
  for (let place = row * nearest.k; place < row * nearest.k + ASKED; place += 1) {
    if ((nearest.at[place] as number) < 0) return false;
    sum += nearest.near[place] as number;
  }
  return sum / ASKED >= chance;
}
