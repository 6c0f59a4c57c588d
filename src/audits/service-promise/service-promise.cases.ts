/** Cases of service-promise: never scored; the promise is its own bar. */
import { claimed, type LedgerTold } from '../ledger-story.ts';
import type { Case } from '../run-cases.ts';
import { type VoicesTold, voices } from '../voices-story.ts';

type Told = LedgerTold & VoicesTold;

const HOURS = 3_600;
const promised = claimed()
  .claim('2025-01-01', 'open', { copy: 'help', within: 48 * HOURS })
  .facts();

export const cases: readonly Case<Told>[] = [
  {
    name: 'everybody hears within the time',
    kind: 'passing',
    facts: { ...promised, ...answeredAfter(1) },
    expect: { n: 20, value: 1, says: '20 of 20 asks heard from a person within the promised 2 days.' },
  },
  {
    name: 'a bot’s word does not count, nor an answer that comes later',
    kind: 'failing',
    facts: { ...promised, ...answeredAfter(3) },
    expect: {
      n: 20,
      hits: 0,
      evidence: ['t1', 'help'],
      says: '0 of 20 asks heard from a person within the promised 2 days.',
    },
  },
  {
    name: 'a nod in time with the answer after it keeps the promise, and is told',
    kind: 'passing',
    facts: { ...promised, ...nodded() },
    expect: {
      n: 20,
      value: 1,
      says: '20 of 20 asks heard from a person within the promised 2 days; 12 got a nod first.',
    },
  },
  {
    name: 'whoever asked yesterday may still hear in time',
    kind: 'absent',
    facts: { ...promised, ...voices('2026-06-30').asks('2026-06-29', 'ann').facts() },
    expect: { state: 'not-applicable', because: 'Nobody outside asked anything since it was promised.' },
  },
  {
    name: 'without a promise there is nothing to keep',
    kind: 'absent',
    facts: { ...claimed().claim('2025-01-01', 'open').facts(), ...answeredAfter(1) },
    expect: { state: 'not-applicable', because: 'No page promises an answer within a time.' },
  },
];

function answeredAfter(days: number): VoicesTold {
  const told = voices();
  return told.crowd(20, '2026-01-05', () => told.answered(0.01, { side: 'bot' }).answered(days)).facts();
}

function nodded(): VoicesTold {
  const told = voices();
  told.crowd(12, '2026-01-05', () => told.answered(0.1, { letters: 20 }).answered(9));
  return told.crowd(8, '2026-02-05', () => told.answered(0.1, { letters: 20 })).facts();
}
