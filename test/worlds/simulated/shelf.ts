/** The catalogue of a simulated shop: facts of each product that stood a year ago, and how many of them are altered or gone. */
import { normalQuantile } from '#core/statistics/normal.ts';
import type { Random } from '#core/statistics/random.ts';
import { DAY, YEAR_OF_WEEKS } from '#core/time.ts';
import type { FactValues } from '#facts/values.ts';
import { between, shared } from './chance.ts';
import type { Dials } from './dials.ts';

type Catalogue = FactValues['catalogue'];

/** Facts of a product that a catalogue tells in substance: ingredients, size, material. */
const FACTS = 4;

export const NO_CATALOGUE: Catalogue = {
  ...{ collected: false, because: 'No catalogue was read.', alone: false, seen: 'looks', looks: [], changes: [] },
  ...{ firstAt: null, lastAt: null, stood: null, stoodBecause: 'No catalogue was read.', titles: new Map() },
  nouns: { making: 'the product', telling: 'the looks' },
};

export function shelf(random: Random, dials: Dials, end: number): { catalogue: Catalogue; altered: number } {
  const altered = between(random, dials.altered);
  const limit = normalQuantile(altered);
  const stood = Array.from({ length: dials.products }, (_, product) => {
    const mood = random.normal();
    const gone = Array.from({ length: FACTS }, () => shared(random, [mood, 0.5]) < limit).filter(Boolean).length;
    const part = { stood: FACTS, gone };
    return {
      product: `p${product}`,
      title: `Product ${product}`,
      evidence: [`shelf:p${product}`],
      substance: part,
      appearance: part,
    };
  });
  const known = { collected: true, because: null, firstAt: end - 2 * YEAR_OF_WEEKS, lastAt: end - DAY };
  return { catalogue: { ...NO_CATALOGUE, ...known, stood, stoodBecause: null }, altered };
}
