/** Cases of catalogue-renewal: a menu that is rewritten, a recipe that stays, and catalogues that cannot tell. */
import { windowUntil } from '#core/time.ts';
import type { Catalogue, StoodProduct } from '#facts/shelf-values.ts';
import type { Case } from '../run-cases.ts';
import { on } from '../story.ts';

function shelf(stood: readonly StoodProduct[] | null, more: Partial<Catalogue> = {}): { catalogue: Catalogue } {
  const catalogue: Catalogue = {
    ...{ collected: true, because: null, alone: true, seen: 'looks', looks: [], changes: [], titles: new Map() },
    ...{ firstAt: on('2024-01-01'), lastAt: on('2026-06-01'), stood, stoodBecause: null },
    nouns: { making: 'the recipe', telling: 'the can' },
    ...more,
  };
  return { catalogue };
}

/** So many products of six facts each, of which so many are gone. */
function products(count: number, gone: number): StoodProduct[] {
  return Array.from({ length: count }, (_, index) => {
    const appearance = { stood: 4, gone: 4 };
    const product = `p${index}`;
    return { product, title: product, evidence: [`e${index}`], substance: { stood: 6, gone }, appearance };
  });
}

export const cases: readonly Case<{ readonly catalogue: Catalogue }>[] = [
  {
    name: 'a kitchen that rewrites a third of every dish',
    kind: 'passing',
    facts: shelf(products(10, 2)),
    expect: {
      n: 60,
      value: 1 / 3,
      evidence: ['e0', 'e1'],
      says: 'Of 60 facts of 10 products that stood a year ago, 33 % are gone or altered.',
    },
  },
  {
    name: 'a recipe that stays while every can is new',
    kind: 'failing',
    facts: shelf(products(10, 0)),
    expect: { n: 60, value: 0, says: 'Of 60 facts of 10 products that stood a year ago, none is gone or altered.' },
  },
  { name: 'three products are few', kind: 'absent', facts: shelf(products(3, 1)), expect: { n: 18 } },
  {
    name: 'a catalogue that begins this year',
    kind: 'absent',
    facts: shelf(null, { stoodBecause: 'The first look was in May.' }),
    expect: { state: 'not-applicable', because: 'The first look was in May.' },
  },
  {
    name: 'a catalogue of pictures and prices',
    kind: 'absent',
    facts: shelf(products(10, 0).map((one) => ({ ...one, substance: { stood: 0, gone: 0 } }))),
    expect: { state: 'not-applicable' },
  },
  {
    name: 'no catalogue',
    kind: 'absent',
    facts: shelf(null, { collected: false, because: 'No catalogue was read.' }),
    expect: { state: 'not-collected', because: 'No catalogue was read.' },
  },
  {
    name: 'a window that ends before the newest look',
    kind: 'absent',
    facts: shelf(products(10, 2)),
    window: windowUntil(on('2025-06-30')),
    expect: { state: 'not-collected' },
  },
];
