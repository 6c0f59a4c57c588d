/** Shows offers traced through real repositories to the commit that took them away. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { GitWorld } from '../../../test/worlds/git-world.ts';
import { drained, openPinned } from '../../../test/worlds/pinned.ts';
import { readDocuments } from './documents.ts';
import { readOffers } from './offers.ts';

const PACKAGE = JSON.stringify({ name: 'tool', bin: 'cli.js', scripts: { build: 'x' } });
const filler = (world: GitWorld, many: number) => {
  for (let at = 0; at < many; at += 1) world.commit(`filler ${at}`, { files: { 'filler.txt': `${at}\n` } });
};

async function offersOf(folder: string, deep = false) {
  const { git, pinned } = await openPinned(folder);
  const { result } = await drained(readDocuments(git, pinned));
  return drained(readOffers(git, pinned, result, { deep }));
}

async function endings(folder: string, deep = false) {
  const { items } = await offersOf(folder, deep);
  return Object.fromEntries(items.map(({ title, data }) => [title ?? '', data as Record<string, unknown>]));
}

test('a flag that the README offers and a commit removed is told with that commit', async () => {
  using world = new GitWorld();
  world.commit('begin', { files: { 'package.json': PACKAGE, 'cli.js': "option('--watch');\noption('--json');\n" } });
  const offered = world.commit('docs', { files: { 'README.md': '# Tool\n\n```sh\ntool build --watch --json\n```\n' } });
  filler(world, 5);
  const removing = world.commit('Drop the old mode\n\nIt was slow.', { files: { 'cli.js': "option('--json');\n" } });
  filler(world, 5);
  world.save();
  const found = await endings(world.folder);
  expect(found['--json']).toMatchObject({ state: 'present', removed: null, since: null });
  expect(found['--watch']).toMatchObject({
    kind: 'flag',
    doc: 'README.md',
    line: 4,
    quote: 'tool build --watch --json',
    state: 'removed',
    removed: { sha: removing.sha, subject: 'Drop the old mode' },
  });
  const times = Object.fromEntries((await openPinned(world.folder)).pinned.firstParent.map(({ sha, at }) => [sha, at]));
  expect(found['--watch']?.since).toBe(times[offered.sha]);
  expect(found['--watch']?.removed).toMatchObject({ at: times[removing.sha] });
});

test('a flag that lives on in another spelling is there', async () => {
  using world = new GitWorld();
  world.commit('begin', {
    files: { 'package.json': PACKAGE, 'cli.js': "option('--dry-run')", 'README.md': '`tool --dry-run --colour`\n' },
  });
  world.commit('rewrite', {
    files: { 'cli.js': null, 'cli.rs': '#[arg(long)]\npub dry_run: bool,\npub colour: bool,\n' },
  });
  world.save();
  const found = await endings(world.folder);
  expect(found['--dry-run']).toMatchObject({ state: 'present' });
  expect(found['--colour']).toMatchObject({ state: 'present' });
});

test('a word of the own program that is gone is told, one that is there in any spelling is not', async () => {
  using world = new GitWorld();
  const readme = '```\ntool serve-files data\ntool make-tea\ngit make-tea\n```\n';
  world.commit('begin', {
    files: {
      'package.json': PACKAGE,
      'cli.js': "command('serve-files');\ncommand('make-tea');\n",
      'README.md': readme,
    },
  });
  filler(world, 2);
  const removing = world.commit('no more tea', { files: { 'cli.js': 'function serveFiles() {}\n' } });
  world.save();
  const found = await endings(world.folder);
  expect(found['tool serve-files']).toMatchObject({ kind: 'command', state: 'present' });
  expect(found['tool make-tea']).toMatchObject({ state: 'removed', removed: { sha: removing.sha } });
  expect(Object.keys(found)).toHaveLength(2);
});

test('a flag that other files took over is followed to where it ends', async () => {
  using world = new GitWorld();
  const readme = '`tool --dry-run`\n';
  world.commit('begin', { files: { 'package.json': PACKAGE, 'old.js': "add('--dry-run');\n", 'README.md': readme } });
  filler(world, 3);
  world.commit('move', { files: { 'old.js': null, 'new.js': "add('--dry-run');\n" } });
  filler(world, 3);
  const removing = world.commit('remove', { files: { 'new.js': '\n' } });
  world.save();
  expect((await endings(world.folder))['--dry-run']).toMatchObject({
    state: 'removed',
    removed: { sha: removing.sha },
  });
});

test('a flag that went in several steps is laid to no commit', async () => {
  using world = new GitWorld();
  world.commit('begin', {
    files: { 'package.json': PACKAGE, 'cli.js': "add('--jsx-pragma');\n", 'README.md': '`tool --jsx-pragma`\n' },
  });
  world.commit('rewrite', { files: { 'cli.js': null, 'config.js': 'const known = { jsxPragma: 1 };\n' } });
  world.commit('last trace', { files: { 'config.js': '\n' } });
  world.save();
  expect((await endings(world.folder))['--jsx-pragma']).toMatchObject({
    state: 'never',
    because: 'It went step by step: no single commit removed it.',
  });
});

test('a flag that only a test still names was removed by the commit that took it out of the program', async () => {
  using world = new GitWorld();
  const tests = { 'test/cli.js': "run('--jsx-pragma');\n" };
  world.commit('begin', {
    files: {
      ...tests,
      'package.json': PACKAGE,
      'cli.js': "add('--jsx-pragma');\n",
      'README.md': '`tool --jsx-pragma`\n',
    },
  });
  const removing = world.commit('remove', { files: { 'cli.js': '\n' } });
  world.commit('tidy tests', { files: { 'test/cli.js': null } });
  world.save();
  expect((await endings(world.folder))['--jsx-pragma']).toMatchObject({
    state: 'removed',
    removed: { sha: removing.sha },
  });
});

test('a flag that was never built in, or that only tests and scripts ever passed, is never called removed', async () => {
  using world = new GitWorld();
  const readme = '```\ntool --dreamed-up --from-a-script\n```\n';
  world.commit('begin', {
    files: { 'package.json': PACKAGE, 'run.sh': 'other --from-a-script\n', 'README.md': readme },
  });
  world.commit('without', { files: { 'run.sh': 'other\n' } });
  world.save();
  const found = await endings(world.folder);
  for (const flag of ['--dreamed-up', '--from-a-script'])
    expect(found[flag]).toMatchObject({
      state: 'never',
      removed: null,
      because: 'It was not built in when the document began to name it.',
    });
});

test('a script that left package.json is told with the commit inside the merged branch', async () => {
  using world = new GitWorld();
  const base = world.commit('begin', { files: { 'package.json': PACKAGE, 'README.md': 'Run `pnpm run build`.\n' } });
  filler(world, 3);
  const inside = world.commit('drop the build', {
    branch: 'side',
    from: base,
    files: { 'package.json': '{"name":"tool"}' },
  });
  const also = world.commit('also', { branch: 'side', files: { x: '1' } });
  world.commit('Merge side', { files: { 'package.json': '{"name":"tool"}', x: '1' }, merges: [also] });
  world.save();
  expect((await endings(world.folder))['npm run build']).toMatchObject({
    kind: 'command',
    state: 'removed',
    removed: { sha: inside.sha, subject: 'drop the build' },
  });
});

test('a link to a file that is gone names the commit; one to a file that moved names the new place', async () => {
  using world = new GitWorld();
  const text = Array.from({ length: 20 }, (_, at) => `line ${at}\n`).join('');
  const readme = '[a](docs/a.md#x) [b](docs/b.md) [c](docs/new/) [site](https://x.y)\n';
  world.commit('begin', {
    files: { 'docs/a.md': text, 'docs/b.md': 'short\n', 'docs/new/c.md': 'c\n', 'README.md': readme },
  });
  filler(world, 4);
  world.commit('first move', { files: { 'docs/a.md': null, 'pages/a.md': text } });
  filler(world, 2);
  world.commit('second move', { files: { 'pages/a.md': null, 'help/start.md': text } });
  const removing = world.commit('remove b', { files: { 'docs/b.md': null } });
  world.save();
  const found = await endings(world.folder);
  expect(found['docs/a.md']).toMatchObject({
    kind: 'link',
    state: 'removed',
    movedTo: 'help/start.md',
    removed: { subject: 'first move' },
  });
  expect(found['docs/b.md']).toMatchObject({ state: 'removed', movedTo: null, removed: { sha: removing.sha } });
  expect(found['docs/new/']).toMatchObject({ state: 'present' });
});

test('a file that the README dropped, and names again after it went, is traced to its removal', async () => {
  using world = new GitWorld();
  const readme = 'See `src/standby.ts`.\n';
  world.commit('begin', { files: { 'src/standby.ts': 'one\n', 'src/other.ts': 'two\n', 'README.md': readme } });
  filler(world, 3);
  world.commit('a shorter README', { files: { 'README.md': 'Hello.\n' } });
  const removing = world.commit('remove it', { files: { 'src/standby.ts': null } });
  filler(world, 3);
  world.commit('the old README again', { files: { 'README.md': readme } });
  world.save();
  expect((await endings(world.folder))['src/standby.ts']).toMatchObject({
    state: 'removed',
    removed: { sha: removing.sha },
  });
});

test('a path that was never in the tree is the reader’s own and no offer', async () => {
  using world = new GitWorld();
  world.commit('begin', { files: { 'README.md': 'See `config/routes.rb` and `src/a b.ts`.\n', 'src/x.ts': '' } });
  world.save();
  expect((await offersOf(world.folder)).items).toEqual([]);
});

test('what was gone before a page named it is not laid to that commit', async () => {
  using world = new GitWorld();
  world.commit('begin', { files: { 'docs/gone.md': 'x\n', 'a.txt': '' } });
  filler(world, 30);
  world.commit('remove', { files: { 'docs/gone.md': null } });
  world.commit('name it', { files: { 'docs/late.md': '[x](gone.md)\n' } });
  world.save();
  expect((await endings(world.folder))['gone.md']).toMatchObject({
    state: 'never',
    because: 'It was not in the tree while the document named it.',
  });
});

test('changelogs, migration guides and translations never offer anything', async () => {
  using world = new GitWorld();
  const page = '[x](gone.md)\n';
  world.commit('begin', {
    files: {
      'docs/gone.md': '',
      'docs/migration.md': page,
      'docs/ja/x.md': page,
      'docs/CHANGELOG.md': page,
      'blog/docs/a.md': page,
    },
  });
  world.commit('remove', { files: { 'docs/gone.md': null } });
  world.save();
  expect((await offersOf(world.folder)).items).toEqual([]);
});

test('at most 12 absent names are traced, 200 with deep, and the rest say so', async () => {
  using world = new GitWorld();
  const names = Array.from({ length: 14 }, (_, at) => `docs/${at}.md`);
  const readme = names.map((name) => `[x](${name})\n`).join('');
  world.commit('begin', {
    files: { ...Object.fromEntries(names.map((name) => [name, `${name}\n`])), 'README.md': readme },
  });
  filler(world, 2);
  world.commit('remove', { files: Object.fromEntries(names.map((name) => [name, null])) });
  world.save();
  const shallow = Object.values(await endings(world.folder));
  expect(shallow.filter(({ state }) => state === 'removed')).toHaveLength(12);
  expect(shallow.filter(({ because }) => because === 'Not traced: at most 12 names are.')).toHaveLength(2);
  expect(Object.values(await endings(world.folder, true)).filter(({ state }) => state === 'removed')).toHaveLength(14);
});

test('the same repository gives the same rows, and keys of their own', async () => {
  using world = new GitWorld();
  world.commit('begin', {
    files: {
      'package.json': PACKAGE,
      'README.md': '`tool --a-flag` [x](a.md)\n',
      'docs/p.md': '`tool --a-flag`\n',
      'c.js': "'--a-flag'",
    },
  });
  world.save();
  const [once, twice] = [await offersOf(world.folder), await offersOf(world.folder)];
  expect(once.items).toEqual(twice.items);
  expect(once.items.map(({ externalId }) => externalId)).toEqual([
    'README.md#link:a.md',
    'README.md#flag:--a-flag',
    'docs/p.md#flag:--a-flag',
  ]);
});

test('where a single file is not in the clone, nothing is held against the rest of it', async () => {
  using world = new GitWorld();
  world.commit('begin', {
    files: {
      'package.json': PACKAGE,
      'cli.js': "'--watch'",
      'x.js': "'--json'",
      'README.md': '`tool --watch --json`\n',
    },
  });
  world.save();
  const { git, pinned } = await openPinned(world.folder);
  const { result } = await drained(readDocuments(git, pinned));
  const oid = world.git('rev-parse', 'HEAD:cli.js');
  rmSync(join(world.folder, '.git', 'objects', oid.slice(0, 2), oid.slice(2)));
  const { items, missing } = await drained(readOffers(git, pinned, result, { deep: false }));
  expect(items).toEqual([]);
  expect(missing.map(({ code }) => code)).toEqual(['NOT_COLLECTED']);
});
