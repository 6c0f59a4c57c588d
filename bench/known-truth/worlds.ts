/** Worlds whose truth is known, from which the coverage bench draws its samples. */
import type { Observation } from '#core/observation.ts';
import { normalCdf, normalQuantile } from '#core/statistics/normal.ts';
import type { Random } from '#core/statistics/random.ts';

/** A kind of waiting time: its cumulative share and the inverse of that. */
interface Waits {
  ended(time: number): number;
  time(share: number): number;
}

export const EXPONENTIAL: Waits = { ended: (time) => -Math.expm1(-time), time: (share) => -Math.log1p(-share) };

/** The logarithm has the standard deviation 1: the mean is 1.65 times the median, the skewness 6.2. */
export const LOG_NORMAL: Waits = {
  ended: (time) => (time <= 0 ? 0 : normalCdf(Math.log(time))),
  time: (share) => Math.exp(normalQuantile(share)),
};

/** Weibull of shape 0.6: many at once, some for very long, as replies come. */
export const EARLY: Waits = {
  ended: (time) => -Math.expm1(-(time ** 0.6)),
  time: (share) => (-Math.log1p(-share)) ** (1 / 0.6),
};

/** How waiting is cut off: at a steady rate, or because cases began evenly over a window that ends now. */
export type Cut = 'steadily' | 'by the window';

/** `n` separate cases; `named` keeps those of two halves apart. */
export function separate(n: number, one: () => Omit<Observation, 'block' | 'evidence'>, named = 'case'): Observation[] {
  return Array.from({ length: n }, (_, index) => ({ block: `${named} ${index}`, evidence: [], ...one() }));
}

/** `n` cases in so many weeks, each case in any of them; `week` gives what the cases of one week share. */
export function inWeeks<Shared>(
  random: Random,
  n: number,
  week: () => Shared,
  one: (shared: Shared) => Omit<Observation, 'block' | 'evidence'>,
  many = Math.ceil(n / 3),
): Observation[] {
  const weeks = Array.from({ length: many }, week);
  return Array.from({ length: n }, () => {
    const at = Math.floor(random.uniform() * weeks.length);
    return { block: `week ${at}`, evidence: [], ...one(weeks[at] as Shared) };
  });
}

export function censored(random: Random, waits: Waits, cut: Cut, scale: number, stretch = 1) {
  const time = waits.time(random.uniform()) * stretch;
  const seen = scale * (cut === 'steadily' ? random.exponential() : random.uniform());
  return time <= seen ? { time, ended: true } : { time: seen, ended: false };
}

/** The scale of cutting off at which a share `rate` of waits is not seen to end. */
export function scaleFor(waits: Waits, cut: Cut, rate: number): number {
  const steps = 2_000;
  const missed = (scale: number) => {
    let sum = 0;
    for (let step = 0; step < steps; step += 1) {
      const wait = waits.time((step + 0.5) / steps) / scale;
      sum += cut === 'steadily' ? -Math.expm1(-wait) : Math.min(1, wait);
    }
    return sum / steps;
  };
  let [low, high] = [1e-3, 1e4];
  for (let step = 0; step < 60; step += 1) {
    const middle = Math.sqrt(low * high);
    if (missed(middle) > rate) low = middle;
    else high = middle;
  }
  return Math.sqrt(low * high);
}

export function beta(random: Random, a: number, b: number): number {
  const x = random.gamma(a);
  return x / (x + random.gamma(b));
}

export function binomial(random: Random, n: number, p: number): number {
  let hits = 0;
  for (let trial = 0; trial < n; trial += 1) if (random.uniform() < p) hits += 1;
  return hits;
}

export function poisson(random: Random, mean: number): number {
  let count = -1;
  for (let time = 0; time < mean; count += 1) time += random.exponential();
  return Math.max(0, count);
}

/** One of several numbers, each with its chance; the chances add up to 1. */
export function oneOf(random: Random, chances: readonly (readonly [number: number, chance: number])[]): number {
  let left = random.uniform();
  for (const [number, chance] of chances) {
    left -= chance;
    if (left < 0) return number;
  }
  return chances.at(-1)?.[0] ?? 0;
}
