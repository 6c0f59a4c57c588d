/** Shows what a README names held against real repositories: built in, spoken of, gone by a commit, or never there. */
import { expect, test } from 'vitest';
import { GitWorld } from '../../../test/worlds/git-world.ts';
import { drained, openPinned } from '../../../test/worlds/pinned.ts';
import { readDocuments } from './documents.ts';
import { readOffers } from './offers.ts';

async function namesOf(folder: string) {
  const { git, pinned } = await openPinned(folder);
  const { result } = await drained(readDocuments(git, pinned));
  const { items } = await drained(readOffers(git, pinned, result, { deep: false }));
  return Object.fromEntries(items.map(({ title, data }) => [title ?? '', data as Record<string, unknown>]));
}

const README = `# Tool

* \`chardet\` - Fallback detection of encodings.
* Runs with \`FastServer\` or \`UvLoop\`
* Tested on \`Raspberry\`
`;

test('a dependency and a class that went are told with their commits, whatever the messages say', async () => {
  using world = new GitWorld();
  world.commit('begin', {
    files: {
      'README.md': README,
      'setup.py': "requires=['chardet==3.*', 'uvloop']\n",
      'server.py': 'class FastServer:\n',
    },
  });
  const thinner = world.commit('Thinner', { files: { 'setup.py': "requires=['uvloop']\n" } });
  const second = world.commit('Second try', { files: { 'server.py': '# FastServer was here\n' } });
  world.commit('Tidy', { files: { 'server.py': 'pass\n' } });
  world.save();
  const found = await namesOf(world.folder);
  expect(found.chardet).toMatchObject({ kind: 'thing', line: 3, state: 'removed', removed: { sha: thinner.sha } });
  // It went in two steps: the last that was built in counts.
  expect(found.FastServer).toMatchObject({ state: 'removed', removed: { sha: second.sha } });
  expect(found.UvLoop).toMatchObject({ state: 'present' });
  expect(found.Raspberry).toMatchObject({ state: 'never' });
});

test('what files still speak of is not gone, and what only tests had was never built in', async () => {
  using world = new GitWorld();
  const files = { 'README.md': README, 'setup.py': "requires=['chardet']\n", 'tests/x.py': "import 'Raspberry'\n" };
  world.commit('begin', { files });
  world.commit('change', { files: { 'setup.py': 'requires=[]\n', 'a.py': '# like chardet2\n', 'tests/x.py': null } });
  world.save();
  const found = await namesOf(world.folder);
  expect(found.chardet).toMatchObject({ state: 'never', because: 'It is not built in by that name.' });
  expect(found.Raspberry).toMatchObject({ state: 'never' });
});

test('a choice of a flag that a usage text goes on listing is offered, and gone', async () => {
  using world = new GitWorld();
  const usage = '```sh\n$ tool --help\n\nOutput:\n  --output  Kind of report  [choices: "json", "domhtml"]\n```\n';
  const cli = "option('--output', ['json', 'domhtml']);\n";
  const manifest = JSON.stringify({ name: 'tool', bin: 'cli.js' });
  world.commit('begin', { files: { 'README.md': `# Tool\n\n${usage}`, 'package.json': manifest, 'cli.js': cli } });
  const removing = world.commit('Less', { files: { 'cli.js': "option('--output', ['json']);\n" } });
  world.save();
  const found = await namesOf(world.folder);
  expect(found.domhtml).toMatchObject({ kind: 'value', state: 'removed', removed: { sha: removing.sha } });
  expect(found.json).toMatchObject({ kind: 'value', state: 'present' });
});
