/** Cases of kept-promises: never scored; `passing` were kept in time, `failing` were not. */
import type { PromiseMade } from '#facts/promise-values.ts';
import type { FactValues } from '#facts/values.ts';
import type { Case } from '../run-cases.ts';
import { on } from '../story.ts';

type Told = Pick<FactValues, 'claims' | 'promises'>;

interface Became {
  readonly due?: string | null;
  readonly kept?: string;
  readonly gone?: string;
  readonly touched?: string;
  readonly words?: readonly string[];
}

function told(all: readonly Became[], { known = true, read = true } = {}): Told {
  return {
    claims: { places: read ? [{ name: 'README.md', front: true, copies: [] }] : [] },
    promises: { known, all: all.map(made) },
  };
}

function made({ due = '2026-01-01', kept, gone, touched, words }: Became, place: number): PromiseMade {
  const said = (day: string | undefined, evidence: string) =>
    day === undefined ? null : { evidence: `${evidence}${place}`, at: on(day), text: '' };
  return {
    ...{ place: 'README.md', evidence: `p${place}`, at: on('2025-03-01'), text: '', line: place + 1 },
    ...{ due: due === null ? null : on(due), words: words ?? [`thing${place}`] },
    ...{ kept: said(kept, 'note'), touched: said(touched, 'change') },
    gone: gone === undefined ? null : { at: on(gone), instead: null },
  };
}

const inTime = { kept: '2025-12-01' };
const times = (count: number, one: Became) => Array.from({ length: count }, () => one);

export const cases: readonly Case<Told>[] = [
  {
    name: 'all that came due was kept in time',
    kind: 'passing',
    facts: told(times(6, inTime)),
    expect: { n: 6, value: 1, says: 'All of 6 promises that came due were kept in time.' },
  },
  {
    name: 'what is broken comes first; late is not in time; soon is told beside it',
    kind: 'failing',
    facts: told([...times(3, inTime), { kept: '2026-03-01' }, ...times(2, {}), { due: null }]),
    expect: {
      ...{ n: 6, hits: 3, evidence: ['p3', 'note3', 'p4', 'p5'] },
      says: '3 of 6 promises kept in time, 1 late, 2 without a sign; 1 more says “soon”.',
    },
  },
  {
    name: 'taken back in time, of another year, or the same on two pages does not count',
    kind: 'absent',
    facts: told([
      { gone: '2025-10-01' },
      { due: '2024-01-01' },
      { due: '2027-01-01' },
      { kept: '2025-12-01', words: ['map'] },
      { kept: '2025-12-01', words: ['map'] },
    ]),
    expect: { n: 1, hits: 1, says: 'All of 1 promise that came due was kept in time.' },
  },
  {
    name: 'work that speaks of it may be the thing: it cannot be told',
    kind: 'absent',
    facts: told([{ touched: '2025-11-01' }]),
    expect: { n: 0, says: 'Of the promises that came due, what became of them cannot be told.' },
  },
  {
    name: 'kept after the window is not kept by then',
    kind: 'failing',
    facts: told(times(5, { kept: '2026-09-01' })),
    expect: { n: 5, hits: 0, evidence: ['p0', 'p1'] },
  },
  {
    name: 'soon alone has no time that could come',
    kind: 'absent',
    facts: told([{ due: null }]),
    expect: {
      state: 'not-applicable',
      because: 'No promise came due in this window; 1 says “soon”, since March 2025.',
    },
  },
  {
    name: 'nothing promised',
    kind: 'absent',
    facts: told([]),
    expect: { state: 'not-applicable', because: 'No promise came due in this window.' },
  },
  {
    name: 'without anything that ships, kept cannot be told from broken',
    kind: 'absent',
    facts: told([inTime], { known: false }),
    expect: { state: 'not-collected', because: 'Nothing that ships was read beside the promises.' },
  },
  {
    name: 'no page was read',
    kind: 'absent',
    facts: told([], { read: false }),
    expect: { state: 'not-collected', because: 'No README or page was read.' },
  },
];
