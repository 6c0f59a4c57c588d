/** The history: order, paths, landing and where it is cut off. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chain, commit, day, evaluate, row, shaOf } from './rows.cases.ts';

const subjects = (history: { commits: readonly { subject: string }[] }) =>
  history.commits.map(({ subject }) => subject);

test('puts parents before children even where clocks went backwards', async () => {
  const changes = [
    commit('child', 'child', { day: 1, after: ['parent'] }),
    commit('parent', 'parent', { day: 5, after: ['grandparent'] }),
    commit('grandparent', 'grandparent', { day: 9 }),
  ];
  const { history } = await evaluate({ changes });
  expect(subjects(history)).toEqual(['grandparent', 'parent', 'child']);
  expect(history.commits.map(({ parents }) => parents)).toEqual([[], [0], [1]]);
});

test('orders any history so that every parent stands before its children', async () => {
  const graph = fc.array(fc.tuple(fc.nat(30), fc.nat(30), fc.nat(40)), { minLength: 1, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(graph, async (commits) => {
      const changes = commits.map(([one, other, when], index) => {
        const after = index === 0 ? [] : [...new Set([one % index, other % index])].map((parent) => `c${parent}`);
        return commit(`c${index}`, `c${index}`, { day: when, after });
      });
      const { history } = await evaluate({ changes });
      expect(history.commits).toHaveLength(changes.length);
      for (const [index, { parents }] of history.commits.entries()) {
        expect(parents.every((parent) => parent < index)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

test('interns paths and knows since when and until when each stood', async () => {
  const changes = [
    commit('a', 'a', { day: 0, paths: ['A src/a.ts', 'A src/b.ts'] }),
    commit('b', 'b', { day: 1, after: ['a'], paths: ['M src/a.ts', 'D src/b.ts'] }),
    commit('c', 'c', { day: 2, after: ['b'], land: null, paths: ['A src/c.ts'] }),
  ];
  const { history } = await evaluate({ changes });
  expect(history.paths).toEqual(['src/a.ts', 'src/b.ts', 'src/c.ts']);
  expect(history.commits.map(({ touched }) => touched)).toEqual([[0, 1], [0, 1], [2]]);
  expect([...(history.stood?.from ?? [])]).toEqual([day(0), day(0), Number.POSITIVE_INFINITY]);
  expect([...(history.stood?.until ?? [])]).toEqual([Number.POSITIVE_INFINITY, day(1), Number.POSITIVE_INFINITY]);
});

test('says when a side branch landed, and that a release branch never did', async () => {
  const changes = [
    commit('root', 'root'),
    commit('side', 'side', { day: 1, after: ['root'], land: 'merge' }),
    commit('merge', 'Merge side', { day: 3, after: ['root', 'side'] }),
    commit('patch', 'patch', { day: 4, after: ['root'], land: null }),
  ];
  const { history } = await evaluate({ changes });
  const landed = Object.fromEntries(history.commits.map(({ subject, landedAt }) => [subject, landedAt]));
  expect(landed).toEqual({ root: day(0), side: day(3), 'Merge side': day(3), patch: null });
  expect(history.commits[history.head]?.subject).toBe('Merge side');
});

test('reads the past as it was: nothing landed by what had not come yet', async () => {
  const changes = [
    commit('root', 'root'),
    commit('side', 'side', { day: 2, after: ['root'], land: 'merge' }),
    commit('merge', 'Merge side', { day: 5, after: ['root', 'side'] }),
  ];
  const { history } = await evaluate({ changes }, day(3));
  expect(history.commits.map(({ landedAt }) => landedAt)).toEqual([day(0), null]);
  expect(history.commits[history.head]?.subject).toBe('root');
  expect(history.whole).toBe(true);
});

test('lands nothing after the moment of the reading', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 12 }), async (moment) => {
      const changes = chain(10, (index) => (index % 3 === 1 ? { land: `c${index + 1}` } : {}));
      const { history } = await evaluate({ changes }, day(moment));
      expect(history.commits.every(({ landedAt }) => landedAt === null || landedAt <= day(moment))).toBe(true);
    }),
    { numRuns: 13 },
  );
});

test('knows that a shallow clone is cut off, and that absent blobs hide paths', async () => {
  const cut = commit('a', 'a', { after: ['before'] });
  expect((await evaluate({ changes: [cut] })).history.whole).toBe(false);
  const marked = commit('a', 'a', { day: 399, after: ['before'], data: { shallow: 1 } });
  expect((await evaluate({ changes: [marked] })).history.whole).toBe(false);
  const { paths, ...known } = commit('a', 'a').data ?? {};
  expect(paths).toBeDefined();
  const { history } = await evaluate({ changes: [{ ...commit('a', 'a'), data: known }] });
  expect(history.pathsKnown).toBe(false);
});

test('reads which commits a message takes back and whether it breaks something', async () => {
  const changes = [
    commit('a', 'Revert "x"', {
      body: `This reverts commit ${shaOf('x')}, ${shaOf('y').slice(0, 9)} and ${shaOf('z').slice(0, 7)}.`,
    }),
    commit('b', 'feat(api)!: drop the old way', { day: 1 }),
    commit('c', 'Change', { day: 2, body: 'Why.\n\nBREAKING CHANGE: it is another one' }),
    commit('d', 'Say that nothing reverts 1234567 times', { day: 3 }),
  ];
  const { history } = await evaluate({ changes });
  expect(history.commits[0]?.reverts).toEqual([shaOf('x'), shaOf('y').slice(0, 9), shaOf('z').slice(0, 7)]);
  expect(history.commits.map(({ breaking }) => breaking)).toEqual([false, true, true, false]);
  expect(history.commits[3]?.reverts).toEqual([]);
});

test('counts changelog lines apart from commits', async () => {
  const line = row('change', 'line', '1.0.0#1', day(0), { origin: 'changelog:x', title: 'A thing' });
  const { history, tally } = await evaluate({ changes: [line] });
  expect([history.commits.length, history.head, history.others, tally.changes]).toEqual([0, -1, 1, 1]);
});
