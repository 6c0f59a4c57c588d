/** Shows what links and paths of documents lead to in a tree. */
import { expect, test } from 'vitest';
import { Paths, pathsOfLink, pathsOfSpan } from './offers-paths.ts';

const paths = new Paths(
  [
    ['100644', 'docs/guide/a.md'],
    ['100644', 'src/lib/x.ts'],
    ['120000', 'linked'],
    ['160000', 'module'],
    ['100644', 'README.md'],
  ].map(([mode = '', path = '']) => ({ mode, oid: '', size: 1, path })),
);
const leads = (doc: string, target: string) => pathsOfLink(doc, target).some((path) => paths.has(path));

test('a link leads from the folder of its document, to files and folders, with or without the ending', () => {
  expect(leads('README.md', 'docs/guide/a.md')).toBe(true);
  expect(leads('README.md', './docs/')).toBe(true);
  expect(leads('docs/guide/a.md', '../../src/lib/x.ts')).toBe(true);
  expect(leads('docs/guide/b.md', 'a')).toBe(true);
  expect(leads('docs/guide/b.md', './a.html')).toBe(true);
  expect(leads('docs/guide/b.md', '../a')).toBe(true);
  expect(leads('docs/guide/b.md', 'c.md')).toBe(false);
});

test('a link out of the repository may mean anything, so it means nothing', () => {
  expect(pathsOfLink('README.md', '../../issues')).toEqual([]);
});

test('nobody can tell what lies behind a symbolic link or in a submodule', () => {
  expect(leads('README.md', 'linked/x.md')).toBe(true);
  expect(leads('README.md', 'module/y.md')).toBe(true);
});

test('a path in prose is meant from the root or from beside, and may be shortened', () => {
  expect(pathsOfSpan('docs/guide/a.md', 'src/lib/')).toEqual(['src/lib', 'docs/guide/src/lib']);
  expect(paths.hasEnding('lib/x.ts')).toBe(true);
  expect(paths.hasEnding('ib/x.ts')).toBe(false);
  expect(paths.hasInOtherCase('readme.MD')).toBe(true);
});
