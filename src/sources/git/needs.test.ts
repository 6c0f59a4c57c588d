/** Shows that a document behind its manifest is found in real repositories, with the commit that raised it. */
import { expect, test } from 'vitest';
import { GitWorld } from '../../../test/worlds/git-world.ts';
import { drained, openPinned } from '../../../test/worlds/pinned.ts';
import { readDocuments } from './documents.ts';
import { readNeeds } from './needs.ts';
import { dependenciesIn } from './needs-dependencies.ts';
import { requiredIn } from './needs-required.ts';
import { statedIn } from './needs-stated.ts';

const stated = (text: string) =>
  statedIn({ path: 'README.md', text }).map(({ runtime, version }) => `${runtime} ${version}`);
const cargo = (least: string) => `[package]\nname = "tool"\nrust-version = "${least}"\n`;

test('the README that stayed behind is told with the commit that raised the manifest', async () => {
  using world = new GitWorld();
  world.commit('begin', {
    files: { 'README.md': 'Make sure that you use Rust 1.76 or newer.\n', 'Cargo.toml': cargo('1.76') },
  });
  world.commit('more', { files: { 'a.txt': 'a\n' } });
  const raising = world.commit('Use let chains', { files: { 'Cargo.toml': cargo('1.88.0') } });
  world.commit('more still', { files: { 'a.txt': 'b\n' } });
  world.save();
  const { git, pinned } = await openPinned(world.folder);
  const { result } = await drained(readDocuments(git, pinned));
  const { items } = await drained(readNeeds(git, pinned, result));
  expect(items).toHaveLength(1);
  expect(items[0]?.data).toMatchObject({ stated: '1.76', required: '1.88.0', manifest: 'Cargo.toml', line: 1 });
  expect(items[0]?.data?.raised).toMatchObject({ sha: raising.sha });
});

test('a lower bound is read in the ways that people write it', () => {
  expect(stated('- Node.js v18+\n- Python >= 3.8')).toEqual(['Node 18', 'Python 3.8']);
  expect(stated('Requires Go 1.21 to build.')).toEqual([]);
  expect(stated('You need at least Ruby 2.7.')).toEqual(['Ruby 2.7']);
  expect(stated('Kettle supports Python 3.5, 2.7 and 3.6.')).toEqual(['Python 2.7']);
  expect(stated('### Build (requires Go 1.21+)')).toEqual(['Go 1.21']);
  expect(stated('Requires Django 2.2 or newer and Python 3.6+')).toEqual(['Django 2.2', 'Python 3.6']);
  expect(stated('* Python (3.5, 3.6, 3.7)\n* [Django](https://x.org) (1.11, 2.0)')).toEqual([
    'Python 3.5',
    'Django 1.11',
  ]);
  expect(stated('Note that rust version *1.60.0* or later is required.')).toEqual(['Rust 1.60.0']);
});

test('what holds for one thing alone, or was so once, is no need', () => {
  expect(stated('If you use Node 18+, it is faster.')).toEqual([]);
  expect(stated('Node >=18 || >=20')).toEqual([]);
  expect(stated('* Use Ruby >= 1.9 syntax for hashes.')).toEqual([]);
  expect(stated('Until 2.0 it worked with Python 3.6+.')).toEqual([]);
  expect(stated('### Built-in fetch (Node.js v18+)\n\nIt emits events. Requires Node.js >= 18.19')).toEqual([]);
  expect(stated('Streams support requires Node 11.7 or later.')).toEqual([]);
  expect(stated('Kettle 1.x is compatible with Node 0.2 and 0.4')).toEqual([]);
  expect(stated('Install Python for Windows (Python 3.4+ ship with pip)')).toEqual([]);
  expect(stated('For Node 4.0+ you can set it up like this:')).toEqual([]);
  expect(stated('Python 3.6+\n\nChangelog\n=========\n\n* Requests >= 1.0.4 compatibility')).toEqual(['Python 3.6']);
  expect(stated('This is the last release that supports Python 3.6 and 3.7.')).toEqual([]);
});

test('of several manifests, and of the alternatives in one, the lowest counts', () => {
  const node = (range: string) => `{\n  "engines": {\n    "node": "${range}"\n  }\n}`;
  const least = requiredIn([
    { path: 'package.json', text: node('>=22') },
    { path: 'packages/a/package.json', text: node('^20.19.0 || >=22.12.0') },
  ]);
  expect(least.get('Node')).toMatchObject({ version: '20.19.0', path: 'packages/a/package.json' });
  const go = (text: string) => requiredIn([{ path: 'go.mod', text }]).get('Go')?.version;
  expect([go('go 1.18'), go('go 1.22.3')]).toEqual([undefined, '1.22.3']);
});

test('what it is built on is read from manifests of each trade, the lowest of what they ask', () => {
  const least = (path: string, text: string) =>
    [...dependenciesIn([{ path, text }])].map(([name, { version }]) => `${name} ${version}`);
  expect(least('setup.py', "install_requires=['Django>=2.2', 'six ~= 1.10'],")).toEqual(['django 2.2', 'six 1.10']);
  expect(least('requirements.txt', 'celery>=3.5,<5\nclick==8.0\nredis>=4.0\n')).toEqual(['celery 3.5']);
  expect(least('pyproject.toml', 'django = "^3.2"\nattrs = { version = ">=21.1" }\n')).toEqual([
    'django 3.2',
    'attrs 21.1',
  ]);
  expect(
    least('x.gemspec', 's.add_dependency "railties", ">= 5.0"\ns.add_dependency("activesupport", "~> 4.2")'),
  ).toEqual(['rails 4.2']);
  const json = '{"peerDependencies":{"react":"^16.8 || ^17"},"dependencies":{"a":"*"},"devDependencies":{"b":"^2"}}';
  expect(least('package.json', json)).toEqual(['react 16.8']);
  expect(least('composer.json', '{"require":{"laravel/framework":">=8.1|^9"}}')).toEqual(['laravel 8.1']);
  expect(requiredIn([{ path: 'composer.json', text: '  "php": "^7.4|^8.0"' }]).get('PHP')?.version).toBe('7.4');
});
