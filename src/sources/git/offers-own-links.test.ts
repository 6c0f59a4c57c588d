/** Shows which addresses lead into the own repository, and that those whose file a commit removed are told. */
import { expect, test } from 'vitest';
import { GitWorld } from '../../../test/worlds/git-world.ts';
import { drained, openPinned } from '../../../test/worlds/pinned.ts';
import { readDocuments } from './documents.ts';
import { readOffers } from './offers.ts';
import { ownPathOf } from './offers-own-links.ts';

const own = { places: new Set(['github.com/acme/kettle']), branches: new Set(['HEAD', 'main', 'master']) };

test('an address of a file on the own branch is a path; another repository, tag or commit is none', () => {
  expect(ownPathOf('https://github.com/Acme/kettle/blob/main/docs/a%20b.md#top', own)).toBe('/docs/a b.md');
  expect(ownPathOf('https://www.github.com/acme/kettle/tree/master/src/', own)).toBe('/src');
  expect(ownPathOf('https://github.com/acme/kettles/blob/main/a.md', own)).toBeNull();
  expect(ownPathOf('https://github.com/acme/kettle/blob/v1.2.0/a.md', own)).toBeNull();
  expect(ownPathOf('https://github.com/acme/kettle/issues/1', own)).toBeNull();
  expect(ownPathOf('https://github.com/acme/kettle/blob/main/<name>.md', own)).toBeNull();
});

test('a dead address into the own repository is told with the commit that removed the file', async () => {
  const LINK = 'https://github.com/acme/kettle/blob/main';
  using world = new GitWorld();
  world.commit('begin', {
    files: {
      'package.json': JSON.stringify({ name: 'kettle', repository: 'github:acme/kettle' }),
      'Cargo.toml': '[package]\nname = "kettle"\nrepository = "https://github.com/acme/kettle"\n',
      'docs/lid.md': 'A lid.\n',
      'docs/spout.md': 'A spout.\n',
      'README.md': `# Kettle\n\n[lid](${LINK}/docs/lid.md), [spout](${LINK}/docs/spout.md)\n`,
    },
  });
  const removing = world.commit('No more lids', { files: { 'docs/lid.md': null } });
  world.save();
  const { git, pinned } = await openPinned(world.folder);
  const { result } = await drained(readDocuments(git, pinned));
  const { items } = await drained(readOffers(git, pinned, result, { deep: false }));
  const found = Object.fromEntries(items.map(({ title, data }) => [title ?? '', data as Record<string, unknown>]));
  expect(found['/docs/spout.md']).toMatchObject({ state: 'present' });
  expect(found['/docs/lid.md']).toMatchObject({ kind: 'link', state: 'removed', removed: { sha: removing.sha } });
});
