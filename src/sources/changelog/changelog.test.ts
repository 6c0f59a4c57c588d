/** The changelog source over repositories, folders and addresses: the contract of all sources, and its own promises. */
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dayOf } from '#core/time.ts';
import { openGit } from '#engine/git.ts';
import { type OpenWorld, sourceContract, type World } from '../../../test/contracts/source.ts';
import { run } from '../../../test/contracts/source-run.ts';
import { GitWorld } from '../../../test/worlds/git-world.ts';
import { tapedHttp } from '../../../test/worlds/taped-http.ts';
import changelog from './changelog.ts';
import { find } from './read-git.ts';

const LOG =
  '# Changelog\n\n## 1.1.0 - 2024-02-01\n### Fixed\n- A slip.\n\n## 1.0.0 - 2024-01-02\n### Added\n- A thing.\n';
const NEXT = '# Changelog\n\n## 1.2.0 - 2024-03-01\n### Added\n- More.\n';
const UNDATED = '## 2.0.0\n- Two.\n\n## 1.0.0\n- One.\n';

function repository(files: Record<string, string>): GitWorld {
  const world = new GitWorld();
  world.commit('first', { at: '2024-01-10T00:00:00Z', files });
  world.commit('later', { at: '2024-02-10T00:00:00Z', files: { 'src/a.ts': '1' } });
  return world.save();
}

function openRepository(world: GitWorld, options = {}, grow?: () => void): OpenWorld {
  return { options, git: openGit(world.folder), close: () => world.remove(), ...(grow && { grow }) };
}

function openFolder(files: Record<string, string>): { folder: string; close: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'bifocal-log-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return { folder, close: () => rmSync(folder, { recursive: true }) };
}

const worlds: World[] = [
  {
    name: 'a repository with packages and a changelog without dates',
    open() {
      const world = repository({
        'CHANGELOG.md': LOG,
        'packages/tool/package.json': '{"name":"@acme/tool"}',
        'packages/tool/CHANGELOG.md': UNDATED,
        'packages/bare/pyproject.toml': '',
        'packages/bare/CHANGES.rst': '- nothing released',
      });
      return openRepository(world, {}, () => {
        world.commit('grow', {
          at: '2024-03-02T00:00:00Z',
          files: { 'CHANGELOG.md': NEXT, 'packages/tool/CHANGELOG.md': null },
        });
        world.save();
      });
    },
  },
  { name: 'a repository without a changelog', open: () => openRepository(repository({ 'README.md': 'Hello' })) },
  {
    name: 'a folder that is no repository',
    open() {
      const { folder, close } = openFolder({ 'CHANGELOG.md': LOG, 'NEWS.md': UNDATED });
      return { options: { path: folder }, close, grow: () => writeFileSync(join(folder, 'CHANGELOG.md'), NEXT + LOG) };
    },
  },
  {
    name: 'an address',
    open() {
      const url = 'https://example.org/CHANGELOG.md?token=1';
      const tape = { [url]: { body: LOG, headers: { etag: '"1"' } } };
      const grow = () => {
        tape[url] = { body: NEXT, headers: { etag: '"2"' } };
      };
      return { options: { url }, http: tapedHttp(tape, Date.UTC(2024, 2, 5)), grow };
    },
  },
  {
    name: 'a web page in place of a text',
    fails: 'FILE_NOT_WHAT_IT_CLAIMS',
    open: () => ({
      options: { url: 'https://example.org/' },
      http: tapedHttp({ 'https://example.org/': { body: '<!doctype html>' } }, 0),
    }),
  },
  {
    name: 'a named file that is not there',
    fails: 'TARGET_NOT_FOUND',
    open: () => openRepository(repository({ a: '' }), { file: 'NEWS' }),
  },
  { name: 'a repository without a commit', fails: 'GIT_EMPTY', open: () => openRepository(new GitWorld()) },
  {
    name: 'a link that leads out of the folder',
    fails: 'TARGET_UNREADABLE',
    open() {
      const inner = openFolder({});
      symlinkSync(import.meta.filename, join(inner.folder, 'CHANGELOG.md'));
      return { options: { path: inner.folder, file: 'CHANGELOG.md' }, close: inner.close };
    },
  },
];

sourceContract(changelog, worlds);

test('each package has its own line, and entries without a date stand where their file was last changed', async () => {
  using world = repository({
    'CHANGELOG.md': LOG,
    'packages/tool/package.json': '{"name":"@acme/tool"}',
    'packages/tool/CHANGELOG.md': UNDATED,
  });
  const { items } = await run(changelog, openRepository(world));
  const rows = items.map(
    ({ type, externalId, line, at, data }) => `${type} ${externalId} ${line} ${dayOf(at)} ${data?.undated ?? ''}`,
  );
  expect(rows).toEqual([
    'notes 1.1.0 null 2024-02-01 ',
    'line 1.1.0#1 null 2024-02-01 ',
    'notes 1.0.0 null 2024-01-02 ',
    'line 1.0.0#1 null 2024-01-02 ',
    'notes tool@2.0.0 tool 2024-01-10 1',
    'line tool@2.0.0#1 tool 2024-01-10 1',
    'notes tool@1.0.0 tool 2024-01-10 1',
    'line tool@1.0.0#1 tool 2024-01-10 1',
  ]);
  const root = world.git('rev-list', '--max-parents=0', 'HEAD');
  expect(new Set(items.map(({ origin }) => origin))).toEqual(
    new Set([`changelog:git:${root}/CHANGELOG.md`, `changelog:git:${root}/packages/tool/CHANGELOG.md`]),
  );
  expect(items[0]).toMatchObject({
    kind: 'release',
    title: '1.1.0 - 2024-02-01',
    body: '### Fixed\n- A slip.',
    author: null,
  });
  expect(items[1]).toMatchObject({ kind: 'change', threadId: '1.1.0', title: 'A slip.', data: { section: 'fixed' } });
});

