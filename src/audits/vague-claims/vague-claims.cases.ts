/** Cases of vague-claims: never scored; `failing` is praise in which nothing can be looked for. */
import { claimed, type LedgerTold } from '../ledger-story.ts';
import type { Case } from '../run-cases.ts';

export const cases: readonly Case<LedgerTold>[] = [
  {
    name: 'every claim says something that could be looked for',
    kind: 'passing',
    facts: claimed().claims(8, '2025-01-01', 'open').facts(),
    expect: { n: 8, value: 0, says: 'None of 8 claims is praise alone.' },
  },
  {
    name: 'praise alone comes first',
    kind: 'failing',
    facts: claimed().claims(6, '2025-01-01', 'open').claims(3, '2025-01-01', 'vague', { copy: 'front' }).facts(),
    expect: {
      n: 9,
      hits: 3,
      evidence: ['front'],
      says: '3 of 9 claims are praise in which nothing can be looked for.',
    },
  },
  {
    name: 'few claims are no share',
    kind: 'absent',
    facts: claimed().claims(3, '2025-01-01', 'vague').facts(),
    expect: { n: 3, hits: 3 },
  },
];
