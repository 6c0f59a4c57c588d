/** Waves must see moods of any length up to a quarter, on whatever day they begin, and cost next to nothing where there are none. */
import { expect, test } from 'vitest';
import { randomFrom } from './random.ts';
import { varianceByWaves, WAVES } from './waves.ts';

const DAYS = Array.from({ length: 364 }, (_, day) => day);

/** On average over many years, as a multiple of the variance of separate days. */
function inflationIn(pullsOf: (random: ReturnType<typeof randomFrom>) => readonly number[]): number {
  const random = randomFrom('days');
  let [found, apart] = [0, 0];
  for (let year = 0; year < 300; year += 1) {
    const pulls = pullsOf(random);
    const mean = pulls.reduce((sum, pull) => sum + pull, 0) / pulls.length;
    const centred = pulls.map((pull) => pull - mean);
    found += varianceByWaves(centred, DAYS) ?? Number.NaN;
    apart += centred.reduce((sum, pull) => sum + pull * pull, 0);
  }
  return found / apart;
}

/** Half of the variance is a mood that begins anew every so many days, counted from a day of chance. */
const moods = (days: number) => (random: ReturnType<typeof randomFrom>) => {
  const start = Math.floor(random.uniform() * days);
  const known = new Map<number, number>();
  return DAYS.map((day) => {
    const name = Math.floor((day + start) / days);
    const mood = known.get(name) ?? random.normal();
    known.set(name, mood);
    return mood * Math.SQRT1_2 + random.normal() * Math.SQRT1_2;
  });
};

test('separate days are worth themselves', () => {
  // 300 years of three waves: two standard errors are 9 %.
  const inflation = inflationIn((random) => DAYS.map(() => random.normal()));
  expect(inflation).toBeGreaterThan(0.9);
  expect(inflation).toBeLessThan(1.1);
});

test('a mood multiplies the variance by its length: by half of it where half is mood', () => {
  // 1 + (days − 1) / 2 for days that share half of their variance.
  expect(inflationIn(moods(7))).toBeGreaterThan(0.85 * 4);
  expect(inflationIn(moods(28))).toBeGreaterThan(0.85 * 14.5);
  expect(inflationIn(moods(28))).toBeLessThan(1.15 * 14.5);
});

test('it is the mean square of the projections on cosines', () => {
  const [pulls, when] = [
    [1, -2, 0.5, 0.5],
    [0, 10, 20, 30],
  ];
  let squares = 0;
  for (let wave = 1; wave <= WAVES; wave += 1) {
    const turned = pulls.map((pull, at) => pull * Math.cos((Math.PI * wave * at) / 3));
    squares += turned.reduce((sum, one) => sum + one, 0) ** 2;
  }
  expect(varianceByWaves(pulls, when)).toBeCloseTo((2 * squares) / WAVES, 12);
  expect(varianceByWaves(pulls, [7, 8, 9, 10])).toBeCloseTo((2 * squares) / WAVES, 12);
});

test('cases of one moment tell nothing of time', () => {
  expect(varianceByWaves([1, -1], [5, 5])).toBeNull();
  expect(varianceByWaves([], [])).toBeNull();
});
