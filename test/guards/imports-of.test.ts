/** The import guard sees only what this reads, so every way of writing an import must be read. */
import { expect, test } from 'vitest';
import { importsOf } from './imports-of.ts';
import { mayImport } from './layers.ts';

const seen = (code: string) => importsOf(code).map(({ specifier, types }) => `${types ? 'types of ' : ''}${specifier}`);

test('imports, re-exports and dynamic imports are seen, over several lines too', () => {
  const code = [
    "import a from './a.ts';",
    "import { b, type B } from '#core/b.ts';",
    "import {\n  c,\n  d as e,\n} from '#core/c.ts';",
    "import * as f from 'f';",
    "import './g.ts';",
    "export { h } from './h.ts';",
    "export * from './i.ts';",
    "const j = await import('#store/j.ts');",
  ].join('\n');
  expect(seen(code)).toEqual(['./a.ts', '#core/b.ts', '#core/c.ts', 'f', './g.ts', './h.ts', './i.ts', '#store/j.ts']);
});

test('what is gone at run time is told apart', () => {
  expect(seen("import type { A } from '#facts/a.ts';\nexport type { B } from './b.ts';")).toEqual([
    'types of #facts/a.ts',
    'types of ./b.ts',
  ]);
});

test('the line is the one on which the import begins', () => {
  expect(importsOf("/** x */\n\nimport {\n  a,\n} from './a.ts';")).toEqual([
    { specifier: './a.ts', line: 3, types: false },
  ]);
});

test('the table lets types pass where only types may, and nothing to the right', () => {
  expect(mayImport('audits', 'facts', true)).toBe(true);
  expect(mayImport('audits', 'facts', false)).toBe(false);
  expect(mayImport('core', 'store', true)).toBe(false);
  expect(mayImport('report', 'engine', false)).toBe(false);
});
