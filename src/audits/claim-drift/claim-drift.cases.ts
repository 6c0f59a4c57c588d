/** Cases of claim-drift: never scored; `failing` is what moved away. */
import type { FactValues } from '#facts/values.ts';
import { claimed } from '../ledger-story.ts';
import type { Case } from '../run-cases.ts';
import { on } from '../story.ts';

type Told = Pick<FactValues, 'ledger' | 'renewal'>;

const unread: FactValues['renewal'] = {
  ...{ collected: false, because: 'no tree', evidence: null, from: 0, to: 0, files: [], weeks: [] },
};
const tenth: FactValues['renewal'] = {
  ...{ collected: true, because: null, evidence: 'r', from: on('2025-06-30'), to: on('2026-06-30'), weeks: [] },
  files: [{ path: 'a', area: 'product', stood: 100, gone: 10, added: 0 }],
};

export const cases: readonly Case<Told>[] = [
  {
    name: 'what was claimed a year ago still is; what came later does not count',
    kind: 'passing',
    facts: { ...claimed().claims(8, '2025-01-01', 'open').claim('2026-01-01', 'vague').facts(), renewal: unread },
    expect: { n: 8, value: 0, says: 'None of 8 claims of a year ago are gone.' },
  },
  {
    name: 'half of it is gone while the product hardly moved',
    kind: 'failing',
    facts: {
      ...claimed().claims(4, '2025-01-01', 'open').claims(4, '2025-01-01', 'open', { until: '2026-02-01' }).facts(),
      renewal: tenth,
    },
    expect: { n: 8, hits: 4, says: '4 of 8 claims of a year ago are gone; of the product itself 10 %.' },
  },
  {
    name: 'what the copy that lacks it says anew of the same thing is reworded, each new claim for one old',
    kind: 'passing',
    facts: {
      ...claimed()
        .claims(6, '2025-01-01', 'open')
        .claim('2025-01-01', 'open', { until: '2026-02-01', subject: 'fast horse' })
        .claim('2025-01-01', 'open', { until: '2026-02-01', subject: 'horse stable' })
        .claim('2025-01-01', 'open', { until: '2026-02-01', subject: 'warm oats' })
        .claim('2026-02-01', 'open', { subject: 'quick horse' })
        .claim('2026-03-01', 'open', { subject: 'oats' })
        .facts(),
      renewal: tenth,
    },
    expect: { n: 9, hits: 2, says: '2 of 9 claims of a year ago are gone, 1 reworded; of the product itself 10 %.' },
  },
  {
    name: 'a site that is younger than a year has nothing to drift from',
    kind: 'absent',
    facts: { ...claimed().claims(9, '2026-01-01', 'open').facts(), renewal: tenth },
    expect: { state: 'not-applicable', because: 'No claim is known to have stood a year ago.' },
  },
];
