/** The git source over whole repositories: what it yields, how it resumes, and how it takes what is damaged or odd. */
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import type { Gathered } from '#core/evidence.ts';
import { canonical } from '#core/json.ts';
import type { Git, Source } from '#core/source.ts';
import { openGit } from '#engine/git.ts';
import { sourceContract, type World } from '../../../test/contracts/source.ts';
import { keyOf, type RunOptions, run } from '../../../test/contracts/source-run.ts';
import { GitWorld, type Made } from '../../../test/worlds/git-world.ts';
import source from './git.ts';

const worlds: GitWorld[] = [];
afterEach(() => {
  for (const made of worlds.splice(0)) made.remove();
});

function world(options?: ConstructorParameters<typeof GitWorld>[0]): GitWorld {
  const made = new GitWorld(options);
  worlds.push(made);
  return made;
}

/** Two branches merged, a release branch, two lines of releases, documents, a removed flag. */
function fill(made: GitWorld): void {
  const first = made.commit('Begin', {
    files: { 'README.md': '# Widget\n\nRun `widget --fast`.\n', 'src/main.ts': '--fast\n' },
  });
  const side = made.commit('Add a side', { branch: 'side', from: first, files: { 'src/side.ts': 'side\n' } });
  const merged = made.commit('Merge side', { merges: [side] });
  made.tag('v1.0.0', merged, { message: 'One\n\n- a side' });
  made.commit('Explain', { files: { 'docs/guide.md': '# Guide\n', 'src/main.ts': 'nothing\n' } });
  const backport = made.commit('Backport', { branch: 'stable', from: merged, files: { 'src/main.ts': 'fixed\n' } });
  made.tag('v1.0.1', backport);
  made.tag('cli@0.1.0', side);
  made.save();
}

const contractWorlds: World[] = [
  {
    name: 'a repository with merges, releases and documents',
    open() {
      const made = new GitWorld();
      fill(made);
      return {
        options: { path: made.folder },
        git: openGit(made.folder),
        grow() {
          const newer = made.commit('Go on', { files: { 'src/more.ts': 'more\n' } });
          made.tag('v1.1.0', newer);
          made.save();
        },
        close: () => made.remove(),
      };
    },
  },
  {
    name: 'a bare repository of one commit without tags',
    open() {
      const made = new GitWorld({ bare: true });
      made.commit('Only', { files: { a: 'a\n' } });
      made.save();
      return { options: { path: made.folder }, git: openGit(made.folder), close: () => made.remove() };
    },
  },
  {
    name: 'a repository without a commit',
    fails: 'GIT_EMPTY',
    open() {
      const made = new GitWorld();
      return { options: { path: made.folder }, git: openGit(made.folder), close: () => made.remove() };
    },
  },
];

sourceContract(source, contractWorlds);

async function gather(folder: string, options: RunOptions & { git?: Git; deep?: boolean } = {}) {
  const { git = openGit(folder), deep = false } = options;
  return run(source as Source, { options: { path: folder }, git, deep }, options);
}

function commits(items: readonly Gathered[]): Map<string, Gathered> {
  return new Map(items.filter(({ type }) => type === 'commit').map((item) => [item.title ?? '', item]));
}

function tags(items: readonly Gathered[]): Map<string, Gathered> {
  return new Map(items.filter(({ type }) => type === 'tag').map((item) => [item.externalId, item]));
}

test('a merge brings what it merges; a release branch that never landed is told as such', async () => {
  const made = world();
  fill(made);
  const { items } = await gather(made.folder);
  const found = commits(items);
  const shaOf = (title: string) => found.get(title)?.externalId;
  expect(found.size).toBe(5);
  expect(found.get('Add a side')?.data).toEqual({
    parents: [shaOf('Begin')],
    on: 1,
    land: shaOf('Merge side'),
    paths: ['A src/side.ts'],
  });
  expect(found.get('Merge side')?.data).toEqual({
    parents: [shaOf('Begin'), shaOf('Add a side')],
    on: 1,
    land: shaOf('Merge side'),
    paths: [],
  });
  expect(found.get('Explain')?.data?.paths).toEqual(['A docs/guide.md', 'M src/main.ts']);
  expect(found.get('Backport')?.data).toMatchObject({ on: 0, land: null, paths: ['M src/main.ts'] });
  expect(new Set(items.map(({ origin }) => origin))).toEqual(new Set([`git:${shaOf('Begin')}`]));
});

test('tags carry commit, version and line, and the message of those that have one', async () => {
  const made = world();
  fill(made);
  const { items } = await gather(made.folder);
  const found = tags(items);
  expect(found.get('refs/tags/v1.0.0')).toMatchObject({
    title: 'v1.0.0',
    version: '1.0.0',
    line: null,
    body: 'One\n\n- a side',
    data: { pre: 0 },
  });
  expect(found.get('refs/tags/v1.0.1')).toMatchObject({
    body: null,
    author: null,
    data: { commit: commits(items).get('Backport')?.externalId },
  });
  expect(found.get('refs/tags/cli@0.1.0')).toMatchObject({ version: '0.1.0', line: 'cli' });
});

