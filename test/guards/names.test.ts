/** Names come from the field: kebab-case, no drawers for odds and ends, and one id in every place it stands. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AUDITS } from '#audits/registry.ts';
import { FACTS } from '#facts/registry.ts';
import { SOURCES } from '#sources/registry.ts';
import { codeFiles, files, foldersIn, ROOT, text } from './tree.ts';

const DRAWERS = /(^|-)(utils?|helpers?|common|misc)(-|$)|(^|-)(manager|service)s?$|^index$/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function partsOf(path: string): string[] {
  const parts = path.split('/');
  return [...parts.slice(0, -1), ...(parts.at(-1) ?? '').split('.').slice(0, -1)];
}

test('every folder and file of code has a kebab-case name', () => {
  expect(codeFiles().filter((path) => partsOf(path).some((part) => !KEBAB.test(part)))).toEqual([]);
});

test('no file or folder is a drawer for odds and ends', () => {
  expect(codeFiles().filter((path) => partsOf(path).some((part) => DRAWERS.test(part)))).toEqual([]);
});

test('every folder of audits is one audit of that id', () => {
  const ids = AUDITS.map(({ id }) => id);
  expect(foldersIn('src/audits')).toEqual(ids);
  expect(ids.filter((id) => !existsSync(join(ROOT, 'src/audits', id, `${id}.ts`)))).toEqual([]);
});

test('every folder of sources is one source of that id', async () => {
  const ids: string[] = [];
  for (const load of Object.values(SOURCES)) ids.push((await load()).id);
  expect(ids).toEqual(Object.keys(SOURCES));
  expect(foldersIn('src/sources').toSorted()).toEqual(ids.toSorted());
});

test('every fact is a file of its id', () => {
  const named = FACTS.map(({ id }) => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
  expect(named.filter((name) => !existsSync(join(ROOT, 'src/facts', `${name}.ts`)))).toEqual([]);
});

test('only units have a default export', () => {
  const unit = /^src\/(audits|findings|sources)\/([^/]+)\/\2\.ts$|^src\/facts\/[^/]+\.ts$/;
  // The templates of `npm run new` hold the text of units.
  const others = files(/^(src|scripts(?!\/new\/)|test|bench)\/.*\.ts$/).filter((path) => !unit.test(path));
  expect(others.filter((path) => /^export default /m.test(text(path)))).toEqual([]);
});

test('nothing that a run leaves behind lies in the root: each file there has an ending, but the licence', () => {
  expect(files(/^[^/]+$/).filter((path) => !/\.\w+$|^LICENSE$/.test(path))).toEqual([]);
});
