/** Cases of customer-gains: never scored; `passing` speak of customers, `failing` of the product and its makers. */
import type { FactValues } from '#facts/values.ts';
import type { Case } from '../run-cases.ts';
import { on, story } from '../story.ts';

type Facts = Pick<FactValues, 'gains' | 'noteGains' | 'releases'>;

function told(customer: number, others: number, { day = '2026-01-01', notes = true } = {}): Facts {
  const gains = [
    ...Array.from({ length: others }, (_, each) => (each % 2 === 0 ? ('product' as const) : ('maker' as const))),
    ...Array.from({ length: customer }, () => 'customer' as const),
  ];
  return {
    gains: { pages: [{ evidence: 'home', at: on(day), gains }] },
    noteGains: new Map(notes ? [[0, { customer: 1, lines: 12 }]] : []),
    releases: story().change('2026-02-01', 'x').release('1.0.0', '2026-02-01').facts().releases,
  };
}

export const cases: readonly Case<Facts>[] = [
  {
    name: 'most claims tell what customers gain; notes are told apart',
    kind: 'passing',
    facts: told(30, 10),
    expect: {
      ...{ n: 40, hits: 30, value: 0.75 },
      says: '30 of 40 claims on pages tell what customers gain; in notes, 1 of 12 lines.',
    },
  },
  {
    name: 'all of it is about the product and its makers',
    kind: 'failing',
    facts: told(0, 44, { notes: false }),
    expect: { n: 44, hits: 0, evidence: ['home'], says: 'None of 44 claims on pages tells what customers gain.' },
  },
  { name: 'a short page has too few claims for a figure', kind: 'absent', facts: told(3, 9), expect: { n: 12 } },
  {
    name: 'a page that claims nothing',
    kind: 'absent',
    facts: told(0, 0),
    expect: { state: 'not-applicable', because: 'No page that was read claims anything.' },
  },
  {
    name: 'how pages stood in an earlier window is not known',
    kind: 'absent',
    facts: told(30, 30, { day: '2026-12-01' }),
    expect: { state: 'not-collected', because: 'Pages are read as they stand today.' },
  },
  {
    name: 'no page was read',
    kind: 'absent',
    facts: { ...told(1, 1), gains: { pages: [] } },
    expect: { state: 'not-collected', because: 'No README or page was read.' },
  },
];
