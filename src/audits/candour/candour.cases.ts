/** Cases of candour: never scored; `failing` is a release that breaks something and does not say so. */
import type { Case } from '../run-cases.ts';
import { story, type Told } from '../story.ts';

function releases(many: number, says: (at: number) => string): Told {
  const told = story();
  for (let at = 0; at < many; at += 1) {
    const day = `2026-0${1 + Math.floor(at / 2)}-${at % 2 === 0 ? '05' : '20'}`;
    told.change(day, 'feat!: a new lid', { id: `b${at}`, kind: 'feature', files: ['src/lid.ts'], making: true });
    told.release(`${at + 1}.0.0`, day).notes(`${at + 1}.0.0`, [says(at)]);
  }
  const facts = told.facts();
  const commits = facts.history.commits.map((commit) => ({ ...commit, breaking: true }));
  return { ...facts, history: { ...facts.history, commits } };
}

export const cases: readonly Case<Told>[] = [
  {
    name: 'each says so, in its own words',
    kind: 'passing',
    facts: releases(6, (at) => (at % 2 === 0 ? 'Breaking: the old lid no longer fits.' : 'The old lid was removed.')),
    expect: { n: 6, value: 1, says: '6 of 6 releases that break something say so in the notes.' },
  },
  {
    name: 'one that is silent comes first, with the change',
    kind: 'failing',
    facts: releases(6, (at) => (at === 3 ? 'Bug fixes and improvements.' : 'BREAKING: a new lid.')),
    expect: { n: 6, hits: 5, says: '5 of 6 releases that break something say so in the notes.' },
  },
  {
    name: 'two releases are cases, not a share',
    kind: 'absent',
    facts: releases(2, () => 'A new lid.'),
    expect: { n: 2, hits: 0 },
  },
  {
    name: 'where nothing breaks there is nothing to admit',
    kind: 'absent',
    facts: story()
      .change('2026-02-01', 'fix: lid', { kind: 'fix' })
      .release('1.0.0', '2026-02-01')
      .notes('1.0.0', ['Lid.'])
      .facts(),
    expect: { state: 'not-applicable', because: 'No change of this window says that it breaks anything.' },
  },
];
