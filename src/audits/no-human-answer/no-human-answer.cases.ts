/** Cases of no-human-answer: all answered, many silent, closed in silence, and where nothing can be told. */
import type { Case } from '../run-cases.ts';
import { type VoicesTold, voices } from '../voices-story.ts';

const answered = () => {
  const told = voices();
  return told.crowd(20, '2026-03-01', () => told.answered(40));
};

export const cases: readonly Case<VoicesTold>[] = [
  {
    name: 'everybody has an answer, however late',
    kind: 'passing',
    facts: answered().facts(),
    expect: { n: 20, hits: 0, says: 'Every one of 20 asks older than 30 days has a human answer.' },
  },
  {
    name: 'half wait, the oldest first, and one was closed in silence',
    kind: 'failing',
    facts: answered().crowd(19, '2026-04-01').asks('2026-05-01', 'zoe').closed(3).facts(),
    expect: {
      n: 40,
      hits: 20,
      evidence: ['t21', 't22'],
      says: '20 of 40 asks older than 30 days have no human answer yet; 1 was closed without one.',
    },
  },
  {
    name: 'a month has not passed yet',
    kind: 'absent',
    facts: voices().asks('2026-06-10', 'ann').facts(),
    expect: { state: 'not-applicable', because: 'No ask of this window is older than 30 days.' },
  },
  {
    name: 'a review that asks nothing waits for nobody',
    kind: 'absent',
    facts: voices()
      .asks('2026-03-01', 'ann', { kind: 'review', asks: false })
      .asks('2026-03-02', 'ben', { kind: 'review' })
      .facts(),
    expect: { n: 1, hits: 1, evidence: ['t2'] },
  },
  {
    name: 'one that waits is said as one',
    kind: 'absent',
    facts: voices().asks('2026-03-01', 'ann').facts(),
    expect: { n: 1, hits: 1, says: '1 of 1 ask older than 30 days has no human answer yet.' },
  },
  {
    name: 'bots and templates answer nobody, and who solved it alone does not wait',
    kind: 'absent',
    facts: voices()
      .asks('2026-03-01', 'ann')
      .answered(1, { side: 'bot' })
      .asks('2026-03-02', 'ben')
      .answered(1, { templated: true })
      .asks('2026-03-03', 'cleo')
      .closed(2, { by: 'cleo', side: 'outsider' })
      .facts(),
    expect: { n: 2, hits: 2 },
  },
  {
    name: 'an answer after the window does not exist in it',
    kind: 'absent',
    facts: voices('2026-08-01').asks('2026-05-01', 'ann').answered(70).facts(),
    expect: { n: 1, hits: 1 },
  },
  {
    name: 'silence is not told of threads whose replies were not all read',
    kind: 'absent',
    facts: voices().asks('2026-03-01', 'ann', { read: false }).facts(),
    expect: { state: 'not-collected', because: 'Feedback was gathered, but not all replies to it.' },
  },
];
