/** Cases of outsider-parity: taken alike, left lying, too few of the team's own, and where nothing can be told. */
import { DAY } from '#core/time.ts';
import type { Side, Threads } from '#facts/voice-values.ts';
import type { Case } from '../run-cases.ts';
import { on } from '../story.ts';
import { type VoicesTold, voices } from '../voices-story.ts';

type Pull = Threads['pulls'][number];

/** So many, one a day, of which the first so many are merged after so many days. */
function offered(count: number, side: Side, merged: number, days = 3, from = '2026-03-01'): readonly Pull[] {
  return Array.from({ length: count }, (_, each) => {
    const at = on(from) + each * DAY;
    return {
      ...{ id: `${side}${each + 1}`, origin: 'tracker', thread: `${side}/${each}`, at, side, person: each },
      ...{ mergedAt: each < merged ? at + days * DAY : null, until: on('2026-06-30'), outsiderSpeaks: null },
      ...{ wording: 0, closes: [], commit: -1 },
    };
  });
}

const told = (...pulls: readonly (readonly Pull[])[]) => voices().but({ pulls: pulls.flat() });

export const cases: readonly Case<VoicesTold>[] = [
  {
    name: 'theirs land like the team’s own',
    kind: 'passing',
    facts: told(offered(20, 'outsider', 16), offered(40, 'maker', 32)).facts(),
    expect: {
      ...{ n: 20, hits: 16, evidence: ['outsider17'] },
      says: 'Of 20 outside pull requests 80 % landed within 30 days; of the team’s 80 %, perhaps chance.',
    },
  },
  {
    name: 'theirs are left lying',
    kind: 'failing',
    facts: told(offered(20, 'outsider', 4), offered(40, 'maker', 36)).facts(),
    expect: {
      ...{ n: 20, hits: 4 },
      says: 'Of 20 outside pull requests 20 % landed within 30 days; of the team’s 90 %, clearly more.',
    },
  },
  {
    name: 'after forty days is no longer within a month',
    kind: 'failing',
    facts: told(offered(20, 'outsider', 20, 40), offered(20, 'maker', 20)).facts(),
    expect: { n: 20, hits: 0 },
  },
  {
    name: 'the team’s own are too few to stand beside',
    kind: 'passing',
    facts: told(offered(20, 'outsider', 18), offered(19, 'maker', 2), offered(30, 'bot', 30)).facts(),
    expect: {
      n: 20,
      says: 'Of 20 outside pull requests 90 % landed within 30 days; the team’s own are too few.',
    },
  },
  {
    name: 'a month has not passed yet',
    kind: 'absent',
    facts: told(offered(5, 'outsider', 5, 1, '2026-06-10')).facts(),
    expect: {
      state: 'not-applicable',
      because: 'No pull request from outside in this window is older than 30 days.',
    },
  },
  {
    name: 'a source that does not tell merges says nothing',
    kind: 'absent',
    facts: told(offered(20, 'outsider', 0), offered(20, 'maker', 0)).facts(),
    expect: { state: 'not-collected', because: 'Which pull requests were merged was not gathered.' },
  },
  {
    name: 'nothing tells who the makers are',
    kind: 'absent',
    facts: told(offered(20, 'unknown', 9))
      .but({ pulls: offered(20, 'unknown', 9), makers: 'unknown' })
      .facts(),
    expect: { state: 'not-collected', because: 'Nothing tells the makers from those who offer work.' },
  },
  {
    name: 'without pull requests nothing is said',
    kind: 'absent',
    facts: voices().asks('2026-03-01', 'ann').facts(),
    expect: { state: 'not-collected', because: 'No pull requests were gathered.' },
  },
];
