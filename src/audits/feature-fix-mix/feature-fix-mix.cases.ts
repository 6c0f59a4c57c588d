/** Cases of feature-fix-mix: neither end is better, so `passing` is mostly new and `failing` mostly repair. */
import type { Case } from '../run-cases.ts';
import { story, type Told } from '../story.ts';

export const cases: readonly Case<Told>[] = [
  {
    name: 'mostly new',
    kind: 'passing',
    facts: story().changes(15, '2026-04-01').changes(5, '2026-05-01', { kind: 'fix' }).facts(),
    expect: { n: 20, hits: 15, value: 0.75, says: 'Of features and repairs, 75 % are features (15 against 5).' },
  },
  {
    name: 'mostly repair; docs, refactoring, bots and features nobody gets are left out',
    kind: 'failing',
    facts: story()
      .changes(4, '2026-04-01')
      .changes(21, '2026-05-01', { kind: 'fix' })
      .changes(9, '2026-05-01', { kind: 'refactor' })
      .changes(9, '2026-05-10', { bot: true })
      .changes(9, '2026-05-10', { files: ['test/app.ts'] })
      .facts(),
    expect: { n: 25, hits: 4, value: 0.16 },
  },
  {
    name: 'three are too few',
    kind: 'absent',
    facts: story().changes(3, '2026-04-01').facts(),
    expect: { n: 3 },
  },
  {
    name: 'a window without features and repairs is not asked',
    kind: 'absent',
    facts: story()
      .changes(30, '2026-04-01', { kind: 'docs', files: ['README.md'] })
      .facts(),
    expect: { state: 'not-applicable' },
  },
];
