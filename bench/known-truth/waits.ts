/** Waiting times with a known truth, three in ten not yet ended. */
import type { Random } from '#core/statistics/random.ts';
import type { Case } from './case.ts';
import { type Cut, censored, EARLY, EXPONENTIAL, inWeeks, LOG_NORMAL, scaleFor, separate } from './worlds.ts';

const KINDS = [
  { name: 'exponential, cut off steadily', waits: EXPONENTIAL, cut: 'steadily' },
  { name: 'log-normal, cut off by the window', waits: LOG_NORMAL, cut: 'by the window' },
  { name: 'Weibull 0.6, cut off by the window', waits: EARLY, cut: 'by the window' },
] as const;

type Waits = (typeof KINDS)[number]['waits'];

function cases(waits: Waits, cut: Cut, rate: number): (random: Random, n: number) => ReturnType<typeof separate> {
  const scale = scaleFor(waits, cut, rate);
  return (random, n) => separate(n, () => censored(random, waits, cut, scale));
}

/** Exponential waits stretched by a factor that a week shares: with a gamma rate of shape 4 the median is 4(2^¼ − 1). */
function alike(random: Random, n: number) {
  return inWeeks(
    random,
    n,
    () => 4 / random.gamma(4),
    (stretch) => censored(random, EXPONENTIAL, 'steadily', ALIKE_SCALE, stretch),
  );
}

/** Three in ten are cut off: for Lomax waits of shape 4 by numerical integration. */
const LOMAX = {
  ended: (time: number) => 1 - (1 + time / 4) ** -4,
  time: (share: number) => 4 * ((1 - share) ** -0.25 - 1),
};
const ALIKE_SCALE = scaleFor(LOMAX, 'steadily', 0.3);

const EXPONENTIALS = cases(EXPONENTIAL, 'steadily', 0.3);
const HALF = cases(EXPONENTIAL, 'by the window', 0.5);

export const MEDIAN_WAITS: readonly Case[] = [
  ...KINDS.map(({ name, waits, cut }): Case => {
    const draw = cases(waits, cut, 0.3);
    const truth = waits.time(0.5);
    return {
      of: 'km-median',
      world: name,
      held: true,
      estimate: { of: 'km-median' },
      draw: (random, n) => ({ truth, observations: draw(random, n) }),
    };
  }),
  {
    of: 'km-median',
    world: 'cases of a week alike (gamma rates of shape 4)',
    held: true,
    estimate: { of: 'km-median' },
    draw: (random, n) => ({ truth: LOMAX.time(0.5), observations: alike(random, n) }),
  },
  {
    of: 'km-median',
    world: 'exponential, half of them cut off by the window',
    held: false,
    estimate: { of: 'km-median' },
    draw: (random, n) => ({ truth: Math.LN2, observations: HALF(random, n) }),
  },
];

/** At a time by which any share from 5 % to 90 % has ended: a single share rises and falls with n, as Wilson's does. */
function byAnyTime(of: 'km-at' | 'km-survival', { name, waits, cut }: (typeof KINDS)[number]): Case {
  const draw = cases(waits, cut, 0.3);
  return {
    of,
    world: `any share from 5 % to 90 %: ${name}`,
    held: true,
    estimate: { of, at: 0 },
    draw: (random, n) => {
      const share = 0.05 + 0.85 * random.uniform();
      const truth = of === 'km-at' ? share : 1 - share;
      return { truth, observations: draw(random, n), estimate: { of, at: waits.time(share) } };
    },
  };
}

function byTime(share: number): Case {
  return {
    of: 'km-at',
    world: `${Math.round(100 * share)} %: exponential, cut off steadily`,
    held: false,
    estimate: { of: 'km-at', at: EXPONENTIAL.time(share) },
    draw: (random, n) => ({ truth: share, observations: EXPONENTIALS(random, n) }),
  };
}

export const ENDED_BY: readonly Case[] = [
  ...KINDS.map((kind) => byAnyTime('km-at', kind)),
  byAnyTime('km-survival', KINDS[0]),
  {
    of: 'km-at',
    world: 'any share from 5 % to 90 %: cases of a week alike (gamma rates of shape 4)',
    held: true,
    estimate: { of: 'km-at', at: 0 },
    draw: (random, n) => {
      const truth = 0.05 + 0.85 * random.uniform();
      return { truth, observations: alike(random, n), estimate: { of: 'km-at', at: LOMAX.time(truth) } };
    },
  },
  ...[0.1, 0.2, 0.5, 0.8].map(byTime),
];
