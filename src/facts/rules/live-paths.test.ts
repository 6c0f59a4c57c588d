/** Shows which files are there after some commits, and which say nothing of the product. */
import { expect, test } from 'vitest';
import type { Evidence } from '#core/evidence.ts';
import { LivePaths } from './live-paths.ts';

function after(...commits: readonly (readonly string[])[]) {
  const live = new LivePaths();
  for (const paths of commits) live.change({ type: 'commit', data: { on: 1, paths } } as unknown as Evidence);
  return (...words: readonly string[]) => live.has(new Set(words));
}

test('a file is there until a commit deletes it', () => {
  const has = after(['A db/MySQL/a.sql', 'A src/graph-export.ts'], ['M db/MySQL/a.sql'], ['D db/MySQL/a.sql']);
  expect(has('mysql')).toBe(false);
  expect(has('graph')).toBe(true);
  expect(has('graph', 'export')).toBe(true);
  expect(has('graph', 'import')).toBe(false);
});

test.each(['docs/mysql.md', 'tests/mysql/a.sql', 'icons/mysql.ts', 'mysql.svg', '.mysql/x', 'dist/mysql.js'])(
  '%s is no file of the product',
  (path) => expect(after([`A ${path}`])('mysql')).toBe(false),
);

test('a commit beside the line that is read says nothing', () => {
  const live = new LivePaths();
  live.change({ type: 'commit', data: { paths: ['A mysql.ts'] } } as unknown as Evidence);
  expect(live.has(new Set(['mysql']))).toBe(false);
});
