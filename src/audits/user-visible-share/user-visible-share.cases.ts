/** Cases of user-visible-share: it has no good or bad end, so `passing` is much and `failing` is little. */
import type { Case } from '../run-cases.ts';
import { story, type Told } from '../story.ts';

export const cases: readonly Case<Told>[] = [
  {
    name: 'most changes are features and fixes of the product',
    kind: 'passing',
    facts: story()
      .changes(15, '2026-04-01')
      .changes(5, '2026-05-01', { kind: 'upkeep', files: ['.ci/run.sh'], id: 'ci' })
      .facts(),
    expect: { n: 20, hits: 15, value: 0.75, says: 'Users could notice 75 % of what people changed.' },
  },
  {
    name: 'most changes are docs and refactoring; bots and merges do not count either way',
    kind: 'failing',
    facts: story()
      .changes(15, '2026-04-01', { kind: 'docs', files: ['README.md'] })
      .changes(5, '2026-04-20', { kind: 'refactor' })
      .changes(2, '2026-05-01', { kind: 'fix' })
      .changes(9, '2026-05-10', { bot: true })
      .change('2026-05-20', 'Merge branch', { merge: true })
      .facts(),
    expect: { n: 22, hits: 2, says: 'Users could notice 9 % of what people changed.' },
  },
  {
    name: 'one change is too few',
    kind: 'absent',
    facts: story().change('2026-04-01', 'Add a filter').facts(),
    expect: { n: 1 },
  },
  {
    name: 'what landed before or after the window is not in it',
    kind: 'absent',
    facts: story().change('2024-04-01', 'Early').change('2026-06-01', 'Late', { landed: '2026-07-01' }).facts(),
    expect: { state: 'not-applicable', because: 'No person changed anything in this window.' },
  },
  {
    name: 'without a history nothing is said',
    kind: 'absent',
    facts: story().facts(),
    expect: { state: 'not-collected', because: 'Single changes were not seen.' },
  },
];
