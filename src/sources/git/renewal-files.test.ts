/** Shows how what stood and what changed are joined by file and by folder. */
import { expect, test } from 'vitest';
import { inDirectories, rowsOf } from './renewal-files.ts';

test('what stood and what changed meet in one row per file, in the order of their paths', () => {
  const stood = [
    { path: 'b', gone: 0, added: 5, binary: false },
    { path: 'a', gone: 0, added: 3, binary: false },
    { path: 'bin', gone: 0, added: 0, binary: true },
  ];
  const year = [
    { path: 'b', gone: 2, added: 1, binary: false },
    { path: 'c', gone: 0, added: 7, binary: false },
  ];
  expect(rowsOf(stood, year)).toEqual([
    ['a', 3, 0, 0],
    ['b', 5, 2, 1],
    ['c', 0, 0, 7],
  ]);
});

test('by folder the sums stay the same', () => {
  expect(
    inDirectories<[string, number, number]>([
      ['src/b.js', 1, 2],
      ['README.md', 9, 9],
      ['src/a.js', 10, 20],
      ['src/x/a.js', 5, 5],
    ]),
  ).toEqual([
    ['', 9, 9],
    ['src/', 11, 22],
    ['src/x/', 5, 5],
  ]);
});
