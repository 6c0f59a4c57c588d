/** How chance works in simulated worlds: moods that cases share, and habits of weeks. */
import type { Random } from '#core/statistics/random.ts';

export function between(random: Random, [low, high]: readonly [number, number]): number {
  return low + (high - low) * random.uniform();
}

export function poisson(random: Random, mean: number): number {
  let count = -1;
  for (let time = 0; time < mean; count += 1) time += random.exponential();
  return Math.max(0, count);
}

/** Mean 1 and this variance. */
export function rateOf(random: Random, variance: number): number {
  return variance === 0 ? 1 : random.gamma(1 / variance) * variance;
}

/** One standard normal number for each name, drawn when it is first asked for. */
export class Moods {
  readonly #random: Random;
  readonly #moods = new Map<number, number>();

  constructor(random: Random) {
    this.#random = random;
  }

  of(name: number): number {
    const known = this.#moods.get(name);
    if (known !== undefined) return known;
    const mood = this.#random.normal();
    this.#moods.set(name, mood);
    return mood;
  }
}

/** A standard normal number of which `weight` of the variance is a mood that others share: margins stay what they were. */
export function shared(random: Random, ...moods: readonly (readonly [mood: number, weight: number])[]): number {
  let left = 1;
  let sum = 0;
  for (const [mood, weight] of moods) {
    if (weight === 0) continue;
    sum += Math.sqrt(weight) * mood;
    left -= weight;
  }
  return sum + Math.sqrt(Math.max(0, left)) * random.normal();
}

/** Weeks in which something happens: a chain of two states that keeps its share, whatever its memory. */
export function habit(random: Random, weeks: number, share: number, memory: number): readonly boolean[] {
  let on = random.uniform() < share;
  return Array.from({ length: weeks }, () => {
    const was = on;
    if (random.uniform() >= memory) on = random.uniform() < share;
    return was;
  });
}
