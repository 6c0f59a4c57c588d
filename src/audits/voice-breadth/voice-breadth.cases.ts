/** Cases of voice-breadth: many voices, one loud one, and none. */
import type { Case } from '../run-cases.ts';
import { type VoicesTold, voices } from '../voices-story.ts';

export const cases: readonly Case<VoicesTold>[] = [
  {
    name: 'thirty people write once each',
    kind: 'passing',
    facts: voices().crowd(30, '2026-03-01').facts(),
    expect: {
      n: 30,
      hits: 0,
      says: 'Nobody of 30 people stands out among 30 asks: like 30 equals, in issues alone.',
    },
  },
  {
    name: 'one person writes half of it',
    kind: 'failing',
    facts: (() => {
      const told = voices().crowd(10, '2026-03-01');
      for (let each = 0; each < 10; each += 1) told.asks('2026-04-01', 'zoe');
      return told.facts();
    })(),
    expect: {
      n: 20,
      hits: 10,
      evidence: ['t11'],
      says: 'The loudest of 11 people wrote 50 % of 20 asks, like 4 equals, in issues alone.',
    },
  },
  {
    name: 'channels are named; makers and bots are no customers',
    kind: 'absent',
    facts: voices()
      .asks('2026-03-01', 'ann', { kind: 'review' })
      .asks('2026-03-02', 'ben')
      .asks('2026-03-03', 'mia', { side: 'maker' })
      .asks('2026-03-04', 'robot', { side: 'bot' })
      .facts(),
    expect: {
      n: 2,
      says: 'Nobody of 2 people stands out among 2 asks: like 2 equals, in issues and reviews alone.',
    },
  },
  {
    name: 'without feedback nothing is said',
    kind: 'absent',
    facts: voices().facts(),
    expect: { state: 'not-collected', because: 'No issues and no reviews were gathered.' },
  },
  {
    name: 'a year in which nobody wrote has nobody who is loud',
    kind: 'absent',
    facts: voices().asks('2024-03-01', 'ann').facts(),
    expect: { state: 'not-applicable', because: 'Nobody outside wrote in this window.' },
  },
];
