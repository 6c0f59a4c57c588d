/** Shows which programs and scripts manifests name. */
import { expect, test } from 'vitest';
import { manifestsOf, ownCommands } from './offers-manifests.ts';

const tree = (...paths: string[]) => paths.map((path) => ({ mode: '100644', oid: path, size: 1, path }));

test('programs are read from package.json, Cargo.toml, pyproject.toml, setup.py and customary folders', () => {
  const manifests = [
    { path: 'package.json', text: '{"name":"@me/one","bin":"./cli.js","scripts":{"build":"x","lint:all":"y"}}' },
    { path: 'packages/a/package.json', text: '{"name":"a","bin":{"two":"a.js","@s/three":"b.js"}}' },
    {
      path: 'crates/c/Cargo.toml',
      text: '[package]\nname = "four"\n\n[[bin]]\nname = "five"\n[dependencies]\nname = "not"',
    },
    { path: 'pyproject.toml', text: '[project]\nname = "not"\n[project.scripts]\nsix = "a:b"\n[tool.x]\nnot = "a:b"' },
    { path: 'setup.py', text: "entry_points='''\n[console_scripts]\nseven=seven.cli:main\n'''" },
    { path: 'examples/x/package.json', text: '{"name":"not","bin":"x.js"}' },
    { path: 'broken/package.json', text: '{"bin":' },
  ];
  const own = ownCommands(
    manifests,
    tree('crates/c/src/main.rs', 'exe/eight', 'gem/exe/nine', 'bin/setup', 'cmd/ten/main.go', 'lib/bin/deep/no'),
  );
  expect([...own.programs].sort()).toEqual([
    'eight',
    'five',
    'four',
    'nine',
    'one',
    'seven',
    'six',
    'ten',
    'three',
    'two',
  ]);
  expect([...own.scripts]).toEqual(['build', 'lint:all']);
});

test('a library crate installs no program', () => {
  expect(ownCommands([{ path: 'Cargo.toml', text: '[package]\nname = "lib"' }], tree('src/lib.rs')).programs.size).toBe(
    0,
  );
});

test('a package of the same name may bring along what a program can do', () => {
  const served = (text: string) => ownCommands([{ path: 'package.json', text }], []).served;
  expect(served('{"name":"gulp","bin":"x.js","dependencies":{"gulp-cli":"^3.0.0"}}')).toBe(true);
  expect(served('{"name":"gulp","bin":"x.js","dependencies":{"gulp-core":"^3.0.0","other-cli":"1"}}')).toBe(false);
});

test('manifests are read nearest to the root first, those of installed packages never', () => {
  const found = manifestsOf(
    tree('b/c/package.json', 'node_modules/x/package.json', 'a/package.json', 'package.json', 'a/x.json'),
  );
  expect(found.map(({ path }) => path)).toEqual(['package.json', 'a/package.json', 'b/c/package.json']);
});