test('odd tags: a name like an option, a tag of a tag, a tag of a tree, a wrong clock, a name without a version', async () => {
  const made = world();
  const first = made.commit('First', { at: '2020-01-01', files: { a: 'a' } });
  made.tag('--help', first);
  made.tag('v1.0', first, { message: 'One', at: '2099-01-01' });
  made.tag('phoenix', first, { message: 'No version', at: '2020-02-01' });
  made.save();
  made.git('tag', '-a', '-m', 'Again', 'v1.0-again', 'v1.0');
  made.git('tag', '-a', '-m', 'A tree', 'tree', 'HEAD^{tree}');
  const { items, missing } = await gather(made.folder);
  const found = tags(items);
  expect([...found.keys()]).toEqual(
    ['--help', 'phoenix', 'tree', 'v1.0', 'v1.0-again'].map((name) => `refs/tags/${name}`),
  );
  expect(found.get('refs/tags/v1.0')).toMatchObject({ at: Date.UTC(2020, 0, 1), data: { mended: 1 } });
  expect(found.get('refs/tags/v1.0-again')?.data?.commit).toBe(first.sha);
  expect(found.get('refs/tags/tree')?.data).toMatchObject({ commit: null, describes: 1 });
  expect(found.get('refs/tags/--help')?.data).toMatchObject({ unread: 1 });
  expect(missing.map(({ because }) => because)).toContain('No version can be read from 2 of 5 tags: --help, phoenix');
});

test('branches that are squashed or rebased land by themselves', async () => {
  const made = world();
  for (const title of ['One (#1)', 'Two (#2)', 'Three']) made.commit(title);
  made.save();
  for (const row of commits((await gather(made.folder)).items).values()) expect(row.data?.land).toBe(row.externalId);
});

test('authors go through the mailmap of the commit read, and a private address is known for its login', async () => {
  const made = world();
  made.commit('Old address', { author: 'ada <ADA@old.example.org>' });
  made.commit('Private', { author: 'Bob <123+bob@users.noreply.github.com>' });
  made.commit('Mapped', { files: { '.mailmap': 'Ada Maker <ada@example.org> <ada@old.example.org>\n' } });
  made.commit('Nobody', { author: ' <>' });
  made.save();
  writeFileSync(join(made.folder, '.mailmap'), 'Wrong <wrong@example.org> <ada@old.example.org>\n');
  const found = commits((await gather(made.folder)).items);
  expect(found.get('Old address')?.author).toEqual({ space: 'email', handle: 'ada@example.org', name: 'Ada Maker' });
  expect(found.get('Private')?.author?.alias).toEqual({
    space: 'github.com',
    handle: 'bob',
    because: 'noreply address',
  });
  expect(found.get('Nobody')?.author).toBe(null);
});

test('messages: broken bytes, a declared encoding, a body that looks like a log', async () => {
  const made = world();
  made.commit(Buffer.from('broken caf\xe9', 'latin1'));
  made.commit(Buffer.from('declared caf\xe9', 'latin1'), { encoding: 'ISO-8859-1' });
  const body = `M\n${'a'.repeat(40)}\n:100644 100644 ${'b'.repeat(40)} M\tx\n\n\ncommit ${'c'.repeat(40)}`;
  made.commit(`looks like a log\n\n${body}`, { files: { a: 'a' } });
  made.commit('');
  made.save();
  const found = commits((await gather(made.folder)).items);
  expect([...found.keys()].sort()).toEqual(['', 'broken caf\ufffd', 'declared café', 'looks like a log']);
  expect(found.get('looks like a log')).toMatchObject({ body, data: { paths: ['A a'] } });
});

test('paths with spaces, quotes, newlines and other letters come as they are', async () => {
  const made = world();
  const paths = ['with space', 'with "quotes"', 'new\nline', 'ünïcode', '-dash', 'back\\slash'];
  made.commit('Odd', { files: Object.fromEntries(paths.map((path) => [path, path])) });
  made.save();
  const odd = commits((await gather(made.folder)).items).get('Odd');
  expect(odd?.data?.paths).toEqual(paths.map((path) => `A ${path}`).sort());
});

