/** Cases of listening-makers: most of them answer, nobody does, people who are not known, and where nothing can be told. */
import type { Case } from '../run-cases.ts';
import { story, type Told } from '../story.ts';
import { type VoicesTold, voices } from '../voices-story.ts';

type Facts = VoicesTold & Pick<Told, 'history' | 'work'>;

const NAMES = ['mia', 'max', 'mo', 'may', 'mel'];

/** Each of the makers lands a change; those named answer one ask each, and everybody else asks one. */
function team(listening: readonly string[], more: { bot?: boolean; strangers?: number; day?: string } = {}): Facts {
  const { bot = false, strangers = 0, day = '2026-04-01' } = more;
  const told = voices().asks('2026-03-01', 'ann');
  for (const name of NAMES) {
    if (listening.includes(name)) told.answered(2, { by: name });
    else told.asks('2026-03-02', name, { side: 'maker' }).asks('2026-03-03', 'ann');
  }
  told.asks('2026-03-04', 'ann').answered(1, { by: 'fan', side: 'outsider' });
  const shipped = story()
    .changes(NAMES.length + strangers, day, { bot })
    .facts();
  // Ann is the first who speaks, so makers are the persons after her; strangers come after everybody.
  const speaking = NAMES.length + 2;
  const commitBy = Int32Array.from({ length: NAMES.length + strangers }, (_, at) =>
    at < NAMES.length ? at + 1 : speaking + at,
  );
  const isMaker = Uint8Array.from({ length: speaking }, (_, person) => Number(person >= 1 && person <= NAMES.length));
  return { ...told.but({ commitBy, isMaker }).facts(), history: shipped.history, work: shipped.work };
}

export const cases: readonly Case<Facts>[] = [
  {
    name: 'four of five answer somebody',
    kind: 'passing',
    facts: team(['mia', 'max', 'mo', 'may']),
    expect: {
      ...{ n: 5, hits: 4 },
      says: '4 of 5 people who changed the product also answered customers; 80 % of the changes are theirs.',
    },
  },
  {
    name: 'nobody who builds answers anybody',
    kind: 'failing',
    facts: team([]),
    expect: { n: 5, hits: 0, says: 'None of 5 people who changed the product answered a customer.' },
  },
  {
    name: 'who was never seen to speak is not judged',
    kind: 'passing',
    facts: team(NAMES, { strangers: 3 }),
    expect: { n: 5, hits: 5 },
  },
  {
    name: 'programs change nothing as people do',
    kind: 'absent',
    facts: team(NAMES, { bot: true }),
    expect: { state: 'not-applicable', because: 'No change that users could notice landed in this window.' },
  },
  {
    name: 'changes of another year say nothing of this one',
    kind: 'absent',
    facts: team(NAMES, { day: '2024-04-01' }),
    expect: { state: 'not-applicable' },
  },
  {
    name: 'nobody who builds is known among those who speak',
    kind: 'absent',
    facts: (() => {
      const known = team(NAMES);
      return { ...known, threads: { ...known.threads, commitBy: Int32Array.from(NAMES, (_, at) => 50 + at) } };
    })(),
    expect: {
      state: 'not-collected',
      because: 'Nobody who changed the product is known among those who speak.',
    },
  },
  {
    name: 'without a history nothing is said',
    kind: 'absent',
    facts: (() => {
      const known = team(NAMES);
      return { ...known, history: { ...known.history, commits: [] } };
    })(),
    expect: { state: 'not-collected', because: 'No history of changes was read.' },
  },
];
