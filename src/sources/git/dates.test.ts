/** Which dates are mended, and to what: years in a row of commits, oldest first. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mendDates } from './dates.ts';
import { Graph } from './log-graph.ts';

function sha(commit: number): string {
  return commit.toString(16).padStart(40, '0');
}

/** Years, mended ones marked; commits given parents first. */
function mend(commits: readonly { year: number; parents: readonly number[] }[]): string[] {
  const graph = new Graph();
  for (const [at, { year, parents }] of [...commits.entries()].reverse()) {
    graph.push(Buffer.from(`${Math.max(0, Date.UTC(year, 5, 1) / 1000)} ${[at, ...parents].map(sha).join(' ')}\n`));
  }
  const dates = mendDates(graph);
  return commits.map((_, at) => {
    const commit = graph.find(sha(at));
    return `${new Date(dates.at[commit] as number).getUTCFullYear()}${dates.mended[commit] === 1 ? '*' : ''}`;
  });
}

function row(...years: number[]): string[] {
  return mend(years.map((year, at) => ({ year, parents: at === 0 ? [] : [at - 1] })));
}

test('ordinary dates stand, also when clocks differ a little', () => {
  expect(row(2005, 2007, 2006, 2024)).toEqual(['2005', '2007', '2006', '2024']);
});

test('an unset clock takes the time of the commit before', () => {
  expect(row(2010, 1970, 2011)).toEqual(['2010', '2010*', '2011']);
});

test('a clock in the future takes the time of the commit before, for as long as it goes wrong', () => {
  expect(row(2010, 2099, 2099, 2011)).toEqual(['2010', '2010*', '2010*', '2011']);
  expect(row(2010, 2011, 2099)).toEqual(['2010', '2011', '2011*']);
});

test('a first commit with a wrong date takes its child’s', () => {
  expect(row(1970, 2011, 2012)).toEqual(['2011*', '2011', '2012']);
  expect(row(1970, 1970, 2012)).toEqual(['2012*', '2012*', '2012']);
  expect(row(2099, 2011, 2012)).toEqual(['2011*', '2011', '2012']);
});

test('one commit far in the past does not make all others wrong', () => {
  expect(row(2010, 2024, 1990, 2025)).toEqual(['2010', '2024', '2024*', '2025']);
});

test('a project that wakes after thirty years keeps its dates', () => {
  const woke = Array.from({ length: 12 }, (_, at) => 2020 + (at % 3));
  expect(row(1985, 1986, ...woke)).toEqual(['1985', '1986', ...woke.map(String)]);
});

test('many commits of a wrong clock are mended once a right one follows', () => {
  const wrong = Array.from({ length: 12 }, () => 2099);
  expect(row(2010, ...wrong, 2012)).toEqual(['2010', ...wrong.map(() => '2010*'), '2012']);
});

test('a history without one good date stays as it is', () => {
  expect(row(1970, 1970)).toEqual(['1970', '1970']);
  expect(row(2099)).toEqual(['2099']);
});

test('a merge is judged by its newest parent', () => {
  const commits = [
    { year: 1995, parents: [] },
    { year: 2020, parents: [] },
    { year: 2021, parents: [1, 0] },
  ];
  expect(mend(commits)).toEqual(['1995', '2020', '2021']);
});

test('a date that is mended is never more than twenty years from all around it', () => {
  const commit = fc.record({
    year: fc.constantFrom(1970, 1985, 2000, 2010, 2020, 2099),
    parents: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 2 }),
  });
  fc.assert(
    fc.property(fc.array(commit, { minLength: 2, maxLength: 20 }), (given) => {
      const commits = given.map(({ year, parents }, at) => ({
        year,
        parents: parents.map((step) => at - step).filter((each) => each >= 0),
      }));
      const told = mend(commits);
      for (const [at, { parents }] of commits.entries()) {
        if (!told[at]?.endsWith('*') || parents.length === 0) continue;
        const years = parents.map((parent) => Number.parseInt(told[parent] as string, 10));
        const children = commits.flatMap((other, child) =>
          other.parents.includes(at) ? [Number.parseInt(told[child] as string, 10)] : [],
        );
        expect([Math.max(...years), Math.min(...children)]).toContain(Number.parseInt(told[at] as string, 10));
      }
    }),
    { numRuns: 2_000 },
  );
});

test('a child that nobody could date takes the time that another child gave its parent', () => {
  const commits = [
    { year: 1970, parents: [] },
    { year: 1970, parents: [0] },
    { year: 2000, parents: [0] },
  ];
  expect(mend(commits)).toEqual(['2000*', '2000*', '2000']);
});