test('dates of 1970 and 2099 are mended, said so, and do not move the end of what is known', async () => {
  const made = world();
  made.commit('Good', { at: '2020-01-01' });
  made.commit('Unset', { at: 0, authoredAt: 0 });
  made.commit('Better', { at: '2020-02-01' });
  made.commit('Ahead', { at: '2099-01-01' });
  made.save();
  const { items, missing, observedUntil } = await gather(made.folder);
  const found = commits(items);
  expect(found.get('Unset')).toMatchObject({ at: Date.UTC(2020, 0, 1), changedAt: null, data: { mended: 1 } });
  expect(found.get('Ahead')).toMatchObject({ at: Date.UTC(2020, 1, 1), data: { mended: 1 } });
  expect(found.get('Better')?.data?.mended).toBe(undefined);
  expect(observedUntil).toBe(Date.UTC(2020, 1, 1));
  expect(missing.map(({ because }) => because).join()).toContain('2 commits carry dates that cannot be');
});

test('the newer kind of repository is read alike', async () => {
  const made = world({ sha256: true });
  fill(made);
  const { items } = await gather(made.folder);
  expect(commits(items).size).toBe(5);
  expect(commits(items).get('Begin')?.externalId).toHaveLength(64);
});

test('a gather without news asks git two questions', async () => {
  const made = world();
  fill(made);
  const { cursor } = await gather(made.folder);
  const asked: string[] = [];
  const git = openGit(made.folder);
  const text: Git['text'] = (args, input) => {
    asked.push(args[0] as string);
    return git.text(args, input);
  };
  const { items, cursor: same } = await gather(made.folder, { cursor, git: { text, stream: git.stream } });
  expect(items).toEqual([]);
  expect(same).toBe(cursor);
  expect(asked).toEqual(['rev-parse', 'for-each-ref']);
});

test('a rewritten history, another mailmap or a lost tag replaces what was read', async () => {
  const made = world();
  const first = made.commit('First');
  made.commit('Second');
  made.save();
  const before = await gather(made.folder);
  made.commit('Other', { from: first });
  made.save();
  const rewritten = await gather(made.folder, { cursor: before.cursor });
  expect([...commits(rewritten.items).keys()].sort()).toEqual(['First', 'Other']);
  expect(rewritten.replaces).toContainEqual({ origin: `git:${first.sha}`, type: 'commit' });
  made.commit('Map', { files: { '.mailmap': 'A <a@example.org> <ada@example.org>\n' } });
  made.save();
  const mapped = await gather(made.folder, { cursor: rewritten.cursor });
  expect([...commits(mapped.items).values()].map(({ author }) => author?.handle)).toEqual(
    Array(3).fill('a@example.org'),
  );
});

test('whatever is added, reading what is new leaves the same rows as reading all', async () => {
  /** Each step makes a commit: on which branch, merging which, tagged or not; a break is a gather. */
  const step = fc.record({
    branch: fc.nat(2),
    merge: fc.option(fc.nat(2)),
    tag: fc.boolean(),
    odd: fc.nat(9),
    stop: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
      const made = new GitWorld();
      try {
        const tips: (Made | undefined)[] = [made.commit('Root', { files: { root: 'x' } })];
        const kept = new Map<string, string>();
        let cursor: string | null = null;
        for (const [at, { branch, merge, tag, odd, stop }] of [
          ...steps,
          { branch: 0, merge: 1, tag: true, odd: 1, stop: true },
        ].entries()) {
          const merged = merge === null || merge === branch ? undefined : tips[merge];
          tips[branch] = made.commit(`Step ${at}`, {
            branch: branch === 0 ? 'main' : `side${branch}`,
            ...(tips[branch] === undefined ? { from: tips[0] as Made } : {}),
            ...(merged === undefined ? {} : { merges: [merged] }),
            files: { [`file${at}`]: `${at}` },
            at: odd === 0 ? 0 : Date.UTC(2024, 0, 1 + at),
          });
          if (tag) made.tag(`v1.${at}`, tips[branch] as Made);
          if (!stop) continue;
          made.save();
          const heard = await gather(made.folder, { cursor });
          const replaced = new Set(heard.replaces.map(({ type }) => type));
          for (const [key, row] of kept) if (replaced.has((JSON.parse(row) as Gathered).type)) kept.delete(key);
          for (const item of heard.items) kept.set(keyOf(item), canonical(item));
          cursor = heard.cursor;
        }
        const whole = await gather(made.folder);
        expect(new Map([...kept].sort())).toEqual(
          new Map(whole.items.map((item) => [keyOf(item), canonical(item)] as const).sort()),
        );
        expect(cursor).toBe(whole.cursor);
      } finally {
        made.remove();
      }
    }),
    { numRuns: 6 },
  );
});

test('the past is the repository as it stood: tip, landings and tags', async () => {
  const made = world();
  fill(made);
  const until = Date.UTC(2024, 0, 3, 12);
  const { items, observedUntil } = await gather(made.folder, { until });
  expect([...commits(items).keys()].sort()).toEqual(['Add a side', 'Begin', 'Merge side']);
  expect([...tags(items).keys()]).toEqual(['refs/tags/cli@0.1.0', 'refs/tags/v1.0.0']);
  expect(observedUntil).toBe(until);
  await expect(gather(made.folder, { until: 0 })).rejects.toMatchObject({ code: 'NOTHING_TO_READ' });
});

