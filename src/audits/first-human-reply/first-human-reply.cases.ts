/** Cases of first-human-reply: quick, slow, silent, bots and templates, and where nothing can be told. */
import type { Case } from '../run-cases.ts';
import { type VoicesTold, voices } from '../voices-story.ts';

const asked = (days: number) => {
  const told = voices();
  return told.crowd(20, '2026-03-01', () => told.answered(days));
};

export const cases: readonly Case<VoicesTold>[] = [
  {
    name: 'everybody hears from a person within six hours',
    kind: 'passing',
    facts: asked(0.25).facts(),
    expect: {
      n: 20,
      value: 0.25,
      says: 'Half of those who ask hear from a person within 6 hours; 100 % within a day.',
    },
  },
  {
    name: 'ten days are late',
    kind: 'failing',
    facts: asked(10).facts(),
    expect: { n: 20, value: 10, says: 'Half of those who ask hear from a person within 10 days; 0 % within a day.' },
  },
  {
    name: 'whoever waits is counted in, and comes first',
    kind: 'failing',
    facts: asked(0.25).crowd(30, '2026-04-01').facts(),
    expect: {
      n: 50,
      value: null,
      evidence: ['t21'],
      says: 'Less than half of those who asked have an answer from a person; 40 % within a day.',
    },
  },
  {
    name: 'a bot, a template, another customer and the asker themself are no answer',
    kind: 'absent',
    facts: voices()
      .asks('2026-06-20', 'ann')
      .answered(0.1, { side: 'bot' })
      .answered(0.2, { templated: true })
      .answered(0.3, { side: 'outsider', by: 'ben' })
      .answered(0.4, { side: 'maker', by: 'ann' })
      .answered(4)
      .facts(),
    expect: { n: 1, times: ['4'], evidence: ['t1', 't1.5'] },
  },
  {
    name: 'an answer after the window does not exist in it',
    kind: 'absent',
    facts: voices().asks('2026-06-20', 'ann').answered(12).facts(),
    expect: { n: 1, times: ['10+'] },
  },
  {
    name: 'whoever closes their own ask stops waiting',
    kind: 'absent',
    facts: voices().asks('2026-03-20', 'ann').closed(2, { by: 'ann', side: 'outsider' }).facts(),
    expect: { n: 1, times: ['2+'] },
  },
  {
    name: 'silence is not told of threads whose replies were not all read',
    kind: 'absent',
    facts: voices().asks('2026-06-20', 'ann', { read: false }).asks('2026-06-20', 'ben').answered(1).facts(),
    expect: { n: 1, times: ['1'] },
  },
  {
    name: 'what is known only up to March is censored there',
    kind: 'absent',
    facts: voices('2026-03-31').asks('2026-03-21', 'ann').facts(),
    expect: { n: 1, times: ['10+'] },
  },
  {
    name: 'a dump that ends before the window says nothing of it',
    kind: 'absent',
    facts: voices('2021-11-30').asks('2021-03-21', 'ann').facts(),
    expect: {
      state: 'not-collected',
      because: 'What customers say is known up to 2021-11-30; read at that day to hear it.',
    },
  },
  {
    name: 'makers asking themselves are nobody who waits',
    kind: 'absent',
    facts: voices().asks('2026-03-21', 'mia', { side: 'maker' }).facts(),
    expect: { state: 'not-applicable' },
  },
  {
    name: 'where nothing tells the makers, nobody can say who answered',
    kind: 'absent',
    facts: asked(1).but({ makers: 'unknown' }).facts(),
    expect: { state: 'not-collected', because: 'Nothing tells the makers from those who ask.' },
  },
  {
    name: 'without feedback nothing is said',
    kind: 'absent',
    facts: voices().facts(),
    expect: { state: 'not-collected', because: 'No issues and no reviews were gathered.' },
  },
];
