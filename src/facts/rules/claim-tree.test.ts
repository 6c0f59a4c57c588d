/** A thing that a page names is gone when the last of its own files went for good; a move or a rest of it is no end. */
import { expect, test } from 'vitest';
import type { Evidence } from '#core/evidence.ts';
import { TreeSide } from './claim-tree.ts';

const NAMES = new Set(['mysql', 'docker', 'webassets']);
const start = new Set(['mysql']);

function treeOf(...commits: readonly (readonly string[])[]): TreeSide {
  const tree = new TreeSide(NAMES);
  for (const [at, paths] of commits.entries())
    tree.change({
      id: `c${at}`,
      type: 'commit',
      at,
      title: 'Remove MySQL, Docker and webassets',
      data: { on: 1, paths },
    } as unknown as Evidence);
  return tree;
}

function goneBy(title: string, paths: readonly string[]) {
  const tree = treeOf(['A db/mysql/a.sql']);
  tree.change({ id: 'x', type: 'commit', at: 3, title, data: { on: 1, paths } } as unknown as Evidence);
  return tree.goneOf(start, 0);
}

test('the last file of a thing went with a change that removes', () => {
  const tree = treeOf(['A db/mysql/a.sql', 'A db/postgresql/a.sql'], ['M db/mysql/a.sql'], ['D db/mysql/a.sql']);
  expect(tree.goneOf(start, 0)).toEqual({ evidence: 'c2', at: 2, name: 'mysql' });
});

test.each([
  ['Dockerfile', 'docker'],
  ['tests/test_webassets.py', 'webassets'],
])('%s is a file of %s', (path, name) => {
  expect(treeOf([`A ${path}`], [`D ${path}`]).goneOf(new Set([name]), 0)?.name).toBe(name);
});

test.each([
  ['something of it is left', [['A db/mysql/a.sql', 'A src/mysql2.ts'], ['D db/mysql/a.sql']]],
  ['it moved', [['A db/mysql/a.sql'], ['D db/mysql/a.sql', 'A store/mysql/a.sql']]],
  [
    'it moved under another name',
    [['A db/mysql/a.sql'], ['D db/mysql/a.sql', 'A stores/mysql/a.sql'], ['D stores/mysql/a.sql', 'A x/mysql/a.sql']],
  ],
  ['it was only part of another name', [['A src/mysqlike.ts'], ['D src/mysqlike.ts']]],
  ['it stood in the documents alone', [['A docs/mysql.md'], ['D docs/mysql.md']]],
] as const)('not gone: %s', (_, commits) => {
  expect(treeOf(...commits).goneOf(start, 0)).toBeNull();
});

test('of what may be there still, a whole folder or a file beside the README is needed', () => {
  const doubtful = () => true;
  for (const path of ['src/mysql.ts', 'packages/node/src/mysql/a.ts', 'tests/mysql/a.sql', 'test/mysql.ts']) {
    const tree = treeOf([`A ${path}`], [`D ${path}`]);
    expect(tree.goneOf(start, 0)?.name).toBe('mysql');
    expect(tree.goneOf(start, 0, doubtful)).toBeNull();
  }
  const folder = ['a', 'b', 'c'].map((name) => `db/mysql/${name}.sql`);
  const tree = treeOf(
    folder.map((path) => `A ${path}`),
    folder.map((path) => `D ${path}`),
  );
  expect(tree.goneOf(start, 0, doubtful)?.name).toBe('mysql');
  expect(treeOf(['A Dockerfile'], ['D Dockerfile']).goneOf(new Set(['docker']), 0, doubtful)?.name).toBe('docker');
  expect(treeOf(['A test/fixtures/mysql/a.js'], ['D test/fixtures/mysql/a.js']).goneOf(start, 0)).toBeNull();
});

test('a commit that only rearranges or does not name it, pictures and what is built from the files say nothing', () => {
  const tree = treeOf(['A db/mysql/a.sql']);
  const paths = ['D db/mysql/a.sql'];
  for (const title of ['Add postgres', 'perf: faster start', 'Use one database'])
    expect(goneBy(title, paths)).toBeNull();
  expect(goneBy('feat(db)!: drop the old database', paths)).toBeNull();
  expect(goneBy('feat(db)!: drop the MySQL database', paths)?.name).toBe('mysql');
  const row = { id: 'x', type: 'commit', at: 3, title: 'Remove and split', data: { on: 1, paths } };
  tree.change(row as unknown as Evidence);
  expect(tree.goneOf(start, 0)).toBeNull();
  for (const path of ['icons/mysql.ts', 'build/mysql/a.js'])
    expect(treeOf([`A ${path}`], [`D ${path}`]).goneOf(start, 0)).toBeNull();
});

test('gone before it was said, and a history not told whole, say nothing', () => {
  const paths = [['A db/mysql/a.sql'], ['D db/mysql/a.sql']] as const;
  expect(treeOf(...paths).goneOf(start, 1)).toBeNull();
  const tree = treeOf(...paths);
  tree.change({ id: 'x', type: 'commit', at: 3, data: { on: 1, more: 4, paths: [] } } as unknown as Evidence);
  expect(tree.goneOf(start, 0)).toBeNull();
});
