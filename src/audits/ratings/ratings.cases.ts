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
      says: '4.9 stars on average over 31 reviews; 97 % gave five, 3 % one.',
    },
  },
  {
    name: 'half give one',
    kind: 'failing',
    facts: rated(...thirty(5), ...thirty(1)),
    expect: { n: 60, value: 3, says: '3.0 stars on average over 60 reviews; 50 % gave five, 50 % one.' },
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
