/** Cases of commit-to-release: quick, slow, waiting, bots, and what is no finished work. */
import type { Case } from '../run-cases.ts';
import { story, type Told } from '../story.ts';

/** Thirty changes a day after another, and a release of all of them. */
const month = () => story().changes(30, '2026-04-01');

export const cases: readonly Case<Told>[] = [
  {
    name: 'changes released a few days later arrive quickly',
    kind: 'passing',
    facts: story()
      .changes(10, '2026-04-01')
      .release('1.1.0', '2026-04-11')
      .changes(10, '2026-04-11')
      .release('1.2.0', '2026-04-21')
      .changes(10, '2026-04-21')
      .release('1.3.0', '2026-05-01')
      .facts(),
    expect: { n: 30, value: 5.5, says: 'Half of the finished work reaches users within 5.5 days.' },
  },
  {
    name: 'changes that wait for one big release arrive late',
    kind: 'failing',
    facts: month().release('2.0.0', '2026-06-01').facts(),
    expect: { n: 30, value: 46.5, says: 'Half of the finished work reaches users within 47 days.' },
  },
  {
    name: 'changes without a release wait until the end of the window, the oldest first',
    kind: 'failing',
    facts: month().release('1.1.0', '2026-05-01').changes(40, '2026-05-02', { id: 'late' }).facts(),
    expect: {
      n: 70,
      evidence: ['late'],
      value: null,
      says: 'Less than half of the finished work has reached users; 40 changes still wait.',
    },
  },
  {
    name: 'a release after the window does not exist in it',
    kind: 'failing',
    facts: month().release('1.1.0', '2026-07-02').facts(),
    expect: {
      n: 30,
      value: null,
      says: 'Less than half of the finished work has reached users; 30 changes still wait.',
    },
  },
  {
    name: 'a pre-release ends no wait, and it is said',
    kind: 'failing',
    facts: month().release('2.0.0-beta.1', '2026-05-01', { pre: true }).facts(),
    expect: {
      n: 30,
      value: null,
      says: 'Less than half of the finished work has reached users; 30 changes still wait, all of them in a pre-release.',
    },
  },
  {
    name: 'bots, merges, docs and what never landed are no finished work',
    kind: 'absent',
    facts: story()
      .change('2026-05-01', 'Add a filter')
      .change('2026-05-02', 'Bump', { bot: true })
      .change('2026-05-03', 'Merge branch', { merge: true })
      .change('2026-05-04', 'Say how', { kind: 'docs', files: ['README.md'] })
      .change('2026-05-05', 'Try a thing', { landed: null })
      .release('1.1.0', '2026-05-06')
      .facts(),
    expect: { n: 1, times: ['5'], evidence: ['c1'] },
  },
  {
    name: 'a change that landed after the window is not finished in it',
    kind: 'absent',
    facts: story()
      .change('2026-06-20', 'Add a filter', { landed: '2026-07-05' })
      .change('2026-06-21', 'Add a sort')
      .facts(),
    expect: { n: 1, times: ['9+'], evidence: ['c2'] },
  },
  {
    name: 'a hot fix tagged before its own date waited no time',
    kind: 'absent',
    facts: story().change('2026-05-02', 'Close the hole', { kind: 'fix' }).release('1.0.1', '2026-05-01').facts(),
    expect: { n: 1, times: ['0'] },
  },
  {
    name: 'without releases nothing is said',
    kind: 'absent',
    facts: month().untagged('No tag names a version.').facts(),
    expect: { state: 'not-collected', because: 'No tag names a version.' },
  },
  {
    name: 'releases without a history of changes say nothing of waiting',
    kind: 'absent',
    facts: story().release('1.0.0', '2026-05-01', { tagged: false }).facts(),
    expect: { state: 'not-collected', because: 'Single changes were not seen, only releases.' },
  },
  {
    name: 'a product at rest with everything released is not asked',
    kind: 'absent',
    facts: story().change('2024-01-01', 'Finish').release('1.0.0', '2024-01-02').facts(),
    expect: { state: 'not-applicable' },
  },
];
