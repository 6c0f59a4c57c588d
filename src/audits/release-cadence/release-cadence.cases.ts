/** Cases of release-cadence: weekly, yearly, side packages, bots and rest. */
import type { Case } from '../run-cases.ts';
import { story } from '../story.ts';

const weekly = [
  ...['2026-04-14', '2026-04-21', '2026-04-28', '2026-05-05'],
  ...['2026-05-12', '2026-05-19', '2026-05-26', '2026-06-02'],
];
const sevens = ['7', '7', '7', '7', '7', '7', '7'];

function releasedOn(days: readonly string[]) {
  const told = story();
  for (const [index, day] of days.entries()) told.change(day, `Part ${index}`).release(`1.${index}.0`, day);
  return told;
}

export const cases: readonly Case<ReturnType<ReturnType<typeof story>['facts']>>[] = [
  {
    name: 'a release each week lies seven days from the next, and the last gap still runs',
    kind: 'passing',
    facts: releasedOn(weekly).facts(),
    expect: {
      n: 8,
      times: ['28+', ...sevens],
      value: 7,
      evidence: ['r1.7.0'],
      says: 'Half of the gaps between release days are at most 7 days; the present one has lasted 28 days.',
    },
  },
  {
    name: 'releases six weeks apart are far apart, counted from the one before the window',
    kind: 'failing',
    facts: releasedOn([
      ...['2025-05-01', '2025-07-30', '2025-09-10', '2025-10-20', '2025-12-01'],
      ...['2026-01-10', '2026-02-20', '2026-04-05', '2026-06-29'],
    ]).facts(),
    expect: { n: 9, times: ['90', '85', '44', '42', '42', '41', '40', '40', '1+'], value: 42 },
  },
  {
    name: 'releases of one day are one release day, and pre-releases are none',
    kind: 'passing',
    facts: releasedOn([...weekly, '2026-06-02'])
      .change('2026-06-08', 'Try it')
      .release('2.0.0-beta.1', '2026-06-08', { pre: true })
      .facts(),
    expect: { n: 8, times: ['28+', ...sevens] },
  },
  {
    name: 'a release with nothing but what a bot did is no release day',
    kind: 'passing',
    facts: releasedOn(weekly)
      .change('2026-06-09', 'Bump a dependency', { bot: true })
      .release('1.7.1', '2026-06-09')
      .facts(),
    expect: { times: ['28+', ...sevens] },
  },
  {
    name: 'a side package adds no release days to the main line',
    kind: 'passing',
    facts: releasedOn(weekly)
      .change('2026-06-09', 'Add a starter')
      .release('0.2.0', '2026-06-09', { line: 'create-app' })
      .facts(),
    expect: { times: ['28+', ...sevens] },
  },
  {
    name: 'a release known by its notes alone counts',
    kind: 'passing',
    facts: releasedOn(weekly).release('1.8.0', '2026-06-09', { tagged: false }).facts(),
    expect: { times: ['21+', '7', ...sevens], value: 7 },
  },
  {
    name: 'what was released after the window does not exist in it',
    kind: 'passing',
    facts: releasedOn([...weekly, '2026-07-14']).facts(),
    expect: { times: ['28+', ...sevens] },
  },
  {
    name: 'seven gaps are one too few: an interval of a median wait holds from eight on',
    kind: 'absent',
    facts: releasedOn(weekly.slice(1)).facts(),
    expect: { n: 7, times: ['28+', ...sevens.slice(1)] },
  },
  {
    name: 'two releases a year are too few for a figure',
    kind: 'absent',
    facts: releasedOn(['2025-09-01', '2026-03-01']).facts(),
    expect: { n: 2, times: ['181', '121+'], value: 181 },
  },
  {
    name: 'tags that cannot be read as versions are not collected',
    kind: 'absent',
    facts: story().change('2026-05-05', 'Part').untagged('12 tags could not be read as versions.').facts(),
    expect: { state: 'not-collected', because: '12 tags could not be read as versions.' },
  },
  {
    name: 'a finished product at rest is not asked how fast it is',
    kind: 'absent',
    facts: releasedOn(['2023-03-01', '2023-04-01']).facts(),
    expect: { state: 'not-applicable', because: 'Nothing was finished in this window, so nothing waits.' },
  },
  {
    name: 'a quiet product with a change that never left is asked',
    kind: 'absent',
    facts: releasedOn(['2023-03-01', '2023-04-01']).change('2023-05-01', 'Left behind').facts(),
    expect: {
      n: 1,
      times: ['1186+'],
      value: null,
      says: 'The gaps between release days are too few or too long to tell; the present one has lasted 1,186 days.',
    },
  },
];
