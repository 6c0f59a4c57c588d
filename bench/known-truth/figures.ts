/** Shares, medians, means and ratios with a known truth. */
import type { Case, Drawn } from './case.ts';
import { beta, binomial, inWeeks, oneOf, poisson, separate } from './worlds.ts';

/** Stars as shops see them: half are five, the second most are one or four. */
const STARS = [
  [1, 0.12],
  [2, 0.06],
  [3, 0.1],
  [4, 0.22],
  [5, 0.5],
] as const;

const shareOf = (share: number): Case['draw'] => {
  return (random, n) => ({ truth: share, observations: separate(n, () => ({ hit: random.uniform() < share })) });
};

const valuesOf = (truth: number, value: (random: Parameters<Case['draw']>[0]) => number): Case['draw'] => {
  return (random, n): Drawn => ({ truth, observations: separate(n, () => ({ value: value(random) })) });
};

/** Any share from 5 % to 95 %, the same in a week but for an intraclass correlation of 0.15. */
const sharesOfWeeks = (weeks?: number): Case['draw'] => {
  return (random, n) => {
    const truth = 0.05 + 0.9 * random.uniform();
    const spread = 1 / 0.15 - 1;
    const week = () => beta(random, truth * spread, (1 - truth) * spread);
    return { truth, observations: inWeeks(random, n, week, (share) => ({ hit: random.uniform() < share }), weeks) };
  };
};

export const SHARES: readonly Case[] = [
  {
    of: 'share',
    world: 'any share from 5 % to 95 %',
    held: true,
    estimate: { of: 'share' },
    draw: (random, n) => shareOf(0.05 + 0.9 * random.uniform())(random, n),
  },
  {
    of: 'share',
    world: 'any share from 5 % to 95 %, cases of a week alike (correlation 0.15)',
    held: true,
    estimate: { of: 'share' },
    draw: sharesOfWeeks(),
  },
  {
    of: 'share',
    world: 'any share from 5 % to 95 %, cases of a week alike, four weeks in all',
    held: false,
    estimate: { of: 'share' },
    draw: sharesOfWeeks(4),
  },
  { of: 'share', world: '10 %', held: false, estimate: { of: 'share' }, draw: shareOf(0.1) },
  { of: 'share', world: '30 %', held: false, estimate: { of: 'share' }, draw: shareOf(0.3) },
  { of: 'share', world: '50 %', held: false, estimate: { of: 'share' }, draw: shareOf(0.5) },
];

const MEDIAN = { of: 'median', held: true, estimate: { of: 'median' } } as const;

export const MEDIANS: readonly Case[] = [
  { ...MEDIAN, world: 'exponential', draw: valuesOf(Math.LN2, (random) => random.exponential()) },
  { ...MEDIAN, world: 'log-normal', draw: valuesOf(1, (random) => Math.exp(random.normal())) },
  {
    ...MEDIAN,
    world: 'log-normal, cases of a week alike (correlation 0.2)',
    draw: (random, n) => ({
      truth: 1,
      observations: inWeeks(
        random,
        n,
        () => Math.sqrt(0.2) * random.normal(),
        (week) => ({ value: Math.exp(week + Math.sqrt(0.8) * random.normal()) }),
      ),
    }),
  },
  {
    ...MEDIAN,
    world: 'whole days, many alike (exponential, mean 10 days)',
    held: false,
    draw: valuesOf(6, (random) => Math.floor(10 * random.exponential())),
  },
];

const MEAN = { of: 'mean', held: true, estimate: { of: 'mean' } } as const;

export const MEANS: readonly Case[] = [
  { ...MEAN, world: 'normal', draw: valuesOf(0, (random) => random.normal()) },
  { ...MEAN, world: 'exponential', draw: valuesOf(1, (random) => random.exponential()) },
  { ...MEAN, world: 'log-normal', draw: valuesOf(Math.exp(0.5), (random) => Math.exp(random.normal())) },
  { ...MEAN, world: 'stars from 1 to 5', draw: valuesOf(3.92, (random) => oneOf(random, STARS)) },
  {
    ...MEAN,
    world: 'counts (negative binomial, mean 2, variance 10)',
    draw: valuesOf(2, (random) => poisson(random, 4 * random.gamma(0.5))),
  },
  {
    ...MEAN,
    world: 'exponential, cases of a week alike (correlation 0.2)',
    draw: (random, n) => ({
      truth: 1,
      observations: inWeeks(
        random,
        n,
        () => random.gamma(3) / 3,
        (week) => ({ value: week * random.exponential() }),
      ),
    }),
  },
  {
    ...MEAN,
    world: 'log-normal, far more skewed (deviation 1.5, skewness 33)',
    held: false,
    draw: valuesOf(Math.exp(1.125), (random) => Math.exp(1.5 * random.normal())),
  },
];

const RATIO = { of: 'ratio', held: true, estimate: { of: 'ratio' } } as const;

export const RATIOS: readonly Case[] = [
  {
    ...RATIO,
    world: 'lines gone of lines, by file (sizes log-normal)',
    draw: (random, n) => ({
      truth: 0.25,
      observations: separate(n, () => {
        const of = Math.ceil(Math.exp(3 + random.normal()));
        return { value: binomial(random, of, beta(random, 0.5, 1.5)), of };
      }),
    }),
  },
  {
    ...RATIO,
    world: 'cases of cases, by week',
    draw: (random, n) => ({
      truth: 0.25,
      observations: separate(n, () => {
        const of = 1 + poisson(random, 8);
        return { value: binomial(random, of, beta(random, 2, 6)), of };
      }),
    }),
  },
  {
    ...RATIO,
    world: 'events over a size (rates gamma, sizes log-normal)',
    draw: (random, n) => ({
      truth: 0.3,
      observations: separate(n, () => {
        const of = Math.exp(2 + 0.7 * random.normal());
        return { value: poisson(random, of * 0.15 * random.gamma(2)), of };
      }),
    }),
  },
  {
    ...RATIO,
    world: 'cases of cases, weeks of a month alike',
    draw: (random, n) => ({
      truth: 0.25,
      observations: inWeeks(
        random,
        n,
        () => beta(random, 3, 9),
        (share) => {
          const of = 1 + poisson(random, 8);
          return { value: binomial(random, of, share), of };
        },
      ),
    }),
  },
  {
    ...RATIO,
    world: 'a skewed value over an unrelated count',
    held: false,
    draw: (random, n) => ({
      truth: Math.exp(0.5) / 4,
      observations: separate(n, () => ({ value: Math.exp(random.normal()), of: 1 + poisson(random, 3) })),
    }),
  },
];
