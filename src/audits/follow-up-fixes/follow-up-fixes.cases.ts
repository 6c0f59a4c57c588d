/** Cases of follow-up-fixes: repairs by patch and by revert, and what looks like one and is none. */
import type { Case } from '../run-cases.ts';
import { story, type Told } from '../story.ts';

/** Releases a fortnight apart, each with a file of its own, each named by its ordinal. */
function fortnightly(count: number) {
  const told = story();
  for (let index = 0; index < count; index += 1) {
    const day = new Date(Date.UTC(2026, 0, 5 + 14 * index)).toISOString().slice(0, 10);
    told
      .change(day, `Part ${index}`, { id: `part${index}`, files: [`src/part${index}.ts`] })
      .release(`1.${index}.0`, day);
  }
  return told;
}

/** The eleventh of those releases came out on 25 May 2026. */
const ten = () => fortnightly(10);

export const cases: readonly Case<Told>[] = [
  {
    name: 'no release is followed by a repair',
    kind: 'passing',
    facts: ten().facts(),
    expect: { n: 10, hits: 0, value: 0, says: 'None of 10 releases needed a repair within a week.' },
  },
  {
    name: 'a patch of the same series within a week that fixes the same file is a repair',
    kind: 'passing',
    facts: ten()
      .change('2026-05-13', 'Fix part 9', { id: 'fix', kind: 'fix', files: ['src/part9.ts'] })
      .release('1.9.1', '2026-05-14')
      .facts(),
    expect: {
      n: 11,
      hits: 1,
      evidence: ['r1.9.0', 'r1.9.1', 'fix'],
      says: '1 of 11 releases needed a repair within a week.',
    },
  },
  {
    name: 'a commit that takes back what a release brought is a repair, released or not, by a short sha too',
    kind: 'passing',
    facts: ten()
      .change('2026-05-15', 'Revert "Part 9"', {
        id: 'back',
        kind: 'revert',
        reverts: ['part9'],
        digits: 8,
        files: ['src/x.ts'],
      })
      .facts(),
    expect: { hits: 1, evidence: ['r1.9.0', 'back', 'part9'] },
  },
  {
    name: 'repairs after every second release are too many',
    kind: 'failing',
    facts: fortnightly(11)
      .change('2026-05-27', 'Fix 10', { kind: 'fix', files: ['src/part10.ts'] })
      .release('1.10.1', '2026-05-28')
      .change('2026-05-29', 'Fix 10 again', { kind: 'fix', files: ['src/part10.ts'] })
      .release('1.10.2', '2026-05-30')
      .change('2026-05-31', 'And again', { kind: 'fix', files: ['src/part10.ts'] })
      .release('1.10.3', '2026-06-01')
      .facts(),
    expect: { n: 14, hits: 3 },
  },
  {
    name: 'a fix of another file, a feature in the same file, and a fix after eight days are no repairs',
    kind: 'passing',
    facts: ten()
      .change('2026-05-12', 'Fix part 2', { kind: 'fix', files: ['src/part2.ts'] })
      .release('1.9.1', '2026-05-12')
      .change('2026-05-13', 'More of part 9', { files: ['src/part9.ts'] })
      .release('1.9.2', '2026-05-13')
      .change('2026-05-20', 'Fix part 9', { kind: 'fix', files: ['src/part9.ts'] })
      .release('1.9.3', '2026-05-20')
      .facts(),
    expect: { n: 13, hits: 1, evidence: ['r1.9.2', 'r1.9.3'] },
  },
  {
    name: "a bot's update, a fix that mostly lies elsewhere and one written before the release are no repairs",
    kind: 'passing',
    facts: ten()
      .change('2026-05-10', 'Fix part 9 early', { kind: 'fix', files: ['src/part9.ts'] })
      .change('2026-05-12', 'Update', { kind: 'fix', files: ['src/part9.ts'], bot: true })
      .change('2026-05-13', 'Fix it all', { kind: 'fix', files: ['src/part9.ts', 'src/part1.ts', 'src/part2.ts'] })
      .release('1.9.1', '2026-05-14')
      .facts(),
    expect: { n: 11, hits: 0 },
  },
  {
    name: 'a fix counts against the newest release that altered its files, not against each of the week',
    kind: 'passing',
    facts: ten()
      .change('2026-05-12', 'More of part 9', { files: ['src/part9.ts'] })
      .release('1.9.1', '2026-05-12')
      .change('2026-05-13', 'Fix part 9', { id: 'fix', kind: 'fix', files: ['src/part9.ts'] })
      .release('1.9.2', '2026-05-13')
      .facts(),
    expect: { n: 12, hits: 1, evidence: ['r1.9.1', 'r1.9.2', 'fix'] },
  },
  {
    name: 'a patch of an older series, or of another package, repairs nothing of this one',
    kind: 'passing',
    facts: ten()
      .change('2026-05-13', 'Fix part 9 of old', { kind: 'fix', files: ['src/part9.ts'], landed: null })
      .release('0.8.4', '2026-05-13')
      .change('2026-05-14', 'Fix part 9 here', { kind: 'fix', files: ['src/part9.ts'] })
      .release('1.9.1', '2026-05-14', { line: 'starter' })
      .facts(),
    expect: { n: 12, hits: 0 },
  },
  {
    name: 'packages tagged together are one release, whichever of them the changes are counted with',
    kind: 'passing',
    facts: ten()
      .release('0.3.0', '2026-05-11', { line: 'plugin' })
      .change('2026-05-13', 'Fix part 9', { id: 'fix', kind: 'fix', files: ['src/part9.ts'] })
      .release('0.3.1', '2026-05-14', { line: 'plugin' })
      .facts(),
    expect: { n: 11, hits: 1, evidence: ['r1.9.0', 'rplugin0.3.1', 'fix'] },
  },
  {
    name: 'releases of docs, and those younger than a week, are not judged; three are too few',
    kind: 'absent',
    facts: fortnightly(3)
      .change('2026-05-01', 'Say how', { kind: 'docs', files: ['README.md'] })
      .release('1.3.0', '2026-05-01')
      .change('2026-06-25', 'Young')
      .release('1.4.0', '2026-06-25')
      .facts(),
    expect: { n: 3, hits: 0 },
  },
  {
    name: 'a product without releases in the window is not asked',
    kind: 'absent',
    facts: story().change('2024-01-01', 'Finish').release('1.0.0', '2024-01-02').facts(),
    expect: { state: 'not-applicable' },
  },
  {
    name: 'without releases nothing is said',
    kind: 'absent',
    facts: ten().untagged('No tag names a version.').facts(),
    expect: { state: 'not-collected' },
  },
];
