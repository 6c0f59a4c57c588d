/** Shows code spans, links and paths found on a line, also a hostile one. */
import { expect, test } from 'vitest';
import { fileOf, linksOf, spansOf } from './offers-spans.ts';

test('code spans are taken out, whatever number of backticks they stand in', () => {
  expect(spansOf('a `b` c ``d ` e`` f')).toEqual({ spans: ['b', 'd ` e'], rest: 'a `…` c `…` f' });
  expect(spansOf('an `open one')).toEqual({ spans: [], rest: 'an open one' });
});

test('relative links are found in every dress, without anchor, query and escapes', () => {
  expect(linksOf('[a](./b.md#c) ![i](img/d%20e.png "title") [f](<g h.md>) [j](k_(l).md)')).toEqual([
    './b.md',
    'img/d e.png',
    'k_(l).md',
  ]);
  expect(linksOf('[ref]: ../x.md "t"')).toEqual(['../x.md']);
  expect(linksOf('<img width="1" src="a/b.png?raw=true"><a href="c.md">')).toEqual(['a/b.png', 'c.md']);
});

test('addresses, anchors, absolute paths, templates and footnotes are no relative links', () => {
  const line = '[a](https://x.y/z) [b](#c) [d](/e/f) [g](mailto:h@i) [j]({{ url }}) <a :href="pkg.url"> [k](~/l) [m]()';
  expect(linksOf(line)).toEqual([]);
  expect(linksOf('[^1]: note.md')).toEqual([]);
});

test('a path in a code span has a folder, and is neither a pattern, absolute, a package nor the reader’s own', () => {
  expect(['src/a.ts', './docs/b/', 'a/b.rb:12', 'lib/x/y.py#L3-L9'].map(fileOf)).toEqual([
    'src/a.ts',
    'docs/b/',
    'a/b.rb',
    'lib/x/y.py',
  ]);
  const none = [
    'a.ts',
    '/etc/x.y',
    '~/a/b.c',
    'src/*.ts',
    'src/<name>.ts',
    '@scope/pkg.js',
    'text/html',
    'dist/a.js',
    'path/to/file.x',
    '../a/b.c',
    'a b/c.d',
    'https://a/b.c',
  ];
  expect(none.map(fileOf)).toEqual(none.map(() => null));
});

test('lines of two million signs are read in no time', () => {
  const before = process.cpuUsage().user;
  for (const sign of ['`', '](', '[', 'a/', '"', ' src="', '(', '` '])
    for (const read of [spansOf, linksOf, fileOf]) read(sign.repeat(2_000_000 / sign.length));
  expect(process.cpuUsage().user - before).toBeLessThan(4_000_000);
});
