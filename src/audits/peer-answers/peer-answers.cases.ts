/** Cases of peer-answers: customers first, the team first, nods, bots, and where nothing can be told. */
import type { Case } from '../run-cases.ts';
import { type VoicesTold, voices } from '../voices-story.ts';

const helped = () => {
  const told = voices();
  return told.crowd(20, '2026-03-01', () => told.answered(1, { side: 'outsider', by: 'fan' }));
};

export const cases: readonly Case<VoicesTold>[] = [
  {
    name: 'a customer answers every ask before the team does',
    kind: 'passing',
    facts: helped().facts(),
    expect: {
      ...{ n: 20, hits: 20, evidence: ['t1', 't1.1'] },
      says: '20 of 20 asks had their first full answer from another customer; in 20 the team never wrote.',
    },
  },
  {
    name: 'the team is always first',
    kind: 'failing',
    facts: (() => {
      const told = voices();
      return told.crowd(20, '2026-03-01', () => told.answered(1).answered(2, { side: 'outsider', by: 'fan' })).facts();
    })(),
    expect: { n: 20, hits: 0, says: 'None of 20 asks had its first full answer from another customer.' },
  },
  {
    name: 'a nod, a program, the asker and a text that stands everywhere answer nobody',
    kind: 'absent',
    facts: voices()
      .asks('2026-03-01', 'ann')
      .answered(1, { side: 'outsider', by: 'fan', letters: 20 })
      .answered(2, { side: 'bot' })
      .answered(3, { side: 'outsider', by: 'ann' })
      .answered(4, { side: 'outsider', by: 'fan', templated: true })
      .facts(),
    expect: { n: 1, hits: 0 },
  },
  {
    name: 'one ask is said as one, and the team may come later',
    kind: 'absent',
    facts: voices().asks('2026-03-01', 'ann').answered(1, { side: 'outsider', by: 'fan' }).answered(2).facts(),
    expect: { n: 1, hits: 1, says: '1 of 1 ask had its first full answer from another customer.' },
  },
  {
    name: 'a month has not passed yet',
    kind: 'absent',
    facts: voices().asks('2026-06-10', 'ann').facts(),
    expect: { state: 'not-applicable', because: 'No ask of this window is older than 30 days.' },
  },
  {
    name: 'nothing is told of threads whose replies were not all read',
    kind: 'absent',
    facts: voices().asks('2026-03-01', 'ann', { read: false }).facts(),
    expect: { state: 'not-collected', because: 'Feedback was gathered, but not all replies to it.' },
  },
];
