/** Shows line survival in real repositories, and that it agrees with git blame. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY } from '#core/time.ts';
import { type CommitOptions, GitWorld } from '../../../test/worlds/git-world.ts';
import { drained, openPinned } from '../../../test/worlds/pinned.ts';
import { readLines } from './lines.ts';

type Life = [days: number, lines: number, ended: 0 | 1];
const START = Date.UTC(2024, 0, 1);
const text = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');

async function monthsOf(folder: string) {
  const { git, pinned } = await openPinned(folder);
  const { items, missing } = await drained(readLines(git, pinned));
  expect(missing).toEqual([]);
  return items.map(({ externalId, amount, data }) => {
    const { product, telling } = (data as unknown as { lives: { product: Life[]; telling: Life[] } }).lives;
    return { month: externalId.slice('lines:'.length), amount, product, telling };
  });
}

test('lines are counted by the month of their birth, with how long they lived and whether they ended', async () => {
  using world = new GitWorld();
  world.commit('begin', { at: START, files: { 'a.js': text(['1', '2', '3']), 'README.md': text(['r']) } });
  world.commit('change', { at: START + 70 * DAY, files: { 'a.js': text(['1', 'two', 'more', '3']) } });
  world.commit('end', {
    at: START + 140 * DAY,
    files: { 'a.js': text(['1', 'more', '3']), 'x.test.js': 'no\n', 'yarn.lock': 'no\n' },
  });
  world.save();
  expect(await monthsOf(world.folder)).toEqual([
    {
      month: '2024-01',
      amount: 4,
      product: [
        [70, 1, 1],
        [140, 2, 0],
      ],
      telling: [[140, 1, 0]],
    },
    {
      month: '2024-03',
      amount: 2,
      product: [
        [70, 1, 0],
        [70, 1, 1],
      ],
      telling: [],
    },
  ]);
});

test('a rename keeps the age of lines, a deletion ends them, and a file that turns binary has none', async () => {
  using world = new GitWorld();
  const many = Array.from({ length: 30 }, (_, at) => `line ${at}`);
  world.commit('begin', {
    at: START,
    files: { 'old "name" ü.js': text(many), 'gone.js': text(['x']), 'turns.js': text(['y']) },
  });
  world.commit('rename', {
    at: START + 7 * DAY,
    files: {
      'old "name" ü.js': null,
      'new name.js': text(many.slice(1)),
      'gone.js': null,
      'turns.js': Buffer.from([0, 1]),
    },
  });
  world.save();
  expect(await monthsOf(world.folder)).toEqual([
    {
      month: '2024-01',
      amount: 32,
      product: [
        [7, 29, 0],
        [7, 3, 1],
      ],
      telling: [],
    },
  ]);
});

test('a merged branch is counted when it arrives', async () => {
  using world = new GitWorld();
  const base = world.commit('begin', { at: START, files: { 'a.js': 'a\n' } });
  const side = world.commit('side', { at: START + 7 * DAY, branch: 'side', from: base, files: { 'b.js': 'b\n' } });
  world.commit('merge', { at: START + 35 * DAY, files: { 'b.js': 'b\n' }, merges: [side] });
  world.save();
  expect((await monthsOf(world.folder)).map(({ month, amount }) => [month, amount])).toEqual([
    ['2024-01', 1],
    ['2024-02', 1],
  ]);
});

/** The ages of all lines as `git blame` has them: whole weeks, sorted. */
function blamed(world: GitWorld, end: number): number[] {
  return world
    .git('ls-tree', '-r', '--name-only', 'HEAD')
    .split('\n')
    .filter((path) => path !== '')
    .flatMap((path) => [
      ...world
        .git('blame', '--first-parent', '--line-porcelain', 'HEAD', '--', path)
        .matchAll(/^committer-time (\d+)$/gm),
    ])
    .map(([, seconds]) => Math.round((end / DAY - Math.floor(Number(seconds) / 86_400)) / 7) * 7)
    .sort((a, b) => a - b);
}

test('after any edits the lines that are left are as old as blame says', async () => {
  const line = fc.constantFrom('a', 'b', 'c', 'd', '}', '');
  const edit = fc.record({
    path: fc.constantFrom('x.js', 'y.js'),
    at: fc.nat(30),
    gone: fc.nat(4),
    come: fc.array(line, { maxLength: 4 }),
    ends: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 10 }), async (edits) => {
      using world = new GitWorld();
      const files: Record<string, string[]> = {};
      const tags = { n: 0 };
      let at = START;
      for (const { path, at: place, gone, come, ends } of edits) {
        at += 7 * DAY;
        const lines = files[path] ?? [];
        // Every line is unlike all others, so that git's own choice among equal ones plays no part.
        lines.splice(Math.min(place, lines.length), gone, ...come.map((sign) => `${sign}${++tags.n}`));
        files[path] = lines;
        const whole = text(lines);
        const change: CommitOptions = { at, files: { [path]: ends ? whole : whole.replace(/\n$/, '') } };
        world.commit('edit', change);
      }
      world.save();
      const alive = (await monthsOf(world.folder)).flatMap(({ product }) =>
        product
          .filter(([, , ended]) => ended === 0)
          .flatMap(([days, lines]) => Array.from({ length: lines }, () => days)),
      );
      expect(alive.sort((a, b) => a - b)).toEqual(blamed(world, at));
    }),
    { numRuns: 25 },
  );
});
