/** Cases of stale-docs: it is never scored, so `passing` is nothing gone and `failing` something gone. */
import { windowUntil } from '#core/time.ts';
import type { Case } from '../run-cases.ts';
import { on, shaOf, story, type Told } from '../story.ts';

const offered = () => {
  const told = story().change('2026-02-01', 'Remove the watch flag', { id: 'removal' });
  for (let index = 1; index <= 8; index += 1) told.offer(`--part${index}`);
  return told;
};

const removed = { sha: shaOf('removal'), at: on('2026-02-01'), subject: 'Remove the watch flag' };

export const cases: readonly Case<Told>[] = [
  {
    name: 'everything that is offered is there',
    kind: 'passing',
    facts: offered().facts(),
    expect: {
      n: 8,
      hits: 0,
      value: 0,
      says: 'Everything that the documents offer by name is there (8 names checked).',
    },
  },
  {
    name: 'an offered flag was removed, and the commit that removed it is shown first',
    kind: 'failing',
    facts: offered().offer('--watch', { id: 'watch', state: 'removed', removed }).facts(),
    expect: {
      n: 9,
      hits: 1,
      evidence: ['watch', 'removal'],
      says: '1 of 9 things that the documents offer by name is gone.',
    },
  },
  {
    name: 'before the removal it was still there, and a line written later was not',
    kind: 'passing',
    facts: offered()
      .offer('--watch', { state: 'removed', removed })
      .offer('--young', { since: on('2026-05-01') })
      .facts(),
    window: windowUntil(on('2026-01-01')),
    expect: { n: 9, hits: 0 },
  },
  {
    name: 'a name of which no trace was found is not judged',
    kind: 'absent',
    facts: story().offer('--watch', { state: 'never' }).offer('--all').facts(),
    expect: { n: 1, hits: 0 },
  },
  {
    name: 'documents that offer nothing by name are not asked',
    kind: 'absent',
    facts: story().offer('--watch', { state: 'never' }).facts(),
    expect: { state: 'not-applicable', because: 'No document offers anything by name.' },
  },
  {
    name: 'without documents nothing is said',
    kind: 'absent',
    facts: story().facts(),
    expect: { state: 'not-collected', because: 'No README was found.' },
  },
];
