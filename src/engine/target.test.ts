/** What a user names becomes sources: repositories on GitHub, saved files by their content, and what bifocal.json lists. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { GitWorld } from '../../test/worlds/git-world.ts';
import { issuesRemote } from './issues.ts';
import { joinTargets, resolveTarget } from './target.ts';

const folder = mkdtempSync(join(tmpdir(), 'bifocal-target-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ISSUE = {
  ...{ number: 1, title: 'Lid', createdAt: '2026-03-01T00:00:00Z' },
  url: 'https://github.com/acme/kettle/issues/1',
};

test('a repository on GitHub is named in several ways', async () => {
  for (const named of [
    'github:acme/kettle',
    'https://github.com/acme/kettle',
    'https://github.com/acme/kettle.git',
    'https://github.com/acme/kettle/issues',
  ]) {
    const target = await resolveTarget(named, folder, {});
    expect([named, target.name, target.sources]).toEqual([
      named,
      'kettle',
      [{ kind: 'github', options: { repo: 'acme/kettle' } }],
    ]);
  }
  await expect(resolveTarget('github:kettle', folder, {})).rejects.toMatchObject({ code: 'USAGE' });
  const page = await resolveTarget('https://github.com/acme/kettle/blob/main/CHANGELOG.md', folder, {});
  expect(page.sources[0]?.kind).toBe('changelog');
});

test('an API of one’s own comes from the environment', async () => {
  const env = { BIFOCAL_GITHUB_API: 'https://git.example.org/api/v3' };
  const { sources } = await resolveTarget('github:acme/kettle', folder, env);
  expect(sources[0]?.options).toEqual({ repo: 'acme/kettle', api: 'https://git.example.org/api/v3' });
  const odd = await resolveTarget('github:acme/kettle', folder, { BIFOCAL_GITHUB_API: 'file:///etc' });
  expect(odd.sources[0]?.options).toEqual({ repo: 'acme/kettle' });
});

test('saved files are told by their content and read together; other JSON is nothing to read', async () => {
  writeFileSync(join(folder, 'a.txt'), JSON.stringify([ISSUE]));
  writeFileSync(join(folder, 'b.json'), JSON.stringify([ISSUE]));
  writeFileSync(join(folder, 'menu.json'), '[{"tea":"green"}]');
  writeFileSync(join(folder, 'CHANGELOG.md'), '## 1.0.0\n');
  const named = ['CHANGELOG.md', 'a.txt', 'b.json'];
  const [first, ...others] = await Promise.all(named.map((name) => resolveTarget(name, folder, {})));
  if (!first) throw new Error('nothing was named');
  expect(joinTargets([first, ...others]).sources).toEqual([
    { kind: 'changelog', options: { path: join(folder, 'CHANGELOG.md') } },
    { kind: 'github', options: { files: [join(folder, 'a.txt'), join(folder, 'b.json')] } },
  ]);
  await expect(resolveTarget('menu.json', folder, {})).rejects.toMatchObject({ code: 'NOTHING_TO_READ' });
});

test('bifocal.json names saved files from where it lies', async () => {
  const inner = join(folder, 'product', 'deep');
  mkdirSync(inner, { recursive: true });
  const sources = [{ kind: 'github', options: { file: 'issues.json' } }];
  writeFileSync(join(folder, 'product', 'bifocal.json'), JSON.stringify({ product: 'Kettle', sources }));
  const target = await resolveTarget('.', inner, {});
  expect(target.name).toBe('Kettle');
  expect(target.sources).toEqual([{ kind: 'github', options: { files: [join(folder, 'product', 'issues.json')] } }]);
});

test('bifocal.json tells what the product is, and places the paths of its sources', async () => {
  const drink = join(folder, 'drink');
  mkdirSync(drink);
  const sources = [{ kind: 'catalogue', options: { path: 'shelf' } }];
  const file = { product: 'Fizz', kind: 'drink', customers: 'guests', sources };
  writeFileSync(join(drink, 'bifocal.json'), JSON.stringify(file));
  const { sources: read, told, name } = await resolveTarget(drink, folder, {});
  expect({ name, told }).toEqual({ name: 'Fizz', told: { kind: 'drink', customers: 'guests' } });
  expect(read).toEqual([{ kind: 'catalogue', options: { path: join(drink, 'shelf') } }]);
});

test('a remote of a work tree and of a bare folder is found, whatever else is configured', async () => {
  using world = new GitWorld({ bare: true });
  world.commit('feat: boil', { files: { a: 'a' } });
  world.save();
  const target = await resolveTarget(world.folder, folder, {});
  expect(await issuesRemote(target, AbortSignal.timeout(5_000))).toBe(null);
  world.git('config', 'remote.origin.url', 'ssh://git@github.com/acme/kettle.git');
  world.git('config', 'remote.mirror.url', 'https://github.com/other/thing');
  world.git('config', 'remote.origin.pushurl', 'https://example.org/x');
  expect(await issuesRemote(target, AbortSignal.timeout(5_000))).toBe('acme/kettle');
});
