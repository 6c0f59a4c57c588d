/** Cases of claim-conflicts: never scored; `failing` is a contradiction that a person confirmed. */
import { claimed, type LedgerTold } from '../ledger-story.ts';
import type { Case } from '../run-cases.ts';

export const cases: readonly Case<LedgerTold>[] = [
  {
    name: 'of somebody else’s product nothing is known to be contradicted',
    kind: 'passing',
    facts: claimed()
      .claims(8, '2025-01-01', 'open')
      .claims(2, '2025-01-01', 'could not be squared from outside', { because: 'x' })
      .facts(),
    expect: { n: 10, hits: 0, says: '2 of 10 claims could not be squared from outside.' },
  },
  {
    name: 'a conflict that nobody has looked at is named and not counted',
    kind: 'passing',
    facts: claimed().claims(8, '2025-01-01', 'open').claim('2025-01-01', 'seems to conflict', { because: 'x' }).facts(),
    expect: { n: 9, hits: 0, says: 'None of 9 claims is known to be contradicted; 1 waits for somebody to look.' },
  },
  {
    name: 'one that a person confirmed counts, with both sides first',
    kind: 'failing',
    facts: claimed()
      .claims(8, '2025-01-01', 'backed by both')
      .claim('2025-01-01', 'contradicted', { copy: 'page', because: 'removal', confirmed: true })
      .facts(),
    expect: {
      n: 9,
      hits: 1,
      evidence: ['page', 'removal'],
      says: '1 of 9 claims is contradicted, as a person confirmed.',
    },
  },
  {
    name: 'claims that were taken back before leave nothing to ask',
    kind: 'absent',
    facts: claimed().claim('2024-01-01', 'contradicted', { until: '2024-06-01' }).facts(),
    expect: { state: 'not-applicable', because: 'Nothing was claimed in this window.' },
  },
];