test('a shallow clone says where it ends, and claims nothing about the commits at its edge', async () => {
  const made = world();
  const sha = ['One', 'Two', 'Three', 'Four'].map((title, at) => made.commit(title, { files: { [title]: `${at}` } }));
  made.save();
  const clone = join(made.folder, '../clone');
  made.git('clone', '-q', '--depth', '2', `file://${made.folder}`, clone);
  const { items, missing } = await gather(clone);
  const found = commits(items);
  expect([...found.keys()].sort()).toEqual(['Four', 'Three']);
  expect(found.get('Three')?.data).toEqual({ parents: [sha[1]?.sha], on: 1, land: sha[2]?.sha, shallow: 1 });
  expect(found.get('Four')?.data?.paths).toEqual(['A Four']);
  expect(missing.map(({ because }) => because)).toContain(
    'This is a shallow clone: what happened before 2024-01-03 is not in it.',
  );
});

test('a partial clone gives all its history without contents, and without trees all but the paths', async () => {
  const made = world();
  fill(made);
  made.git('config', 'uploadpack.allowFilter', 'true');
  const whole = commits((await gather(made.folder)).items);
  for (const filter of ['blob:none', 'tree:0']) {
    const clone = join(made.folder, `../${filter.replace(':', '-')}`);
    made.git('clone', '-q', '--bare', `--filter=${filter}`, `file://${made.folder}`, clone);
    const { items, missing } = await gather(clone);
    const found = commits(items);
    expect([...found.keys()].sort()).toEqual([...whole.keys()].sort());
    expect(missing.length).toBeGreaterThan(0);
    for (const [title, { data }] of whole) {
      const { paths: _, ...bare } = data as { paths: string[] };
      expect(found.get(title)?.data).toEqual(filter === 'blob:none' ? data : bare);
    }
  }
});

test('a HEAD that names no branch falls back to one that is there', async () => {
  const made = world({ bare: true });
  const first = made.commit('First', { branch: 'trunk' });
  made.save();
  expect([...commits((await gather(made.folder)).items).keys()]).toEqual(['First']);
  expect(await source.origin({ path: made.folder }, openGit(made.folder))).toBe(`git:${first.sha}`);
});

test('a file of 200 MB costs nothing', async () => {
  const made = world();
  made.commit('Small', { files: { 'README.md': '# Small\n' } });
  made.save();
  made.git('reset', '-q', '--hard');
  writeFileSync(join(made.folder, 'huge.md'), '');
  truncateSync(join(made.folder, 'huge.md'), 200_000_000);
  made.git('-c', 'core.compression=1', 'add', '.');
  made.git('commit', '-q', '-m', 'Huge');
  const before = process.memoryUsage();
  const { items } = await gather(made.folder);
  const after = process.memoryUsage();
  expect(commits(items).get('Huge')?.data?.paths).toEqual(['A huge.md']);
  expect(after.arrayBuffers + after.heapUsed - before.arrayBuffers - before.heapUsed).toBeLessThan(60_000_000);
});

test('a damaged repository is told by its code', async () => {
  const made = world();
  made.commit('First');
  made.save();
  writeFileSync(join(made.folder, '.git/HEAD'), `${'1'.repeat(40)}\n`);
  await expect(gather(made.folder)).resolves.toMatchObject({ items: expect.anything() });
  writeFileSync(join(made.folder, '.git/refs/heads/main'), `${'1'.repeat(40)}\n`);
  await expect(gather(made.folder)).rejects.toMatchObject({ code: expect.stringMatching(/^GIT_/) });
});

test('the product is called after its remote, a manifest, its README, or its folder', async () => {
  const named = async (made: GitWorld) => {
    let name: string | undefined;
    await gather(made.save().folder, { onBatch: ({ product }) => (name = product?.name ?? name) });
    return name;
  };
  const made = world({ name: 'folder.git' });
  made.commit('None');
  expect(await named(made)).toBe('folder');
  made.commit('README', { files: { 'README.md': '<p></p>\n\n# The *Widget*: a motto\n' } });
  expect(await named(made)).toBe('The Widget');
  made.commit('Manifest', { files: { 'package.json': '{"name": "@scope/widget-monorepo"}' } });
  expect(await named(made)).toBe('widget');
  made.commit('Broken manifest', { files: { 'package.json': '{', 'go.mod': 'module example.org/x/gadget/v2\n' } });
  expect(await named(made)).toBe('gadget');
  made.git('remote', 'add', 'origin', 'https://ada:secret@example.org/owner/Remote.git');
  made.commit('Remote');
  expect(await named(made)).toBe('Remote');
});
