/** Cases of claim-support: never scored; `passing` is borne out, `failing` is not. */
import { claimed, type LedgerTold } from '../ledger-story.ts';
import type { Case } from '../run-cases.ts';

export const cases: readonly Case<LedgerTold>[] = [
  {
    name: 'everything that could be judged is borne out; what nothing speaks to is not counted against it',
    kind: 'passing',
    facts: claimed()
      .claims(5, '2025-01-01', 'backed by the product')
      .claims(3, '2025-01-01', 'backed by both')
      .claims(4, '2025-01-01', 'open')
      .facts(),
    expect: { n: 8, value: 1, says: 'All of 8 claims that could be judged are borne out.' },
  },
  {
    name: 'claims ahead of the evidence come first, with what speaks against them',
    kind: 'failing',
    facts: claimed()
      .claims(5, '2025-01-01', 'backed by customers')
      .claims(2, '2025-01-01', 'ahead of the evidence')
      .claim('2025-01-01', 'seems to conflict', { id: 'c', copy: 'page', because: 'removal' })
      .facts(),
    expect: { n: 8, value: 0.625, says: '5 of 8 claims borne out; 2 ahead of the evidence, 1 to look at.' },
  },
  {
    name: 'what nothing bore out and was taken down within the year is told beside',
    kind: 'passing',
    facts: claimed()
      .claims(8, '2025-01-01', 'backed by the product')
      .claims(3, '2025-01-01', 'ahead of the evidence', { until: '2026-02-01' })
      .claim('2025-01-01', 'open', { until: '2026-02-01' })
      .facts(),
    expect: { n: 8, value: 1, says: 'All of 8 claims that could be judged are borne out; 3 others taken down.' },
  },
  {
    name: 'what was taken back, is disputed, vague or promised is not judged',
    kind: 'absent',
    facts: claimed()
      .claim('2024-01-01', 'ahead of the evidence', { until: '2025-02-01' })
      .claim('2025-01-01', 'disputed')
      .claim('2025-01-01', 'vague')
      .claim('2025-01-01', 'promised')
      .claim('2025-01-01', 'backed by both')
      .facts(),
    expect: { n: 1 },
  },
  {
    name: 'without claims nothing is said',
    kind: 'absent',
    facts: claimed().facts(),
    expect: { state: 'not-collected', because: 'No claim was found.' },
  },
];
