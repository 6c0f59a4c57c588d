/** Cases of release-note-coverage: told, half told, untold, and notes that were never read. */
import type { Case } from '../run-cases.ts';
import { shaOf, story, type Told } from '../story.ts';

/** Twenty changes with numbers, released together. */
function twenty() {
  const told = story();
  for (let index = 1; index <= 20; index += 1) told.change('2026-04-01', `feat: part ${index} (#${100 + index})`);
  return told.release('1.1.0', '2026-04-10');
}

const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => `Part ${index + 1} works (#${101 + index})`);

export const cases: readonly Case<Told>[] = [
  {
    name: 'every change is named by its number',
    kind: 'passing',
    facts: twenty().notes('1.1.0', numbered(20)).facts(),
    expect: { n: 20, value: 1, says: 'Release notes name 100 % of the changes that users could notice.' },
  },
  {
    name: 'a quarter is named; those left out come first',
    kind: 'failing',
    facts: twenty().notes('1.1.0', numbered(5)).facts(),
    expect: { n: 20, value: 0.25, evidence: ['c6', 'n1.1.0'] },
  },
  {
    name: 'a pasted commit list counts half',
    kind: 'passing',
    facts: twenty().notes('1.1.0', numbered(20), true).facts(),
    expect: {
      value: 0.5,
      says: 'Release notes name 100 % of the changes that users could notice, all of them only in pasted commit lists.',
    },
  },
  {
    name: 'the notes of the betas that led to a release tell of it too',
    kind: 'passing',
    facts: twenty()
      .release('1.1.0-beta.1', '2026-04-05', { pre: true })
      .notes('1.1.0-beta.1', numbered(20))
      .notes('1.1.0', ['See the notes of the betas.'])
      .facts(),
    expect: { value: 1 },
  },
  {
    name: 'a change is named by its commit or by the words of its subject, not by another of the same area',
    kind: 'absent',
    facts: story()
      .change('2026-04-01', 'Add a dark theme', { id: 'dark' })
      .change('2026-04-02', 'fix(export): keep the column order of wide tables', { id: 'order' })
      .change('2026-04-03', 'fix(export): escape quotes in wide tables', { id: 'quotes' })
      .release('1.1.0', '2026-04-10')
      .notes('1.1.0', [`${shaOf('dark').slice(0, 9)} something`, 'Exports keep the order of columns in wide tables'])
      .facts(),
    expect: { n: 3, hits: 2, evidence: ['quotes'] },
  },
  {
    name: 'a merge lends its number to what it brought',
    kind: 'absent',
    facts: story()
      .change('2026-04-01', 'Darker', { landed: '2026-04-03' })
      .change('2026-04-03', 'Merge pull request #77 from ada/dark', { merge: true })
      .release('1.1.0', '2026-04-10')
      .notes('1.1.0', ['A dark theme (#77)'])
      .facts(),
    expect: { n: 1, hits: 1 },
  },
  {
    name: 'a release left out between two that have notes names nothing; one after the last notes is not judged',
    kind: 'absent',
    facts: story()
      .change('2026-04-01', 'Add one')
      .release('1.1.0', '2026-04-02')
      .change('2026-04-03', 'Add two', { id: 'two' })
      .release('1.2.0', '2026-04-04')
      .change('2026-04-05', 'Add three')
      .release('1.3.0', '2026-04-06')
      .change('2026-04-07', 'Add four')
      .release('1.4.0', '2026-04-08')
      .notes('1.1.0', ['One'])
      .notes('1.3.0', ['Three'])
      .facts(),
    expect: { n: 3, evidence: ['c1', 'n1.1.0', 'two', 'r1.2.0'] },
  },
  {
    name: 'a release cut from another branch has its notes there, and is not judged',
    kind: 'absent',
    facts: story()
      .change('2026-04-01', 'Add one')
      .release('1.1.0', '2026-04-02')
      .change('2026-04-03', 'Add two', { landed: null })
      .release('1.1.1', '2026-04-04')
      .change('2026-04-05', 'Add three')
      .release('1.2.0', '2026-04-06')
      .notes('1.1.0', ['One'])
      .notes('1.2.0', ['Three'])
      .facts(),
    expect: { n: 2 },
  },
  {
    name: 'bots, and changes that nobody could notice, need no note',
    kind: 'absent',
    facts: story()
      .changes(9, '2026-04-01', { bot: true })
      .changes(9, '2026-04-01', { kind: 'refactor' })
      .release('1.1.0', '2026-04-20')
      .notes('1.1.0', ['Nothing to see'])
      .facts(),
    expect: { state: 'not-applicable' },
  },
  {
    name: 'without notes nothing is said',
    kind: 'absent',
    facts: twenty().facts(),
    expect: { state: 'not-collected', because: 'No changelog was found.' },
  },
  {
    name: 'notes of other years are no notes of this one',
    kind: 'absent',
    facts: story()
      .change('2020-04-01', 'Add one')
      .release('1.0.0', '2020-04-02')
      .change('2026-04-01', 'Add two')
      .release('1.1.0', '2026-04-02')
      .notes('1.0.0', ['One'])
      .facts(),
    expect: {
      state: 'not-collected',
      because: 'No notes of the only release in this window were read; they may be kept elsewhere.',
    },
  },
  {
    name: 'notes of one release in three are no practice to judge',
    kind: 'absent',
    facts: twenty()
      .change('2026-05-01', 'Add one')
      .release('1.2.0', '2026-05-02')
      .change('2026-05-03', 'Add two')
      .release('1.3.0', '2026-05-04')
      .notes('1.1.0', numbered(20))
      .facts(),
    expect: {
      state: 'not-collected',
      because: 'Notes of only 1 of the 3 releases in this window were read; they may be kept elsewhere.',
    },
  },
];
