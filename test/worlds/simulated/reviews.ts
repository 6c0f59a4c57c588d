/** Reviews of a simulated product: stars, and words of praise or of leaving. */
import { normalQuantile } from '#core/statistics/normal.ts';
import type { Random } from '#core/statistics/random.ts';
import { WEEK } from '#core/time.ts';
import { LEAVING, PRAISE } from '#facts/rules/phrases.ts';
import { between, Moods, poisson, rateOf, shared } from './chance.ts';
import type { Dials } from './dials.ts';
import { bare, type Draft, SHOUTER } from './says.ts';

/** Shares of one to five stars of a poor and of a loved product, as shops show them. */
const POOR = [0.45, 0.15, 0.12, 0.1, 0.18] as const;
const LOVED = [0.03, 0.02, 0.06, 0.19, 0.7] as const;

/** Six in ten reviews say something that the list of phrases knows. */
const SPOKEN = 0.6;

/** Whoever reviews does not ask. */
const FIRST_REVIEWER = 1_000_000;

export interface Reviews {
  readonly stars: number;
  readonly praise: number;
}

export function reviews(random: Random, dials: Dials, end: number): { threads: Draft[]; truth: Reviews } {
  const loved = between(random, dials.loved);
  const praise = between(random, dials.praise);
  const chances = POOR.map((poor, star) => poor + loved * ((LOVED[star] ?? 0) - poor));
  const limits = chances.map((_, star) => normalQuantile(chances.slice(0, star + 1).reduce((a, b) => a + b, 0)));
  const moods = new Moods(random);
  const storms = new Moods(random);
  const praised = normalQuantile(praise);
  const threads: Draft[] = [];
  for (let week = 0; week < dials.weeks; week += 1) {
    const season = Math.floor(week / dials.season);
    for (let count = poisson(random, dials.reviews * rateOf(random, dials.burst)); count > 0; count -= 1) {
      const at = end - (dials.weeks - week) * WEEK + random.uniform() * WEEK;
      // Whoever shouts is cross, and gives one star each time.
      const shouts = dials.shouter > 0 && random.uniform() < dials.shouter;
      const person = shouts ? SHOUTER : FIRST_REVIEWER + threads.length;
      const thread = bare(`v${threads.length + 1}`, 'review', at, person, end);
      const stars = shared(random, [moods.of(season), dials.alike]);
      thread.stars = shouts ? 1 : 1 + limits.slice(0, 4).filter((limit) => stars > limit).length;
      // Stores seldom tell whether anybody answered.
      thread.read = false;
      if (random.uniform() < SPOKEN) {
        thread.wording = shared(random, [storms.of(season), dials.alike]) < praised ? PRAISE : LEAVING;
      }
      threads.push(thread);
    }
  }
  return { threads, truth: { praise, stars: chances.reduce((sum, chance, star) => sum + chance * (star + 1), 0) } };
}
