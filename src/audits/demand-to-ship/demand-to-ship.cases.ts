/** Cases of demand-to-ship: the needs of many answered or left, one person with many asks, and where nothing can be told. */
import type { Needs } from '#facts/need-values.ts';
import type { Repeats } from '#facts/voice-values.ts';
import type { Case } from '../run-cases.ts';
import { type VoicesTold, voices } from '../voices-story.ts';

interface Told extends VoicesTold {
  readonly needs: Needs;
  readonly repeats: Repeats;
}

/** So many needs with one thread of each person; the first `answered` people of each have their ask shipped after 30 days. */
function asked(
  needs: number,
  people: number,
  answered: (need: number) => number,
  who = (need: number, one: number) => `p${need}.${one}`,
) {
  const told = voices();
  for (let need = 0; need < needs; need += 1) {
    for (let one = 0; one < people; one += 1) {
      told.asks('2025-11-01', who(need, one), { id: `n${need}.${one}` });
      if (one < answered(need)) told.changed(20).shipped(30);
    }
  }
  return told;
}

function facts(told: ReturnType<typeof voices>, more: Partial<Told> = {}): Told {
  const { threads } = told.facts();
  const groups = Map.groupBy(threads.all, ({ id }) => id.split('.')[0] as string);
  const all = [...groups].map(([id, own]) => ({
    ...{ id, theme: id, name: id, statement: null, bornAt: 0 },
    members: own.map((thread) => ({ evidence: thread.id, confidence: 1 })),
  }));
  return { threads, needs: { collected: true, all, unsorted: 0, setAside: 0 }, repeats: { of: new Map() }, ...more };
}

export const cases: readonly Case<Told>[] = [
  {
    name: 'nearly every need was answered for nearly everybody',
    kind: 'passing',
    facts: facts(asked(12, 4, (need) => (need < 11 ? 4 : 0))),
    expect: {
      n: 12,
      value: 11 / 12,
      evidence: ['n11.0', 'n11.1'],
      says: 'Over 12 needs, releases answered 92 % of the demand within half a year.',
    },
  },
  {
    name: 'one ask of each need was answered: a quarter of its people, not all of it',
    kind: 'failing',
    facts: facts(asked(12, 4, () => 1)),
    expect: { n: 12, value: 0.25 },
  },
  {
    name: 'one person with four asks in a need is one person there',
    kind: 'failing',
    facts: facts(
      asked(
        10,
        4,
        () => 1,
        (need) => `p${need}`,
      ),
    ),
    expect: { n: 10, value: 0.25 },
  },
  {
    name: 'what shipped after half a year came too late',
    kind: 'failing',
    facts: facts(
      Array.from({ length: 10 }).reduce<ReturnType<typeof voices>>(
        (told, _, need) =>
          told
            .asks('2025-09-01', `p${need}`, { id: `n${need}.0` })
            .changed(190)
            .shipped(200),
        voices(),
      ),
    ),
    expect: { n: 10, value: 0 },
  },
  {
    name: 'fewer needs than a figure needs',
    kind: 'absent',
    facts: facts(asked(3, 2, () => 2)),
    expect: { n: 3 },
  },
  {
    name: 'asks that have not had half a year are no demand yet',
    kind: 'absent',
    facts: facts(voices().asks('2026-05-01', 'ann', { id: 'n1.0' }).changed(5).shipped(9)),
    expect: { state: 'not-applicable' },
  },
  {
    name: 'without changes beside the threads nobody knows what shipped',
    kind: 'absent',
    facts: facts(voices().asks('2025-11-01', 'ann').but({ linked: false })),
    expect: { state: 'not-collected', because: 'No changes with releases were read beside the threads.' },
  },
];
