/** Which features of a simulated company somebody had asked for before. */
import { normalQuantile } from '#core/statistics/normal.ts';
import { randomFrom } from '#core/statistics/random.ts';
import { WEEK } from '#core/time.ts';
import type { Feature } from '#facts/need-values.ts';
import type { FactValues } from '#facts/values.ts';
import { Moods, shared } from './chance.ts';
import type { Dials } from './dials.ts';

type Shipped = Pick<FactValues, 'history' | 'work'>;

/** From a chance of its own, so that the rest of the company stays as it was. */
export function wishedBy(
  seed: string,
  dials: Dials,
  { history, work }: Shipped,
  unasked: number,
): Pick<FactValues, 'features' | 'subjects'> {
  const random = randomFrom(`wished ${seed}`);
  const moods = new Moods(random);
  const all = history.commits.flatMap(({ id, at, landedAt, merge }, index): Feature[] => {
    if (merge || landedAt === null || work.visible[index] !== 1 || work.kind[index] !== 'feature') return [];
    if (work.bot[index] === 1) return [];
    const mood = moods.of(Math.floor(at / WEEK / dials.season));
    const bet = shared(random, [mood, dials.alike]) < normalQuantile(unasked);
    return [{ id, at, landedAt, asked: bet ? null : `ask ${id}`, stems: [] }];
  });
  return {
    features: { collected: true, because: null, all, heardFrom: 0, written: new Map() },
    subjects: { of: new Map(), spread: [], figures: new Set(), numbers: new Map() },
  };
}
