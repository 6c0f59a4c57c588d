/** Random numbers from a stated seed: the same text gives the same numbers on every machine. */
import { digestOf } from '#core/ids.ts';
import { normalQuantile } from './normal.ts';

export interface Random {
  /** In (0, 1), never its ends. */
  uniform(): number;
  /** Mean 1. */
  exponential(): number;
  /** Mean 0, standard deviation 1. */
  normal(): number;
  /** Mean `shape`, scale 1. */
  gamma(shape: number): number;
}

/** The first 128 bits of SHA-256 (FIPS 180-4) over the seed, as four 32-bit words. */
export function wordsOf(seed: string): readonly [number, number, number, number] {
  const digest = digestOf(seed);
  const word = (place: number) => Number.parseInt(digest.slice(place * 8, place * 8 + 8), 16) | 0;
  return [word(0), word(1), word(2), word(3)];
}

/**
 * sfc32: Chris Doty-Humphrey, PractRand (2010): 96 bits of chaotic state and a 32-bit counter, period at least 2^32.
 * Its first 15 numbers are thrown away, as its author does after seeding.
 */
export function randomFrom(seed: string): Random {
  let [a, b, c, counter] = wordsOf(seed);
  const next = (): number => {
    const out = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + out) | 0;
    return out >>> 0;
  };
  for (let warm = 0; warm < 15; warm += 1) next();
  const uniform = () => (next() + 0.5) / 2 ** 32;
  // Inversion: one uniform per number, so that streams stay aligned whatever is drawn.
  const normal = () => normalQuantile(uniform());
  return { uniform, exponential: () => -Math.log(uniform()), normal, gamma: (shape) => gamma(shape, uniform, normal) };
}

/** Marsaglia and Tsang, "A simple method for generating gamma variables", ACM TOMS 26 (2000) 363–372. */
function gamma(shape: number, uniform: () => number, normal: () => number): number {
  if (!(shape > 0)) throw new RangeError(`a gamma needs a shape above 0, not ${shape}`);
  if (shape < 1) return gamma(shape + 1, uniform, normal) * uniform() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
