/** Cases of unasked-features: never scored; `passing` were asked for, `failing` are bets. */
import type { Feature, Features, Subjects } from '#facts/need-values.ts';
import type { Case } from '../run-cases.ts';
import { on } from '../story.ts';
import { type VoicesTold, voices } from '../voices-story.ts';

type Facts = VoicesTold & { readonly features: Features; readonly subjects: Subjects };

const [GATE, LAMP] = [0, 1] as const;

interface Wished {
  readonly asked?: boolean;
  readonly day?: string;
  readonly about?: number;
}

/** Twenty people ask, all of them about the gate. */
function told(wished: readonly Wished[], { heardFrom = '2024-01-01', collected = true } = {}): Facts {
  const said = voices().crowd(20, '2025-08-01').asks('2025-09-09', 'ann').answered(1);
  const { threads } = said.facts();
  const all = wished.map(({ asked = false, day = '2026-03-01', about = GATE }, place): Feature => {
    const at = on(day) + place;
    return { id: `f${place}`, at, landedAt: at, asked: asked ? `ask${place}` : null, stems: [about] };
  });
  return {
    threads,
    subjects: {
      of: new Map(threads.all.map(({ id }) => [id, [GATE]])),
      ...{ spread: [threads.all.length, 0], figures: new Set(), numbers: new Map() },
    },
    features: {
      ...{ collected, because: collected ? null : 'No history of changes was read.', all, heardFrom: on(heardFrom) },
      written: new Map([
        [GATE, 'gate'],
        [LAMP, 'lamp'],
      ]),
    },
  };
}

const times = (count: number, one: Wished) => Array.from({ length: count }, () => one);

export const cases: readonly Case<Facts>[] = [
  {
    name: 'somebody had asked for each',
    kind: 'passing',
    facts: told(times(10, { asked: true })),
    expect: { n: 10, hits: 0, says: 'Somebody had asked for each of 10 features before it was built.' },
  },
  {
    name: 'bets come first; where their share of the work surely exceeds that of the asks, the subject is named',
    kind: 'failing',
    facts: told([...times(4, { asked: true }), ...times(8, { about: LAMP })]),
    expect: {
      ...{ n: 12, hits: 8, evidence: ['f4', 'f5'] },
      says: '8 of 12 features are bets: nobody is known to have asked before, most of all about “lamp”.',
    },
  },
  {
    name: 'what people speak of as much as the makers build is not named',
    kind: 'failing',
    facts: told(times(10, {})),
    expect: { n: 10, hits: 10, says: '10 of 10 features are bets: nobody is known to have asked before.' },
  },
  {
    name: 'a feature of another year, or of the first half year of voices, is not judged',
    kind: 'absent',
    facts: told([{ day: '2024-05-01' }, { day: '2025-09-01' }, { day: '2026-03-01' }], { heardFrom: '2025-06-01' }),
    expect: { n: 1, says: '1 of 1 feature is a bet: nobody is known to have asked before.' },
  },
  {
    name: 'voices were not read early enough',
    kind: 'absent',
    facts: told(times(10, {}), { heardFrom: '2026-02-01' }),
    expect: {
      state: 'not-collected',
      because: 'Voices were not read for half a year before any feature of this window.',
    },
  },
  {
    name: 'no feature landed',
    kind: 'absent',
    facts: told([]),
    expect: { state: 'not-applicable', because: 'No feature landed in this window.' },
  },
  {
    name: 'without a history nothing is said',
    kind: 'absent',
    facts: told([], { collected: false }),
    expect: { state: 'not-collected', because: 'No history of changes was read.' },
  },
];
