/** The git source over what is not a whole and sound repository: clones cut short, odd heads, huge files, damage. */
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openGit } from '#engine/git.ts';
import { commitsOf, fillWorld, gatherGit } from '../../../test/worlds/git-reading.ts';
import { GitWorld } from '../../../test/worlds/git-world.ts';
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

test('a shallow clone says where it ends, and claims nothing about the commits at its edge', async () => {
  const made = world();
  const sha = ['One', 'Two', 'Three', 'Four'].map((title, at) => made.commit(title, { files: { [title]: `${at}` } }));
  made.save();
  const clone = join(made.folder, '../clone');
  made.git('clone', '-q', '--depth', '2', `file://${made.folder}`, clone);
  const { items, missing } = await gatherGit(clone);
  const found = commitsOf(items);
  expect([...found.keys()].sort()).toEqual(['Four', 'Three']);
  expect(found.get('Three')?.data).toEqual({ parents: [sha[1]?.sha], on: 1, land: sha[2]?.sha, shallow: 1 });
  expect(found.get('Four')?.data?.paths).toEqual(['A Four']);
  expect(missing.map(({ because }) => because)).toContain(
    'This is a shallow clone: what happened before 2024-01-03 is not in it.',
  );
});

test('a partial clone gives all its history without contents, and without trees all but the paths', async () => {
  const made = world();
  fillWorld(made);
  made.git('config', 'uploadpack.allowFilter', 'true');
  const whole = commitsOf((await gatherGit(made.folder)).items);
  for (const filter of ['blob:none', 'tree:0']) {
    const clone = join(made.folder, `../${filter.replace(':', '-')}`);
    made.git('clone', '-q', '--bare', `--filter=${filter}`, `file://${made.folder}`, clone);
    const { items, missing } = await gatherGit(clone);
    const found = commitsOf(items);
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
  expect([...commitsOf((await gatherGit(made.folder)).items).keys()]).toEqual(['First']);
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
  const before = process.resourceUsage().maxRSS;
  const { items } = await gatherGit(made.folder);
  expect(commitsOf(items).get('Huge')?.data?.paths).toEqual(['A huge.md']);
  expect(process.resourceUsage().maxRSS - before).toBeLessThan(100_000);
});

test('a damaged repository is told by its code', async () => {
  const made = world();
  made.commit('First');
  made.save();
  writeFileSync(join(made.folder, '.git/HEAD'), `${'1'.repeat(40)}\n`);
  await expect(gatherGit(made.folder)).resolves.toMatchObject({ items: expect.anything() });
  writeFileSync(join(made.folder, '.git/refs/heads/main'), `${'1'.repeat(40)}\n`);
  await expect(gatherGit(made.folder)).rejects.toMatchObject({ code: expect.stringMatching(/^GIT_/) });
});

test('the product is called after its remote, a manifest, its README, or its folder', async () => {
  const named = async (made: GitWorld) => {
    let name: string | undefined;
    await gatherGit(made.save().folder, { onBatch: ({ product }) => (name = product?.name ?? name) });
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
