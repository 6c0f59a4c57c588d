/** Shows README versions and pages read from real repositories, whole and partial. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DAY } from '#core/time.ts';
import { GitWorld } from '../../../test/worlds/git-world.ts';
import { drained, openPinned } from '../../../test/worlds/pinned.ts';
import { readDocuments } from './documents.ts';

async function documentsOf(folder: string) {
  const { git, pinned } = await openPinned(folder);
  return drained(readDocuments(git, pinned));
}

test('every version of the root README on the first-parent line is a row with its commit and time', async () => {
  using world = new GitWorld();
  const first = world.commit('begin', { files: { 'README.md': 'one\n' }, at: '2024-01-01' });
  const side = world.commit('side', { files: { 'README.md': 'never alone\n' }, branch: 'side', from: first });
  world.commit('code', { files: { 'a.js': '1\n' } });
  const merge = world.commit('merge', { files: { 'README.md': 'two\n' }, merges: [side], at: '2024-02-01' });
  world.save();
  const { items } = await documentsOf(world.folder);
  expect(items.map(({ externalId, body, at }) => [externalId, body, at])).toEqual([
    [`README.md@${merge.sha}`, 'two\n', Date.UTC(2024, 1, 1)],
    [`README.md@${first.sha}`, 'one\n', Date.UTC(2024, 0, 1)],
  ]);
  expect(items[0]).toMatchObject({ kind: 'document', type: 'readme', threadId: 'readme', origin: 'git:test' });
  expect(items[0]?.data).toEqual({ commit: merge.sha, blob: world.git('rev-parse', `${merge.sha}:README.md`) });
});

test('a README that is renamed goes on, and the one that hosts show is chosen of two', async () => {
  using world = new GitWorld();
  world.commit('begin', { files: { README: 'plain\n' } });
  world.commit('rename', { files: { README: null, 'README.rdoc': 'plain\n' } });
  world.commit('both', { files: { 'README.md': 'markdown\n' } });
  world.commit('the other changes', { files: { 'README.rdoc': 'unseen\n' } });
  world.save();
  const { items } = await documentsOf(world.folder);
  expect(items.map(({ title, body }) => [title, body])).toEqual([
    ['README.md', 'markdown\n'],
    ['README.rdoc', 'plain\n'],
    ['README', 'plain\n'],
  ]);
});

test('times of the caller hold over those that git has', async () => {
  using world = new GitWorld();
  world.commit('begin', { files: { 'README.md': 'one\n' }, at: '1970-01-02' });
  world.save();
  const { git, pinned } = await openPinned(world.folder);
  const mended = { ...pinned, firstParent: pinned.firstParent.map(({ sha }) => ({ sha, at: 20_000 * DAY })) };
  const { items } = await drained(readDocuments(git, mended));
  expect(items.map(({ at }) => at)).toEqual([20_000 * DAY]);
});

test('a README that is a symbolic link is read at the file it leads to, with every change of it', async () => {
  using world = new GitWorld();
  world.commit('begin', { files: { 'packages/it/README.md': 'one\n' } });
  world.save();
  world.git('checkout', '-q', '-f', 'main');
  symlinkSync('packages/it/README.md', join(world.folder, 'README.md'));
  world.git('add', '.');
  world.git('commit', '-q', '-m', 'link');
  execFileSync('sh', ['-c', 'echo two > packages/it/README.md'], { cwd: world.folder });
  world.git('commit', '-q', '-a', '-m', 'change behind the link');
  const { items } = await documentsOf(world.folder);
  expect(items.filter(({ type }) => type === 'readme').map(({ body }) => body)).toEqual(['two\n', 'one\n']);
  unlinkSync(join(world.folder, 'README.md'));
});

test('pages are READMEs below the root and texts in folders of documentation, nearest first', async () => {
  using world = new GitWorld();
  const kept = [
    'lib/README.md',
    'docs/a.md',
    'doc/deep/b.rst',
    'packages/x/docs/c.adoc',
    'website/src/d.mdx',
    'guides/e.txt',
  ];
  const left = [
    'test/README.md',
    'docs/CHANGELOG.md',
    'vendor/x/README.md',
    'docs/a.html',
    'src/notes.md',
    'a/fixtures/README.md',
    '.github/README.md',
    'docs/x.png',
  ];
  world.commit('begin', { files: Object.fromEntries([...kept, ...left].map((path) => [path, `${path}\n`])) });
  world.save();
  const { items, result } = await documentsOf(world.folder);
  expect(items.map(({ title }) => title)).toEqual([
    'lib/README.md',
    'docs/a.md',
    'guides/e.txt',
    'doc/deep/b.rst',
    'website/src/d.mdx',
    'packages/x/docs/c.adoc',
  ]);
  expect(items[0]).toMatchObject({ type: 'doc', threadId: 'lib/README.md', body: 'lib/README.md\n' });
  expect(result.pages).toHaveLength(kept.length);
});

test('paths with spaces, quotes, umlauts and line ends are read', async () => {
  using world = new GitWorld();
  const paths = ['docs/a b.md', 'docs/"q".md', 'docs/ü.md', 'docs/new\nline.md'];
  world.commit('begin', { files: Object.fromEntries(paths.map((path) => [path, 'text\r\n'])) });
  world.save();
  const { items } = await documentsOf(world.folder);
  expect(items.map(({ title }) => title).sort()).toEqual([...paths].sort());
  expect(items.every(({ body }) => body === 'text\r\n')).toBe(true);
});

test('broken UTF-8 is replaced, and what is binary is left out without a word', async () => {
  using world = new GitWorld();
  world.commit('begin', {
    files: { 'README.md': Buffer.from([0x61, 0xff, 0x62]), 'docs/a.md': Buffer.from([0x61, 0, 0x62]) },
  });
  world.save();
  const { items, missing } = await documentsOf(world.folder);
  expect(items.map(({ body }) => body)).toEqual(['a\ufffdb']);
  expect(missing).toEqual([]);
});

test('pages beyond 2,000 are left out, and a sentence says so', async () => {
  using world = new GitWorld();
  world.commit('begin', {
    files: Object.fromEntries(Array.from({ length: 2003 }, (_, at) => [`docs/${at}.md`, 'x\n'])),
  });
  world.save();
  const { items, missing } = await documentsOf(world.folder);
  expect(items).toHaveLength(2000);
  expect(missing.map(({ code, because }) => [code, because])).toEqual([
    ['NOT_COLLECTED', '3 pages of documentation were left out: at most 2000 files and 20 MB are read.'],
  ]);
});

test('a README of many megabytes is not opened', async () => {
  using world = new GitWorld();
  world.commit('begin', { files: { 'README.md': 'small\n' } });
  world.commit('large', { files: { 'README.md': 'x'.repeat(6_000_000) } });
  world.save();
  const { items, missing } = await documentsOf(world.folder);
  expect(items.map(({ body }) => body)).toEqual(['small\n']);
  expect(missing.map(({ because }) => because)).toEqual([
    'Of 2 versions of the README 1 are read: at most 500, and 20 MB.',
  ]);
});

test('a clone without the texts says how many are missing and still gives the others', async () => {
  using world = new GitWorld();
  world.commit('begin', { files: { 'README.md': 'old\n', 'docs/a.md': 'page\n' } });
  world.commit('change', { files: { 'README.md': 'new\n' } });
  world.save();
  world.git('config', 'uploadpack.allowFilter', 'true');
  const clone = mkdtempSync(join(tmpdir(), 'bifocal-partial-'));
  try {
    const options = { env: { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' } };
    execFileSync('git', ['clone', '-q', '--filter=blob:none', `file://${world.folder}`, clone], options);
    execFileSync('git', ['-C', clone, 'remote', 'remove', 'origin'], options);
    const { items, missing } = await documentsOf(clone);
    expect(items.map(({ title, body }) => [title, body])).toEqual([
      ['docs/a.md', 'page\n'],
      ['README.md', 'new\n'],
    ]);
    expect(missing.map(({ because }) => because)).toEqual([
      'The text of 1 of 2 versions of the README is not in this clone.',
    ]);
  } finally {
    rmSync(clone, { recursive: true, force: true });
  }
});
