/** What a README states and a file beside it proves wrong is found with its change; what may be right is left alone. */
import { expect, test } from 'vitest';
import { GitWorld } from '../../../test/worlds/git-world.ts';
import { drained, openPinned } from '../../../test/worlds/pinned.ts';
import { readDocuments } from './documents.ts';
import { readOffers } from './offers.ts';
import { provenWrong } from './stated.ts';

const MIT = 'Permission is hereby granted, free of charge, to any person obtaining a copy';
const FILES = {
  'package.json': '{"name": "kettle", "dependencies": {"boil": "^1.0.0"}, "devDependencies": {"steam": "^2.0.0"}}',
  LICENSE: MIT,
};

function wrong(text: string, files: Readonly<Record<string, string>> = FILES): string[] {
  const beside = { files: new Map(Object.entries(files)), paths: Object.keys(files) };
  return provenWrong({ path: 'README.md', text }, beside).map(({ says, file }) => `${says}, ${file}`);
}

test.each([
  ['It has no dependencies.', 'no dependencies, package.json'],
  ['Zero runtime dependencies', 'Zero runtime dependencies, package.json'],
  ['License: Apache 2.0', 'Apache 2.0, LICENSE'],
  ['# Kettle\n\nKettle is under the BSD license.', 'BSD, LICENSE'],
  ['## Dependencies\n\n* Steam: pressure', 'Steam, package.json'],
])('“%s” is proven wrong', (text, found) => expect(wrong(text)).toEqual([found]));

test.each([
  'It has no peer dependencies.',
  'Works for packages that have no dependencies.',
  'Linux and macOS are supported with no additional dependencies.',
  'Recipes with no dependencies run first.',
  'Licensed under the MIT license.',
  'Licensed under Apache 2.0 or MIT.',
  'Its own code remains under the BSD license and any contributions are made under it.',
  'The icons are under the Apache license.',
  '| github.com/steam/pipe | MPL License |',
  'pdf.js is distributed under the terms of the Apache license.',
  'You can find a copy of the license at https://apache.org/licenses/LICENSE-2.0.',
  '## Dependencies\n\n* Boil: hot water',
  '## Developer dependencies\n\n* Steam: pressure',
  '## Features\n\n* Steam: pressure',
])('“%s” may well be right', (text) => expect(wrong(text)).toEqual([]));

test('what is not published, and a second licence, prove nothing', () => {
  expect(wrong('No dependencies.', { 'package.json': '{"private": true, "dependencies": {"a": "1"}}' })).toEqual([]);
  expect(wrong('No dependencies.', { 'Cargo.toml': '[dependencies]\nboil = "1"\n' })).toEqual([]);
  expect(wrong('License: BSD', { LICENSE: MIT, 'LICENSE-APACHE': 'Apache License, Version 2.0' })).toEqual([]);
});

test('the change that made it wrong is told; a need that no manifest ever named is none', async () => {
  using world = new GitWorld();
  const readme = '# Kettle\n\nIt has no dependencies.\n\nIt relies on:\n\n* Boil: hot water\n* Steam: pressure\n';
  const manifest = (needs: string) => `{\n  "name": "kettle",\n  "peers": {"boil": "1"}${needs}\n}\n`;
  world.commit('begin', { files: { 'README.md': readme, 'package.json': manifest('') } });
  const more = world.commit('use fire', { files: { 'package.json': manifest(', "dependencies": {"fire": "1"}') } });
  world.commit('more', { files: { 'a.txt': 'a\n' } });
  const less = world.commit('drop boil', {
    files: { 'package.json': '{"name": "kettle", "dependencies": {"fire": "1"}}' },
  });
  world.save();
  const { git, pinned } = await openPinned(world.folder);
  const { result } = await drained(readDocuments(git, pinned));
  const { items } = await drained(readOffers(git, pinned, result, { deep: false }));
  const stated = items.flatMap(({ title, data }) => (data?.kind === 'stated' ? [{ title, ...data }] : []));
  expect(stated).toMatchObject([
    { title: '"dependencies": "fire": "1"', line: 3, because: 'package.json', removed: { sha: more.sha } },
    { title: 'drop boil', line: 7, because: 'package.json', removed: { sha: less.sha } },
  ]);
  expect(stated).toHaveLength(2);
});
