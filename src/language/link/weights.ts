/** Weights of recovered links, learned by `bench/links.ts`: docs/reference/links.md says from what and how well. Not by hand. */
import type { FirstWeights } from './candidates.ts';

/** Of 18 traits of a pair by itself; asks whose end is known, then others. */
export const FIRST: FirstWeights = [
  [
    0.85281, 1.1331, 1.6309, -1.6227, 4.3151, 1.4484, 0.31339, 4.8687, 0.81424, -0.28744, 0.046144, 0.50947, -0.15959,
    2.9402, 2.2149, 0.22342, -2.6568, -6.4529,
  ],
  [
    3.6256, -2.8177, 0.90176, -3.4334, 3.6048, 0.55947, -1.0427, 11.435, 2.1684, -0.76765, -0.15223, -0.034956, 0, 0, 0,
    0, 0, 0,
  ],
];

/** The constant, then 27 traits of a pair among others. */
export const SECOND: FirstWeights = [
  [
    -0.065374, -0.2641, 0.16279, 0.09701, 0.24462, -1.0233, 0.10553, -0.94397, 0.043623, -0.092865, 0.020829, 0.74053,
    -0.067654, -1.9957, 1.523, 0.56298, 2.3691, 1.2592, -0.68591, 0.97969, 1.1787, -0.007014, 0.83667, 3.4846, -4.1954,
    -3.216, 0.05608, 1.9141,
  ],
  [
    0.0056281, -0.27753, 0.2226, 0.30331, 0.025606, -0.8386, 0.1152, -1.441, 0.076564, 0.32914, -0.032366, 1.6706,
    -0.062124, -3.1921, 0.74602, 0.76014, 3.8967, 0, 0, 0, 0.92765, 0.066267, 0.98782, 4.782, -6.262, 0, 0.087674, 0,
  ],
];

/** At this probability 95 of 100 links were right, each fifth of the older half held against the other four. */
export const SURE: readonly [done: number, open: number] = [0.876, 1.0];
