/** Cases of repeat-pain: nothing came back, much did, and what cannot be told yet. */
import type { Returned } from '#facts/need-values.ts';
import type { Case } from '../run-cases.ts';
import { on } from '../story.ts';
import { type VoicesTold, voices } from '../voices-story.ts';

interface Told extends VoicesTold {
  readonly returns: readonly Returned[];
}

/** So many asks that shipped ten days after they were opened; the first `back` of them came back. */
function answered(count: number, back: number, from = '2026-01-05'): Told {
  const { threads } = voices()
    .crowd(count, from, () => {})
    .facts();
  const shipped = threads.all.map((thread) => ({
    ...thread,
    shipped: { at: thread.at + 10 * 86_400_000, release: 0, version: '1.2.0', evidence: 'r1.2.0', noted: null },
  }));
  const returns = shipped.map((_, thread) => {
    const again = thread < back ? { id: `again ${thread}`, at: on('2026-03-01') } : null;
    return { thread, need: 'n', again };
  });
  return { threads: { ...threads, all: shipped }, returns };
}

export const cases: readonly Case<Told>[] = [
  {
    name: 'nothing was said again',
    kind: 'passing',
    facts: answered(20, 0),
    expect: {
      n: 20,
      hits: 0,
      says: 'Of 20 answered asks, none was found again within 90 days of its release.',
    },
  },
  {
    name: 'three in twenty came back, and these come first',
    kind: 'failing',
    facts: answered(20, 3),
    expect: {
      n: 20,
      hits: 3,
      evidence: ['again 0', 't1', 'r1.2.0'],
      says: 'Of 20 answered asks, somebody else said the same as 3 within 90 days of the release.',
    },
  },
  {
    name: 'fewer answered asks than a figure needs',
    kind: 'absent',
    facts: answered(4, 1),
    expect: { n: 4 },
  },
  {
    name: 'within a quarter it may still come back',
    kind: 'absent',
    facts: answered(12, 0, '2026-05-20'),
    expect: { state: 'not-applicable' },
  },
  {
    name: 'without changes beside the threads nobody knows what shipped',
    kind: 'absent',
    facts: { ...voices().asks('2026-03-01', 'ann').but({ linked: false }).facts(), returns: [] },
    expect: { state: 'not-collected', because: 'No changes with releases were read beside the threads.' },
  },
];