test('what is not released yet is told as lines and never as a release', async () => {
  using world = repository({
    'CHANGELOG.md': '## [Unreleased]\n- Soon.\n',
    'gem/gem.gemspec': '',
    'gem/CHANGELOG.md': '* Coming.\n',
  });
  const { items, missing } = await run(changelog, openRepository(world));
  expect(items.map(({ kind, externalId, version }) => [kind, externalId, version])).toEqual([
    ['change', 'unreleased#1', null],
    ['change', 'gem@unreleased#1', null],
  ]);
  expect(items.every(({ data }) => data?.unreleased === 1)).toBe(true);
  expect(missing[0]?.because).toBe(
    'gem/CHANGELOG.md names no version and no day; the 1 line there stands for what is not released yet.',
  );
});

test('a version that stands twice keeps both, and a day too far ahead is not believed', async () => {
  using world = repository({
    'CHANGELOG.md': '## 1.0 (2024-01-02)\n- a\n## 1.0 (2024-01-01)\n- b\n## 0.9 (2042-01-01)\n- c\n',
  });
  const { items, missing } = await run(changelog, openRepository(world));
  expect(
    items.filter(({ kind }) => kind === 'release').map(({ externalId, at }) => `${externalId} ${dayOf(at)}`),
  ).toEqual([...['1.0 2024-01-02', '1.0~2 2024-01-01', '0.9 2024-01-10']]);
  expect(missing[0]?.because).toBe('In CHANGELOG.md, 1 date cannot be read, such as "0.9 (2042-01-01)".');
});

test('a pre-release is told by its version', async () => {
  const versions = [
    '2.0.0-beta.1',
    '1.0a37',
    '3.0rc1',
    '4.0.dev2',
    '5.0.0-next.0',
    '1.0.0',
    '2.10-3',
    '1.2.3-final',
    '1.0.b',
  ];
  using world = repository({ 'CHANGELOG.md': versions.map((version) => `## ${version} (2024-01-02)\n- a\n`).join('') });
  const { items } = await run(changelog, openRepository(world));
  const pre = items.filter(({ kind, data }) => kind === 'release' && data?.pre === 1).map(({ version }) => version);
  expect(pre).toEqual(['2.0.0-beta.1', '1.0a37', '3.0rc1', '4.0.dev2', '5.0.0-next.0', '1.0.b']);
});

test('a folder of years or versions is read when it is named, and found when it is not', async () => {
  using world = repository({
    'docs/changelog/2024.md': '## 2024-01-02\n- a\n',
    'docs/changelog/2023.md': '## 2023-01-02\n- b\n',
    'docs/changelog/index.md': '# All years\n',
  });
  const named = await run(changelog, openRepository(world, { file: 'docs/changelog' }));
  const found = await run(changelog, openRepository(world));
  const ids = ['2023-01-02', '2023-01-02#1', '2024-01-02', '2024-01-02#1'];
  expect(named.items.map(({ externalId }) => externalId)).toEqual(ids);
  expect(found.items).toEqual(named.items);
});

test('an entry without any date is left out of a folder and said to be missing', async () => {
  const { folder, close } = openFolder({ 'CHANGELOG.md': UNDATED });
  const { items, missing, observedUntil } = await run(changelog, { options: { path: join(folder, 'CHANGELOG.md') } });
  close();
  expect([items, observedUntil]).toEqual([[], null]);
  expect(missing[0]?.because).toBe('In CHANGELOG.md, 2 entries without a date could not be placed in time.');
});

test('a file that this clone does not hold is said to be missing, and the others are read', async () => {
  using world = repository({
    'CHANGELOG.md': '## 1.0 (2024-01-02)\n- a\n',
    'docs/CHANGES.md': `${UNDATED}${' '.repeat(500)}`,
  });
  const partial = join(world.folder, '../partial');
  world.git('config', 'uploadpack.allowFilter', 'true');
  world.git('clone', '-q', '--bare', '--filter=blob:limit=200', `file://${world.folder}`, partial);
  const { items, missing } = await run(changelog, { options: {}, git: openGit(partial) });
  expect(items.map(({ externalId }) => externalId)).toEqual(['1.0', '1.0#1']);
  expect(missing[0]?.because).toBe('docs/CHANGES.md is not in this clone, which keeps only some files of the history.');
});

test('changelogs are found by name and place, best first', async () => {
  using world = repository(
    Object.fromEntries(
      [
        ...['CHANGELOG.md', 'packages/a/CHANGELOG.md', 'docs/changelog.rst', 'HISTORY.md', 'NEWS', 'CHANGELOG-2022.md'],
        ...['docs/release-notes/1.2.md', 'guides/8_0_release_notes.md', 'RELEASES.md', 'debian/changelog'],
        ...['test/fixtures/CHANGELOG.md', 'node_modules/x/CHANGELOG.md', 'docs/releases.md', 'src/history.md'],
        ...['changelog.ts', 'docs/changelog/index.md', '.changeset/CHANGELOG.md', 'src/news/a.md'],
      ].map((path) => [path, '']),
    ),
  );
  expect(await find(openGit(world.folder))).toEqual([
    ...['CHANGELOG-2022.md', 'CHANGELOG.md', 'HISTORY.md', 'NEWS', 'RELEASES.md', 'docs/changelog.rst'],
    ...['guides/8_0_release_notes.md', 'docs/release-notes/1.2.md', 'packages/a/CHANGELOG.md'],
  ]);
});
