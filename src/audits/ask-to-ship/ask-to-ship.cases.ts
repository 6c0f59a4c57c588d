/** Cases of ask-to-ship: answered soon, left open, closed in silence, declined, taken back, asked twice, and kinds that no change can name. */
import type { Repeats } from '#facts/voice-values.ts';
import type { Case } from '../run-cases.ts';
import { type VoicesTold, voices } from '../voices-story.ts';

interface Told extends VoicesTold {
  readonly repeats: Repeats;
}

const facts = (told: ReturnType<typeof voices>, of: readonly (readonly [number, number])[] = []): Told => {
  return { ...told.facts(), repeats: { of: new Map(of) } };
};

const answered = () => {
  const told = voices();
  return told.crowd(20, '2025-09-01', () => told.changed(18).closed(18).shipped(20));
};

export const cases: readonly Case<Told>[] = [
  {
    name: 'everything asked for is out within three weeks',
    kind: 'passing',
    facts: facts(answered()),
    expect: {
      n: 20,
      value: 1,
      says: 'A release answered 100 % of 20 asks within half a year, half within 20 days.',
    },
  },
  {
    name: 'what stays open counts, and comes first',
    kind: 'failing',
    facts: facts(answered().crowd(60, '2025-10-01')),
    expect: {
      n: 80,
      value: 0.25,
      evidence: ['t21'],
      says: 'A release answered 25 % of 80 asks within half a year.',
    },
  },
  {
    name: 'an older ask that nobody answered is told beside the figure',
    kind: 'failing',
    facts: facts(
      voices()
        .asks('2023-03-01', 'ann')
        .crowd(20, '2025-09-01')
        .asks('2025-09-03', 'ben')
        .changed(3)
        .closed(3)
        .shipped(4),
    ),
    expect: {
      n: 21,
      says: 'A release answered 5 % of 21 asks within half a year; 1 older one is still open.',
    },
  },
  {
    name: 'declined is not answered; closed in silence or taken back is no longer known',
    kind: 'absent',
    facts: facts(
      voices()
        .asks('2026-03-02', 'ann')
        .closed(5, { declined: true })
        .asks('2026-04-01', 'ben')
        .closed(6)
        .asks('2026-05-01', 'cleo')
        .closed(7, { by: 'cleo', side: 'outsider' })
        .asks('2026-05-31', 'dan')
        .changed(8)
        .closed(8)
        .shipped(9),
    ),
    expect: { n: 4, times: ['120+', '7+', '6+', '9'] },
  },
  {
    name: 'a change that landed and waits for a release has answered nobody yet',
    kind: 'absent',
    facts: facts(voices().asks('2026-05-31', 'ann').changed(8).closed(8)),
    expect: { n: 1, times: ['30+'] },
  },
  {
    name: 'two who ask the same are one ask, from the first on',
    kind: 'absent',
    facts: facts(
      voices()
        .asks('2026-04-01', 'ann')
        .closed(2, { duplicate: true })
        .asks('2026-04-11', 'ben')
        .changed(9)
        .closed(9)
        .shipped(10),
      [[0, 1]],
    ),
    expect: { n: 1, times: ['20'] },
  },
  {
    name: 'reviews, which no change can name, are not judged',
    kind: 'absent',
    facts: facts(
      voices().asks('2026-05-31', 'ann').changed(8).closed(8).shipped(8).asks('2026-04-01', 'ben', { kind: 'review' }),
    ),
    expect: { n: 1, times: ['8'] },
  },
  {
    name: 'where no change names an ask nothing can be told',
    kind: 'absent',
    facts: facts(voices().asks('2026-04-01', 'ann')),
    expect: {
      state: 'not-collected',
      because: 'No change names an ask, so which release answered it is not known.',
    },
  },
  {
    name: 'without changes read beside it nothing can be told',
    kind: 'absent',
    facts: facts(voices().asks('2026-04-01', 'ann').but({ linked: false })),
    expect: { state: 'not-collected', because: 'No changes with releases were read beside the threads.' },
  },
];
