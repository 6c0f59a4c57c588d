/** After dates: worlds without an effect raise an alarm as often as they say and no oftener; worlds with one are seen. */
import { expect, test } from 'vitest';
import { meanOf, movedAfter, rateOf, type Side } from './after-dates.ts';
import { randomFrom } from './random.ts';

const DAYS = 1_100;
/** 2,000 gave 5.2 % alarms for counts and 4.1 % for stars, and zero inside 93.9 and 95.7 % of the intervals. */
const WORLDS = 200;

interface World {
  readonly counts: Float64Array;
  /** Sums of stars, of moods that last for weeks. */
  readonly stars: Float64Array;
  readonly dates: readonly number[];
}

/** A trend, a weekly rhythm, moods of weeks, and releases about every five weeks; `effect` for four weeks after each. */
function world(seed: number, effect: number): World {
  const random = randomFrom(`after dates ${seed}`).uniform;
  const dates: number[] = [];
  for (let day = 20; day < DAYS; day += 14 + Math.floor(random() * 42)) dates.push(day);
  const counts = new Float64Array(DAYS);
  const stars = new Float64Array(DAYS);
  let [mood, liking] = [0, 0];
  for (let day = 0; day < DAYS; day += 1) {
    mood = 0.95 * mood + 0.12 * (random() + random() + random() - 1.5);
    const weekend = day % 7 > 4 ? 0.4 : 1;
    const soon = dates.some((date) => day >= date && day < date + 28) ? effect : 0;
    counts[day] = poisson(random, 2 * weekend * Math.exp(day / 900 + mood + soon));
    liking = 0.95 * liking + 0.1 * (random() + random() + random() - 1.5);
    for (let one = 0; one < (counts[day] ?? 0); one += 1) {
      stars[day] = (stars[day] ?? 0) + Math.min(5, Math.max(1, Math.round(1 + 4 * random() + liking)));
    }
  }
  return { counts, stars, dates };
}

function poisson(random: () => number, rate: number): number {
  const least = Math.exp(-rate);
  let [many, product] = [0, random()];
  while (product > least) {
    many += 1;
    product *= random();
  }
  return many;
}

function alarms(effect: number, sideOf: (own: World) => Side): { alarms: number; covered: number } {
  let [found, covered] = [0, 0];
  for (let seed = 0; seed < WORLDS; seed += 1) {
    const own = world(seed, effect);
    const moved = movedAfter(sideOf(own), own.dates, DAYS);
    if (moved === null) throw new Error('nothing to tell');
    if (moved.chance <= 0.05) found += 1;
    if (moved.low <= 0 && moved.high >= 0) covered += 1;
  }
  return { alarms: found / WORLDS, covered: covered / WORLDS };
}

test('where releases move nobody, one world in twenty raises an alarm, trend, weekdays and moods notwithstanding', () => {
  const { alarms: found, covered } = alarms(0, ({ counts }) => rateOf(counts));
  // 5 % of 200 worlds: at most 9.5 % in 199 runs of 200.
  expect(found).toBeLessThanOrEqual(0.095);
  expect(covered).toBeGreaterThanOrEqual(0.88);
});

test('the same of stars, though some sides have too few of them', () => {
  const { alarms: found, covered } = alarms(0, ({ counts, stars }) => meanOf(stars, counts));
  expect(found).toBeLessThanOrEqual(0.095);
  expect(covered).toBeGreaterThanOrEqual(0.88);
});

test('where releases are spaced out and make people write twice as much, it is seen', () => {
  const { counts } = world(1, 0);
  const dates = [90, 230, 370, 520, 660, 790, 930];
  const more = counts.map((count, day) =>
    dates.some((date) => day >= date && day < date + 28) ? 2 * count + 1 : count,
  );
  const moved = movedAfter(rateOf(more), dates, DAYS);
  expect(moved?.chance).toBeLessThanOrEqual(0.05);
  expect(moved?.low).toBeGreaterThan(0);
});

test('ratings that rise after releases are seen, sides with few ratings say nothing', () => {
  const random = randomFrom('ratings').uniform;
  const dates = [90, 230, 370, 520, 660, 790, 930];
  const counts = new Float64Array(DAYS).fill(1);
  const sums = counts.map((_, day) => 3 + random() + (dates.some((date) => day >= date && day < date + 28) ? 1 : 0));
  expect(movedAfter(meanOf(sums, counts), dates, DAYS)?.moved).toBeGreaterThan(0.5);
  expect(movedAfter(meanOf(sums, new Float64Array(DAYS)), dates, DAYS)).toBeNull();
});

test('few dates and short series say nothing', () => {
  const counts = new Float64Array(DAYS).fill(3);
  expect(movedAfter(rateOf(counts), [100, 200, 300], DAYS)).toBeNull();
  expect(movedAfter(rateOf(counts), [40, 50, 60, 70, 80], 200)).toBeNull();
});
