/** The areas of a whole history: what neighbours tell of a path, and what is the product where nothing looks like one. */
import { expect, test } from 'vitest';
import { chain, evaluate } from './rows.cases.ts';

async function areasOf(paths: readonly string[], touches: (path: string) => number = () => 1) {
  const all = paths.flatMap((path) => Array.from({ length: touches(path) }, () => path));
  const { history, areas } = await evaluate({
    changes: chain(all.length, (index) => ({ paths: [all[index] as string] })),
  });
  return {
    of: Object.fromEntries(history.paths.map((path, index) => [path, areas.of[index]])),
    because: areas.because,
  };
}

test('every path has one area', async () => {
  const { of } = await areasOf(['src/a.ts', 'README.md', 'package.json', 'dist/a.js']);
  expect(of).toEqual({
    'src/a.ts': 'product',
    'README.md': 'telling',
    'package.json': 'upkeep',
    'dist/a.js': 'generated',
  });
});

test('a Python package is code without any src, its folders of docs words included', async () => {
  const { of } = await areasOf(['thing/__init__.py', 'thing/examples/loader.py', 'examples/run.py']);
  expect(of).toMatchObject({ 'thing/examples/loader.py': 'product', 'examples/run.py': 'telling' });
});

test('a book is its own product, and its README still tells', async () => {
  const { of, because } = await areasOf(['docs/ch01.md', 'docs/ch02.md', 'README.md', 'scripts/spell.sh']);
  expect(of).toEqual({
    'docs/ch01.md': 'product',
    'docs/ch02.md': 'product',
    'README.md': 'telling',
    'scripts/spell.sh': 'upkeep',
  });
  expect(because).toContain('texts and pages');
});

test('a list kept in its README is its own product', async () => {
  const { of } = await areasOf(['readme.md', 'media/logo.svg'], (path) => (path === 'readme.md' ? 9 : 1));
  expect(of['readme.md']).toBe('product');
});

test('a few scripts beside a thousand pages make no product', async () => {
  const { of, because } = await areasOf(['docs/a.md', 'serve.js'], (path) => (path === 'docs/a.md' ? 40 : 1));
  expect(of['docs/a.md']).toBe('product');
  expect(because).not.toBeNull();
});

test('settings are the product of a repository that holds nothing else', async () => {
  const { of, because } = await areasOf(['.vimrc', '.zshrc', 'install.sh', '.github/workflows/ci.yml', 'LICENSE']);
  expect(of).toEqual({
    '.vimrc': 'product',
    '.zshrc': 'product',
    'install.sh': 'product',
    '.github/workflows/ci.yml': 'upkeep',
    LICENSE: 'upkeep',
  });
  expect(because).toContain('settings and scripts');
});

test('a product with much documentation stays the product', async () => {
  const { of, because } = await areasOf(['src/a.ts', 'docs/a.md'], (path) => (path === 'docs/a.md' ? 18 : 2));
  expect([of['docs/a.md'], because]).toEqual(['telling', null]);
});
