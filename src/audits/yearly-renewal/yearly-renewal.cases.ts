/** Cases of yearly-renewal: rebuilt, hardly touched, quiet since, young. */
import { type Window, windowUntil } from '#core/time.ts';
import type { Renewal } from '#facts/values.ts';
import type { Case } from '../run-cases.ts';
import { on, story, type Told } from '../story.ts';

/** So many files of 100 lines each, of which so many lines went. */
function files(count: number, gone: number): Renewal['files'] {
  return Array.from({ length: count }, (_, index) => ({
    path: `src/part${index}.ts`,
    area: 'product' as const,
    stood: 100,
    gone,
    added: 10,
  }));
}

const others: Renewal['files'] = [
  { path: 'README.md', area: 'telling', stood: 500, gone: 500, added: 0 },
  { path: 'test/app.ts', area: 'upkeep', stood: 900, gone: 900, added: 0 },
  { path: 'src/new.ts', area: 'product', stood: 0, gone: 0, added: 400 },
];

function week(to: string, gone: number): Renewal['weeks'][number] {
  return { to: on(to), product: { gone, added: 0 }, telling: { gone: 0, added: 0 } };
}

const half: Window = windowUntil(on('2026-06-30'), 26 * 7 * 86_400_000);

export const cases: readonly Case<Told>[] = [
  {
    name: 'a third of what stood a year ago is gone; docs, tests and new files do not count',
    kind: 'passing',
    facts: story()
      .renewed('2025-07-01', '2026-06-30', [...files(40, 33), ...others])
      .facts(),
    expect: {
      n: 40,
      value: 0.33,
      evidence: ['renewal'],
      says: 'Of what stood a year ago, in 40 files, 33 % is gone or replaced.',
    },
  },
  {
    name: 'slight updates leave the core as it was',
    kind: 'failing',
    facts: story().renewed('2025-07-01', '2026-06-30', files(40, 2)).facts(),
    expect: { n: 40, value: 0.02 },
  },
  {
    name: 'a product that is quiet for half a year renewed only what it did within the window',
    kind: 'failing',
    facts: story()
      .renewed('2025-01-02', '2025-12-31', files(40, 20), [week('2025-03-01', 600), week('2025-12-01', 200)])
      .facts(),
    expect: { value: 0.05 },
  },
  {
    name: 'twenty files are too few',
    kind: 'absent',
    facts: story().renewed('2025-07-01', '2026-06-30', files(20, 33)).facts(),
    expect: { n: 20 },
  },
  {
    name: 'a product younger than a year has nothing that stood',
    kind: 'absent',
    facts: story().renewed('2026-02-01', '2026-06-30', files(40, 33)).facts(),
    expect: { state: 'not-applicable', because: 'Nothing stood a year ago: the history is younger than that.' },
  },
  {
    name: 'half a year is not what was measured',
    kind: 'absent',
    facts: story().renewed('2025-07-01', '2026-06-30', files(40, 33)).facts(),
    window: half,
    expect: { state: 'not-collected', because: 'Renewal is measured for the newest 52 weeks only.' },
  },
  {
    name: 'an earlier window is not what was measured',
    kind: 'absent',
    facts: story().renewed('2025-07-01', '2026-06-30', files(40, 33)).facts(),
    window: windowUntil(on('2026-06-01')),
    expect: { state: 'not-collected', because: 'Renewal is measured for the newest 52 weeks only.' },
  },
  {
    name: 'where the text of files is absent nothing is said',
    kind: 'absent',
    facts: story().facts(),
    expect: { state: 'not-collected', because: 'No blobs are here.' },
  },
];
