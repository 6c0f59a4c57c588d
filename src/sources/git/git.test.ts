/** The git source over whole repositories: what it yields, how it resumes, and how it takes odd bytes. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import type { Gathered } from '#core/evidence.ts';
import { canonical } from '#core/json.ts';
import type { Git } from '#core/source.ts';
import { openGit } from '#engine/git.ts';
import { sourceContract, type World } from '../../../test/contracts/source.ts';
import { keyOf } from '../../../test/contracts/source-run.ts';
import { commitsOf, fillWorld, gatherGit, tagsOf } from '../../../test/worlds/git-reading.ts';
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

const contractWorlds: World[] = [
  {
    name: 'a repository with merges, releases and documents',
    open() {
      const made = new GitWorld();
      fillWorld(made);
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

test('a merge brings what it merges; a release branch that never landed is told as such', async () => {
  const made = world();
  fillWorld(made);
  const { items } = await gatherGit(made.folder);
  const found = commitsOf(items);
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
  fillWorld(made);
  const { items } = await gatherGit(made.folder);
  const found = tagsOf(items);
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
    data: { commit: commitsOf(items).get('Backport')?.externalId },
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
  const { items, missing } = await gatherGit(made.folder);
  const found = tagsOf(items);
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
  for (const row of commitsOf((await gatherGit(made.folder)).items).values())
    expect(row.data?.land).toBe(row.externalId);
});

test('authors go through the mailmap of the commit read, and a private address is known for its login', async () => {
  const made = world();
  made.commit('Old address', { author: 'ada <ADA@old.example.org>' });
  made.commit('Private', { author: 'Bob <123+bob@users.noreply.github.com>' });
  made.commit('Mapped', { files: { '.mailmap': 'Ada Maker <ada@example.org> <ada@old.example.org>\n' } });
  made.commit('Nobody', { author: ' <>' });
  made.save();
  writeFileSync(join(made.folder, '.mailmap'), 'Wrong <wrong@example.org> <ada@old.example.org>\n');
  const found = commitsOf((await gatherGit(made.folder)).items);
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
  const found = commitsOf((await gatherGit(made.folder)).items);
  expect([...found.keys()].sort()).toEqual(['', 'broken caf\ufffd', 'declared café', 'looks like a log']);
  expect(found.get('looks like a log')).toMatchObject({ body, data: { paths: ['A a'] } });
});

test('paths with spaces, quotes, newlines and other letters come as they are', async () => {
  const made = world();
  const paths = ['with space', 'with "quotes"', 'new\nline', 'ünïcode', '-dash', 'back\\slash'];
  made.commit('Odd', { files: Object.fromEntries(paths.map((path) => [path, path])) });
  made.save();
  const odd = commitsOf((await gatherGit(made.folder)).items).get('Odd');
  expect(odd?.data?.paths).toEqual(paths.map((path) => `A ${path}`).sort());
});

test('dates of 1970 and 2099 are mended, said so, and do not move the end of what is known', async () => {
  const made = world();
  made.commit('Good', { at: '2020-01-01' });
  made.commit('Unset', { at: 0, authoredAt: 0 });
  made.commit('Better', { at: '2020-02-01' });
  made.commit('Ahead', { at: '2099-01-01' });
  made.save();
  const { items, missing, observedUntil } = await gatherGit(made.folder);
  const found = commitsOf(items);
  expect(found.get('Unset')).toMatchObject({ at: Date.UTC(2020, 0, 1), changedAt: null, data: { mended: 1 } });
  expect(found.get('Ahead')).toMatchObject({ at: Date.UTC(2020, 1, 1), data: { mended: 1 } });
  expect(found.get('Better')?.data?.mended).toBe(undefined);
  expect(observedUntil).toBe(Date.UTC(2020, 1, 1));
  expect(missing.map(({ because }) => because).join()).toContain('2 commits carry dates that cannot be');
});

test('the newer kind of repository is read alike', async () => {
  const made = world({ sha256: true });
  fillWorld(made);
  const { items } = await gatherGit(made.folder);
  expect(commitsOf(items).size).toBe(5);
  expect(commitsOf(items).get('Begin')?.externalId).toHaveLength(64);
});

test('a gather without news asks git two questions', async () => {
  const made = world();
  fillWorld(made);
  const { cursor } = await gatherGit(made.folder);
  const asked: string[] = [];
  const git = openGit(made.folder);
  const text: Git['text'] = (args, input) => {
    asked.push(args[0] as string);
    return git.text(args, input);
  };
  const stream: Git['stream'] = (args, ...rest) => {
    asked.push(args[0] as string);
    return git.stream(args, ...rest);
  };
  const { items, cursor: same } = await gatherGit(made.folder, { cursor, git: { text, stream } });
  expect(items).toEqual([]);
  expect(same).toBe(cursor);
  expect(asked).toEqual(['rev-parse', 'for-each-ref']);
});

test('a new tag alone reads no more than tags', async () => {
  const made = world();
  fillWorld(made);
  const { cursor, missing } = await gatherGit(made.folder);
  made.git('tag', 'v0.9', 'main~1');
  const heard = await gatherGit(made.folder, { cursor });
  expect(new Set(heard.items.map(({ type }) => type))).toEqual(new Set(['tag']));
  expect(heard.replaces.map(({ type }) => type)).toEqual(['tag']);
  expect(heard.missing).toEqual(missing);
  expect(heard.cursor).toBe((await gatherGit(made.folder)).cursor);
});

test('a rewritten history, another mailmap or a lost tag replaces what was read', async () => {
  const made = world();
  const first = made.commit('First');
  made.commit('Second');
  made.save();
  const before = await gatherGit(made.folder);
  made.commit('Other', { from: first });
  made.save();
  const rewritten = await gatherGit(made.folder, { cursor: before.cursor });
  expect([...commitsOf(rewritten.items).keys()].sort()).toEqual(['First', 'Other']);
  expect(rewritten.replaces).toContainEqual({ origin: `git:${first.sha}`, type: 'commit' });
  made.commit('Map', { files: { '.mailmap': 'A <a@example.org> <ada@example.org>\n' } });
  made.save();
  const mapped = await gatherGit(made.folder, { cursor: rewritten.cursor });
  expect([...commitsOf(mapped.items).values()].map(({ author }) => author?.handle)).toEqual(
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
          const heard = await gatherGit(made.folder, { cursor });
          const replaced = new Set(heard.replaces.map(({ type }) => type));
          for (const [key, row] of kept) if (replaced.has((JSON.parse(row) as Gathered).type)) kept.delete(key);
          for (const item of heard.items) kept.set(keyOf(item), canonical(item));
          cursor = heard.cursor;
        }
        const whole = await gatherGit(made.folder);
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
  fillWorld(made);
  const until = Date.UTC(2024, 0, 3, 12);
  const { items, observedUntil } = await gatherGit(made.folder, { until });
  expect([...commitsOf(items).keys()].sort()).toEqual(['Add a side', 'Begin', 'Merge side']);
  expect([...tagsOf(items).keys()]).toEqual(['refs/tags/cli@0.1.0', 'refs/tags/v1.0.0']);
  expect(observedUntil).toBe(until);
  await expect(gatherGit(made.folder, { until: 0 })).rejects.toMatchObject({ code: 'NOTHING_TO_READ' });
});
