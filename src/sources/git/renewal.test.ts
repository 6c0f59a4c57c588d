/** Shows the renewal of a year in real repositories, and when it cannot be told. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DAY, WEEK } from '#core/time.ts';
import { GitWorld } from '../../../test/worlds/git-world.ts';
import { drained, openPinned } from '../../../test/worlds/pinned.ts';
import { readRenewal } from './renewal.ts';

const END = Date.UTC(2026, 5, 1);
const lines = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `line ${from + at}\n`).join('');

interface Renewal {
  from: number;
  fromSha: string;
  to: number;
  by: string;
  files: [string, number, number, number][];
  weeks: { to: number; files: [string, number, number][] }[];
}

async function renewalOf(folder: string) {
  const { git, pinned } = await openPinned(folder);
  const { items, missing } = await drained(readRenewal(git, pinned));
  return { row: items[0], data: items[0]?.data as unknown as Renewal, missing };
}

test('the tree of a year ago is held against the newest, file by file', async () => {
  using world = new GitWorld();
  world.commit('long ago', { at: END - 600 * DAY, files: { 'kept.js': lines(0, 10), 'old.md': lines(0, 4) } });
  const base = world.commit('before the year', {
    at: END - 365 * DAY,
    files: { 'changed.js': lines(0, 8), 'gone.js': lines(0, 3) },
  });
  world.commit('within', {
    at: END - 100 * DAY,
    files: { 'changed.js': lines(2, 9), 'gone.js': null, 'new.js': 'a\nb\nc\nd\ne\n' },
  });
  world.commit('now', { at: END, files: { 'kept.js': `${lines(0, 10)}more\n` } });
  world.save();
  const { row, data } = await renewalOf(world.folder);
  expect(row).toMatchObject({ kind: 'event', type: 'renewal', externalId: 'renewal', at: END, origin: 'git:test' });
  expect(data).toMatchObject({ from: END - 52 * WEEK, fromSha: base.sha, to: END, by: 'file' });
  expect(data.files).toEqual([
    ['changed.js', 8, 2, 1],
    ['gone.js', 3, 3, 0],
    ['kept.js', 10, 0, 1],
    ['new.js', 0, 0, 5],
    ['old.md', 4, 0, 0],
  ]);
});

test('each week counts what went and came in it, and the weeks together cover the year', async () => {
  using world = new GitWorld();
  world.commit('before', { at: END - 400 * DAY, files: { 'a.js': lines(0, 6) } });
  world.commit('in the first week', { at: END - 51.5 * WEEK, files: { 'a.js': lines(0, 7) } });
  world.commit('at the end of a week', { at: END - 10 * WEEK, files: { 'a.js': lines(1, 7) } });
  world.commit('just after', { at: END - 10 * WEEK + 1000, files: { 'a.js': lines(2, 7), 'b.md': lines(0, 2) } });
  world.commit('now', { at: END, files: { 'b.md': lines(0, 1) } });
  world.save();
  const { weeks } = (await renewalOf(world.folder)).data;
  expect(weeks.map(({ to }) => to)).toEqual(Array.from({ length: 52 }, (_, at) => END - (51 - at) * WEEK));
  expect(weeks.flatMap(({ files }, at) => (files.length === 0 ? [] : [[at, files]]))).toEqual([
    [0, [['a.js', 0, 1]]],
    [41, [['a.js', 1, 0]]],
    [
      42,
      [
        ['a.js', 1, 0],
        ['b.md', 0, 2],
      ],
    ],
    [51, [['b.md', 1, 0]]],
  ]);
});

test('a renamed file keeps its lines under the path it had', async () => {
  using world = new GitWorld();
  world.commit('before', { at: END - 400 * DAY, files: { 'old name "q".js': lines(0, 40) } });
  world.commit('now', { at: END, files: { 'old name "q".js': null, 'new\tname.js': lines(1, 40) } });
  world.save();
  const { data } = await renewalOf(world.folder);
  expect(data.files).toEqual([['old name "q".js', 40, 1, 0]]);
  expect(data.weeks.at(-1)?.files).toEqual([['old name "q".js', 1, 0]]);
});

test('binary files and lockfiles have no lines to renew', async () => {
  using world = new GitWorld();
  world.commit('before', {
    at: END - 400 * DAY,
    files: {
      'a.bin': Buffer.from([0, 1, 2]),
      'yarn.lock': 'x\n',
      'x/go.sum': 'x\n',
      'turns.txt': 'x\n',
      'crlf.txt': 'a\r\nb\r\n',
    },
  });
  world.commit('now', {
    at: END,
    files: {
      'a.bin': Buffer.from([0, 2]),
      'yarn.lock': 'y\n',
      'x/go.sum': 'y\n',
      'turns.txt': Buffer.from([0, 1]),
      'crlf.txt': 'a\r\nc\r\n',
    },
  });
  world.save();
  const { data } = await renewalOf(world.folder);
  expect(data.files).toEqual([['crlf.txt', 2, 1, 1]]);
  expect(data.weeks.at(-1)?.files).toEqual([['crlf.txt', 1, 1]]);
});

test('a history between 8 weeks and a year begins with its first tree, and its first week is a part of one', async () => {
  using world = new GitWorld();
  const first = world.commit('begin', { at: END - 9.5 * WEEK, files: { 'a.js': lines(0, 4) } });
  world.commit('soon', { at: END - 9.2 * WEEK, files: { 'a.js': lines(0, 5) } });
  world.commit('now', { at: END, files: { 'a.js': lines(1, 5) } });
  world.save();
  const { data } = await renewalOf(world.folder);
  expect(data).toMatchObject({ from: END - 9.5 * WEEK, fromSha: first.sha, files: [['a.js', 4, 1, 1]] });
  expect(data.weeks).toHaveLength(10);
  expect(data.weeks[0]).toEqual({ to: END - 9 * WEEK, files: [['a.js', 0, 1]] });
});

test('a history under 8 weeks has no past to be renewed, and says so', async () => {
  using world = new GitWorld();
  world.commit('begin', { at: END - 7.9 * WEEK, files: { a: 'x\n' } });
  world.commit('now', { at: END, files: { a: 'y\n' } });
  world.save();
  const { row, missing } = await renewalOf(world.folder);
  expect(row).toBeUndefined();
  expect(missing).toMatchObject([{ code: 'NOT_COLLECTED', because: expect.stringContaining('less than 8 weeks') }]);
});

test('absent files are missing, never zero', async () => {
  using world = new GitWorld();
  world.commit('before', { at: END - 400 * DAY, files: { a: lines(0, 4) } });
  world.commit('now', { at: END, files: { a: lines(0, 5) } });
  world.save();
  world.git('config', 'uploadpack.allowFilter', 'true');
  const clone = mkdtempSync(join(tmpdir(), 'bifocal-partial-'));
  try {
    const options = { env: { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' } };
    execFileSync(
      'git',
      ['clone', '-q', '--filter=blob:none', '--no-checkout', `file://${world.folder}`, clone],
      options,
    );
    execFileSync('git', ['-C', clone, 'remote', 'remove', 'origin'], options);
    const { row, missing } = await renewalOf(clone);
    expect(row).toBeUndefined();
    expect(missing.map(({ code }) => code)).toEqual(['NOT_COLLECTED']);
  } finally {
    rmSync(clone, { recursive: true, force: true });
  }
});

test('a repository of the newer hash is read like every other', async () => {
  using world = new GitWorld({ sha256: true });
  world.commit('before', { at: END - 400 * DAY, files: { a: lines(0, 4) } });
  world.commit('now', { at: END, files: { a: lines(0, 5) } });
  world.save();
  expect((await renewalOf(world.folder)).data.files).toEqual([['a', 4, 0, 1]]);
});
