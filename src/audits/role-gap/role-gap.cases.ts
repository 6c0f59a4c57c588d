/** Cases of role-gap: of one mind, far apart, and never shown apart. */
import { apart, closed, type RoundsTold } from '../rounds-story.ts';
import type { Case } from '../run-cases.ts';

export const cases: readonly Case<RoundsTold>[] = [
  {
    name: 'both see the same company',
    kind: 'passing',
    facts: { rounds: [closed('2026-03-01', { roles: { right: apart(7.2, 7, 1.5), missed: apart(50, 45, 20) } })] },
    expect: { says: 'Leaders give 7.2 of 10 for doing it right, staff 7; clearly apart on none of 2 questions.' },
  },
  {
    name: 'leaders find right what staff do not',
    kind: 'failing',
    facts: { rounds: [closed('2026-03-01', { roles: { right: apart(8, 4.5, 1.5), missed: apart(80, 45, 20) } })] },
    expect: {
      ...{ n: 6, value: 0.35 },
      says: 'Leaders give 8 of 10 for doing it right, staff 4.5; clearly apart on 2 of 2 questions.',
    },
  },
  {
    name: 'leaders were too few to stand apart',
    kind: 'absent',
    facts: { rounds: [closed('2026-03-01')] },
    expect: {
      state: 'not-applicable',
      because: 'No round that closed in this window shows leaders and staff apart on whether it is done right.',
    },
  },
  {
    name: 'nobody was asked',
    kind: 'absent',
    facts: { rounds: [] },
    expect: { state: 'not-collected' },
  },
];
