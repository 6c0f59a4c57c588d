/** Cases of loop-closure: told by a person, by a bot, in notes, not told, and where nothing can be told. */
import type { Case } from '../run-cases.ts';
import { type VoicesTold, voices } from '../voices-story.ts';

const shipped = (count: number, then: (told: ReturnType<typeof voices>) => void) => {
  const told = voices();
  return told.crowd(count, '2026-03-01', () => then(told.changed(5).closed(5).shipped(10)));
};

export const cases: readonly Case<VoicesTold>[] = [
  {
    name: 'everybody whose ask shipped was told by a person',
    kind: 'passing',
    facts: shipped(12, (told) => told.told(11)).facts(),
    expect: { n: 12, hits: 12, says: '12 of 12 asks that shipped were told: 12 by a person, 0 by a bot, 0 in notes.' },
  },
  {
    name: 'a few were told, by a bot and in notes; the others come first',
    kind: 'failing',
    facts: shipped(12, () => {})
      .asks('2026-04-01', 'zoe')
      .shipped(3)
      .told(4, 'bot')
      .asks('2026-04-02', 'yan')
      .shipped(3)
      .told(3, 'notes')
      .facts(),
    expect: {
      n: 14,
      hits: 2,
      evidence: ['t1', 'r1.2.0', 't2'],
      says: '2 of 14 asks that shipped were told: 0 by a person, 1 by a bot, 1 in notes.',
    },
  },
  {
    name: 'nobody was told',
    kind: 'failing',
    facts: shipped(12, () => {}).facts(),
    expect: { n: 12, hits: 0, says: 'None of 12 asks that shipped was told to whoever asked.' },
  },
  {
    name: 'what shipped within the last week has time to be told',
    kind: 'absent',
    facts: voices().asks('2026-06-01', 'ann').shipped(26).facts(),
    expect: { state: 'not-applicable' },
  },
  {
    name: 'whoever is told after the window is not told in it',
    kind: 'absent',
    facts: voices('2026-08-30').asks('2026-06-01', 'ann').shipped(10).told(40).facts(),
    expect: { n: 1, hits: 0 },
  },
  {
    name: 'without changes beside the threads nobody knows what shipped',
    kind: 'absent',
    facts: voices().asks('2026-06-01', 'ann').but({ linked: false }).facts(),
    expect: { state: 'not-collected', because: 'No changes with releases were read beside the threads.' },
  },
];
