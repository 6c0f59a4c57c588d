/** Cases of honest-closure: changes, duplicates and reasons, silence, nods, stale bots, and where nothing can be told. */
import type { Case } from '../run-cases.ts';
import { type VoicesTold, voices } from '../voices-story.ts';

const shipped = () => {
  const told = voices();
  return told.crowd(20, '2026-03-01', () => told.changed(5).closed(5));
};

export const cases: readonly Case<VoicesTold>[] = [
  {
    name: 'every closing has a change behind it',
    kind: 'passing',
    facts: shipped().facts(),
    expect: {
      n: 20,
      hits: 20,
      evidence: ['t1', 't1.change'],
      says: 'Of 20 closed asks, 20 by a change, 0 as duplicates, 0 with a reason; none without an outcome.',
    },
  },
  {
    name: 'a bot that closes what is old gives no outcome, whatever was said before',
    kind: 'failing',
    facts: (() => {
      const told = shipped();
      return told.crowd(30, '2026-04-01', () => told.answered(1).closed(20, { by: 'robot', side: 'bot' })).facts();
    })(),
    expect: {
      n: 50,
      hits: 20,
      evidence: ['t21'],
      says: 'Of 50 closed asks, 20 by a change, 0 as duplicates, 0 with a reason; 30 without an outcome.',
    },
  },
  {
    name: 'a reason in words is an outcome, and so it is for whoever asked the same',
    kind: 'absent',
    facts: voices()
      .asks('2026-03-01', 'ann')
      .answered(3)
      .closed(3, { reason: 'not_planned' })
      .asks('2026-03-02', 'ben')
      .closed(3, { original: 't1' })
      .facts(),
    expect: { n: 2, hits: 2, evidence: ['t1', 't1.1', 't2', 't1'] },
  },
  {
    name: 'a duplicate of what was closed in silence has no outcome either, however long the chain',
    kind: 'absent',
    facts: voices()
      .asks('2026-03-01', 'ann')
      .closed(3)
      .asks('2026-03-02', 'ben')
      .closed(3, { original: 't1' })
      .asks('2026-03-03', 'cleo')
      .closed(3, { original: 't2' })
      .facts(),
    expect: { n: 3, hits: 0, evidence: ['t1', 't2', 't1', 't3', 't1'] },
  },
  {
    name: 'a duplicate of what still waits, of what was not read or of itself by a roundabout way is not judged',
    kind: 'absent',
    facts: voices()
      .asks('2026-03-01', 'ann')
      .asks('2026-03-02', 'ben')
      .closed(3, { original: 't1' })
      .asks('2026-03-03', 'cleo')
      .closed(3, { duplicate: true })
      .asks('2026-03-04', 'dora')
      .closed(3, { original: 't5' })
      .asks('2026-03-05', 'emil')
      .closed(3, { original: 't4' })
      .facts(),
    expect: { n: 0, says: 'No closing could be judged: replies or the asks that they repeat were not read.' },
  },
  {
    name: 'a nod, a template and an old remark give no reason',
    kind: 'absent',
    facts: voices()
      .asks('2026-03-01', 'ann')
      .answered(3, { letters: 12 })
      .closed(3, { reason: 'completed' })
      .asks('2026-03-02', 'ben')
      .answered(3, { templated: true })
      .closed(3)
      .asks('2026-03-03', 'cleo')
      .answered(1)
      .closed(80)
      .facts(),
    expect: { n: 3, hits: 0 },
  },
  {
    name: 'whoever closes their own ask is left out',
    kind: 'absent',
    facts: voices().asks('2026-03-01', 'ann').closed(3, { by: 'ann', side: 'outsider' }).facts(),
    expect: { state: 'not-applicable' },
  },
  {
    name: 'a closing after the window has not happened in it',
    kind: 'absent',
    facts: voices('2026-08-01').asks('2026-06-20', 'ann').changed(20).closed(20).facts(),
    expect: { state: 'not-applicable', because: 'No ask of an outsider was closed in this window.' },
  },
  {
    name: 'without all replies a reason may have been missed, so nothing is said',
    kind: 'absent',
    facts: voices().asks('2026-03-01', 'ann', { read: false }).closed(3).asks('2026-03-02', 'ben').closed(2).facts(),
    expect: { n: 1, hits: 0 },
  },
];
