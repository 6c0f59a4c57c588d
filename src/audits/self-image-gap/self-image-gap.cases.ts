/** Cases of self-image-gap: guessed too high, guessed well, guessed by the team, and not asked. */
import { apart, closed, type RoundsTold } from '../rounds-story.ts';
import type { Case } from '../run-cases.ts';

export const cases: readonly Case<RoundsTold>[] = [
  {
    name: 'leaders guess far too high',
    kind: 'failing',
    facts: { rounds: [closed('2026-03-01', { selfImage: { by: 'leaders', ...apart(70, 35, 14) } })] },
    expect: {
      ...{ n: 6, value: 0.35, evidence: ['round:2026-03-01'] },
      says: 'Leaders guess that 70 of 100 customers would be very disappointed; 35 say so, clearly apart.',
    },
  },
  {
    name: 'the team guesses nearly what customers say',
    kind: 'passing',
    facts: { rounds: [closed('2026-03-01', { selfImage: { by: 'team', ...apart(38.4, 35, 14) } })] },
    expect: {
      says: 'The team guesses that 38 of 100 customers would be very disappointed; 35 say so, perhaps by chance.',
    },
  },
  {
    name: 'customers were not asked',
    kind: 'absent',
    facts: { rounds: [closed('2026-03-01')] },
    expect: { state: 'not-applicable' },
  },
  {
    name: 'in an open round two people may be shown, and are too few for a figure',
    kind: 'absent',
    facts: { rounds: [closed('2026-03-01', { selfImage: { by: 'leaders', ...apart(70, 35, 90, [2, 20]) } })] },
    expect: { n: 2 },
  },
];
