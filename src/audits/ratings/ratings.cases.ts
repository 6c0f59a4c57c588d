/** Cases of ratings: loved, not loved, and no stars. */
import type { Case } from '../run-cases.ts';
import { type VoicesTold, voices } from '../voices-story.ts';

function rated(...stars: readonly number[]): VoicesTold {
  const told = voices();
  for (const [index, each] of stars.entries()) told.asks('2026-03-01', `p${index}`, { kind: 'review', stars: each });
  return told.facts();
}

const thirty = (stars: number) => Array.from({ length: 30 }, () => stars);

export const cases: readonly Case<VoicesTold>[] = [
  {
    name: 'nearly all give five',
    kind: 'passing',
    facts: rated(...thirty(5), 1),
    expect: {
      n: 31,
      evidence: ['t31'],
      says: '4.9 stars on average from 31 people; 97 % gave five, 3 % one.',
    },
  },
  {
    name: 'half give one',
    kind: 'failing',
    facts: rated(...thirty(5), ...thirty(1)),
    expect: { n: 60, value: 3, says: '3.0 stars on average from 60 people; 50 % gave five, 50 % one.' },
  },
  {
    name: 'one who writes thirty times with one star is one person',
    kind: 'passing',
    facts: (() => {
      const told = voices();
      for (const [index, each] of thirty(5).entries()) told.asks('2026-03-01', `p${index}`, { stars: each });
      for (const each of thirty(1)) told.asks('2026-04-01', 'gareth', { stars: each });
      return told.facts();
    })(),
    expect: { n: 31, says: '4.9 stars on average from 31 people; 97 % gave five, 3 % one.' },
  },
  {
    name: 'of one thing the newest rating counts, of two things both do',
    kind: 'absent',
    facts: voices()
      .asks('2026-03-01', 'ann', { stars: 1, line: 'lamp', id: 'old' })
      .asks('2026-04-01', 'ann', { stars: 5, line: 'lamp', id: 'new' })
      .asks('2026-05-01', 'ann', { stars: 2, line: 'kettle', id: 'other' })
      .facts(),
    expect: { n: 1, value: 3.5, evidence: ['other', 'new'] },
  },
  { name: 'a few are a list', kind: 'absent', facts: rated(4, 2), expect: { n: 2, value: 3 } },
  {
    name: 'issues carry no stars',
    kind: 'absent',
    facts: voices().asks('2026-03-01', 'ann').facts(),
    expect: { state: 'not-collected', because: 'No reviews with stars were gathered.' },
  },
  {
    name: 'stars of other years are not of this one, and makers do not count',
    kind: 'absent',
    facts: voices()
      .asks('2024-03-01', 'ann', { stars: 5 })
      .asks('2026-03-01', 'mia', { stars: 5, side: 'maker' })
      .facts(),
    expect: { state: 'not-applicable', because: 'Nobody gave stars in this window.' },
  },
];
