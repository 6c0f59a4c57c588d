/** Cases of open-ask-age: young and old asks, people who joined, what is closed, and where nothing is open. */
import type { Case } from '../run-cases.ts';
import { type VoicesTold, voices } from '../voices-story.ts';

export const cases: readonly Case<VoicesTold>[] = [
  {
    name: 'everybody asked this month',
    kind: 'passing',
    facts: voices().crowd(20, '2026-06-01').facts(),
    expect: { n: 20, value: 19.5 },
  },
  {
    name: 'asks of two years ago are still open, the oldest first',
    kind: 'failing',
    facts: voices().crowd(30, '2024-06-01').crowd(10, '2026-06-01').facts(),
    expect: { n: 40, evidence: ['t1', 't2'] },
  },
  {
    name: 'who joins an ask waits from that day; makers and the asker do not count again',
    kind: 'absent',
    facts: voices()
      .asks('2026-06-10', 'ann')
      .answered(10, { side: 'outsider', by: 'ben' })
      .answered(11, { side: 'outsider', by: 'ben' })
      .answered(12, { side: 'outsider', by: 'ann' })
      .answered(13)
      .facts(),
    expect: { n: 2, value: 15 },
  },
  {
    name: 'what is closed waits no more, and a review was never open',
    kind: 'absent',
    facts: voices().asks('2026-03-01', 'ann').closed(3).asks('2026-03-02', 'ben', { kind: 'review' }).facts(),
    expect: { state: 'not-applicable', because: 'No ask of an outsider is open.' },
  },
  {
    name: 'what was closed after the end was open then',
    kind: 'absent',
    facts: voices('2026-06-30').asks('2026-06-20', 'ann').closed(40).facts(),
    expect: { n: 1, value: 10 },
  },
  {
    name: 'nothing was gathered',
    kind: 'absent',
    facts: voices().facts(),
    expect: { state: 'not-collected', because: 'No issues and no reviews were gathered.' },
  },
];
