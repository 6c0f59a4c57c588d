/** Cases of limbo: everything out, much waiting, and what a month of grace leaves aside. */
import type { Case } from '../run-cases.ts';
import { story, type Told } from '../story.ts';

export const cases: readonly Case<Told>[] = [
  {
    name: 'nothing waits when every change is in a release',
    kind: 'passing',
    facts: story().changes(30, '2026-03-01').release('1.1.0', '2026-04-01').facts(),
    expect: { n: 30, hits: 0, value: 0, says: 'No finished change older than 30 days waits for a release.' },
  },
  {
    name: 'two of forty waiting is within the target, and the oldest of them comes first',
    kind: 'passing',
    facts: story()
      .changes(38, '2026-03-01')
      .release('1.1.0', '2026-04-10')
      .change('2026-04-11', 'Add a filter', { id: 'oldest' })
      .change('2026-04-12', 'Add a sort', { id: 'second' })
      .facts(),
    expect: {
      n: 40,
      hits: 2,
      value: 0.05,
      evidence: ['oldest', 'second'],
      says: '2 of 40 finished changes wait for a release, the oldest since April 2026.',
    },
  },
  {
    name: 'changes that only a pre-release carries still wait, and it is said',
    kind: 'failing',
    facts: story().changes(24, '2026-03-01').release('2.0.0-beta.1', '2026-04-01', { pre: true }).facts(),
    expect: {
      hits: 24,
      value: 1,
      says: '24 of 24 finished changes wait for a release, the oldest since March 2026; 24 are in a pre-release.',
    },
  },
  {
    name: 'a release after the window does not exist in it',
    kind: 'failing',
    facts: story().changes(20, '2026-03-01').release('1.1.0', '2026-07-01').facts(),
    expect: { hits: 20 },
  },
  {
    name: 'a change of the last thirty days is given time, and one change is said as one',
    kind: 'absent',
    facts: story()
      .change('2026-03-01', 'Add a filter')
      .release('1.1.0', '2026-03-02')
      .change('2026-05-20', 'Add a sort')
      .changes(20, '2026-06-01')
      .facts(),
    expect: { n: 2, hits: 1, says: '1 of 2 finished changes waits for a release, since May 2026.' },
  },
  {
    name: 'changes that nobody could notice, or that bots made, do not wait',
    kind: 'absent',
    facts: story().changes(30, '2026-03-01', { kind: 'refactor' }).changes(30, '2026-03-01', { bot: true }).facts(),
    expect: {
      state: 'not-applicable',
      because: 'No change that users could notice was finished in this window, and none waits.',
    },
  },
  {
    name: 'older ones that still wait are named where the window itself is empty',
    kind: 'absent',
    facts: story().change('2023-03-01', 'Add a filter').change('2023-04-01', 'Add a sort').facts(),
    expect: {
      state: 'not-applicable',
      because:
        'No change that users could notice was finished in this window; 2 older ones still wait, since March 2023.',
    },
  },
  {
    name: 'without releases nothing is said',
    kind: 'absent',
    facts: story().changes(30, '2026-03-01').untagged('No tag names a version.').facts(),
    expect: { state: 'not-collected', because: 'No tag names a version.' },
  },
];
