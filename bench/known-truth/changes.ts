/** Changes with a known truth: as many cases before as now. */
import type { Case } from './case.ts';
import { censored, EXPONENTIAL, scaleFor, separate } from './worlds.ts';

const CUT = scaleFor(EXPONENTIAL, 'steadily', 0.3);

export const CHANGES: readonly Case[] = [
  {
    of: 'share',
    world: 'from any share to any share (5 % to 95 %)',
    held: false,
    estimate: { of: 'share' },
    draw: (random, n) => {
      const before = 0.05 + 0.9 * random.uniform();
      const now = 0.05 + 0.9 * random.uniform();
      const cases = (share: number, half: string) => separate(n, () => ({ hit: random.uniform() < share }), half);
      return { truth: now - before, before: cases(before, 'before'), observations: cases(now, 'now') };
    },
  },
  {
    of: 'mean',
    world: 'from exponential to exponential, half as long',
    held: false,
    estimate: { of: 'mean' },
    draw: (random, n) => {
      const cases = (mean: number, half: string) => separate(n, () => ({ value: mean * random.exponential() }), half);
      return { truth: -0.5, before: cases(1, 'before'), observations: cases(0.5, 'now') };
    },
  },
  {
    of: 'km-median',
    world: 'from exponential to exponential, half as long, three in ten cut off',
    held: false,
    estimate: { of: 'km-median' },
    draw: (random, n) => {
      const cases = (stretch: number, half: string) =>
        separate(n, () => censored(random, EXPONENTIAL, 'steadily', CUT * stretch, stretch), half);
      return { truth: -Math.LN2 / 2, before: cases(1, 'before'), observations: cases(0.5, 'now') };
    },
  },
];
