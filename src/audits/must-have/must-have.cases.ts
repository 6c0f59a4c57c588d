/** Cases of must-have: clearly over the bar, over it by chance, under it, too few, and no round at all. */
import { closed, type RoundsTold } from '../rounds-story.ts';
import type { Case } from '../run-cases.ts';

function missed(day: string, value: number, n: number, low: number, high: number) {
  return closed(day, { mustHave: { value, n, interval: { low, high } } });
}

export const cases: readonly Case<RoundsTold>[] = [
  {
    name: 'the whole interval lies over the bar',
    kind: 'passing',
    facts: { rounds: [missed('2026-03-01', 0.6, 100, 0.5, 0.7)] },
    expect: {
      ...{ n: 100, value: 0.6, evidence: ['round:2026-03-01'] },
      says: 'Of 100 customers 60 % would be very disappointed without it; clearly over 40 %.',
    },
  },
  {
    name: 'over the bar, and chance would do that',
    kind: 'passing',
    facts: { rounds: [missed('2026-03-01', 0.45, 40, 0.29, 0.62)] },
    expect: { says: 'Of 40 customers 45 % would be very disappointed without it; not clearly over 40 %.' },
  },
  {
    name: 'the newest round counts, and it lies under the bar',
    kind: 'failing',
    facts: {
      rounds: [missed('2025-11-01', 0.6, 100, 0.5, 0.7), missed('2026-03-01', 0.2, 60, 0.1, 0.32)],
    },
    expect: { n: 60, says: 'Of 60 customers 20 % would be very disappointed without it; clearly under 40 %.' },
  },
  {
    name: 'twenty answers are no direction yet',
    kind: 'absent',
    facts: { rounds: [missed('2026-03-01', 0.5, 20, 0.28, 0.72)] },
    expect: { n: 20 },
  },
  {
    name: 'too few customers answered to be shown',
    kind: 'absent',
    facts: { rounds: [closed('2026-03-01')] },
    expect: {
      state: 'not-applicable',
      because: 'No round that closed in this window shows what customers would miss.',
    },
  },
  {
    name: 'a round that closed after the window does not exist yet',
    kind: 'absent',
    facts: { rounds: [missed('2026-07-02', 0.6, 100, 0.5, 0.7)] },
    expect: { state: 'not-applicable' },
  },
  {
    name: 'nobody was asked',
    kind: 'absent',
    facts: { rounds: [] },
    expect: {
      state: 'not-collected',
      because: 'No round of the Mirror Test was closed: `bifocal mirror open`.',
    },
  },
];
