/** How a simulated company speaks on its pages: of what customers gain, or of itself. */
import { randomFrom } from '#core/statistics/random.ts';
import type { FactValues } from '#facts/values.ts';
import { between } from './chance.ts';
import type { Dials } from './dials.ts';

const CLAIMS = 120;

/** From a chance of its own, so that the rest of the company stays as it was. */
export function gainedBy(
  seed: string,
  dials: Dials,
  end: number,
): { readonly facts: Pick<FactValues, 'gains' | 'noteGains'>; readonly gaining: number } {
  const random = randomFrom(`gained ${seed}`);
  const gaining = between(random, dials.gaining);
  const gains = Array.from({ length: CLAIMS }, () =>
    random.uniform() < gaining ? ('customer' as const) : ('product' as const),
  );
  return { facts: { gains: { pages: [{ evidence: 'home', at: end, gains }] }, noteGains: new Map() }, gaining };
}
