/** Shows that a patch stream is read right whatever it holds and however it comes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FilePatch, PatchParser } from './lines-patch.ts';

function parsed(bytes: Buffer, sizes: readonly number[] = []): (string | FilePatch)[] {
  const found: (string | FilePatch)[] = [];
  const parser = new PatchParser({ commit: (text) => found.push(text), file: (patch) => found.push(patch) });
  let at = 0;
  for (const size of [...sizes, bytes.length]) {
    parser.push(bytes.subarray(at, at + size));
    at += size;
  }
  parser.end();
  return found;
}

const PATCH = Buffer.from(
  [
    '\0aaaa 100',
    '',
    'diff --git a/x b/y.js b/x b/y.js',
    'index 1..2 100644',
    '--- a/x b/y.js\t',
    '+++ b/x b/y.js\t',
    '@@ -3 +2,0 @@ function()',
    '-diff --git a/not b/not',
    '@@ -9,0 +9,2 @@',
    '+\0bbbb 1',
    '+@@ -1 +1 @@',
    '\\ No newline at end of file',
    'diff --git "a/\\303\\274 \\"q\\".md" "b/\\303\\274 \\"q\\".md"',
    'new file mode 100644',
    '--- /dev/null',
    '+++ "b/\\303\\274 \\"q\\".md"',
    '@@ -0,0 +1 @@',
    '+--- a/not',
    'diff --git a/old b/new',
    'similarity index 100%',
    'rename from old',
    'rename to new',
    '\0cccc 200',
    '',
    'diff --git a/p.png b/p.png',
    'Binary files a/p.png and b/p.png differ',
    'diff --git a/empty b/empty',
    'deleted file mode 100644',
    'diff --git a/link b/link',
    'index 1..2 120000',
    '--- a/link',
    '+++ b/link',
    '@@ -1 +1 @@',
    '-a',
    '\\ No newline at end of file',
    '+b',
    '\\ No newline at end of file',
    '',
  ].join('\n'),
);

const MEANT = [
  'aaaa 100',
  {
    from: 'x b/y.js',
    to: 'x b/y.js',
    as: 'text',
    hunks: [
      { start: 2, gone: 1, added: 0 },
      { start: 9, gone: 0, added: 2 },
    ],
  },
  { from: null, to: 'ü "q".md', as: 'text', hunks: [{ start: 0, gone: 0, added: 1 }] },
  { from: 'old', to: 'new', as: 'text', hunks: [] },
  'cccc 200',
  { from: 'p.png', to: 'p.png', as: 'binary', hunks: [] },
  { from: 'empty', to: null, as: 'text', hunks: [] },
  { from: 'link', to: 'link', as: 'other', hunks: [{ start: 0, gone: 1, added: 1 }] },
];

test('commits, files and hunks are told apart from lines that look like them', () => {
  expect(parsed(PATCH)).toEqual(MEANT);
});

test('a patch means the same in whatever pieces it comes', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 40 }), (sizes) => {
      expect(parsed(PATCH, sizes)).toEqual(MEANT);
    }),
  );
});

test('a line of many megabytes is stepped over without being kept', () => {
  const long = Buffer.alloc(64 * 2 ** 20, 0x61);
  const whole = [Buffer.from('\0a 1\n\ndiff --git a/x b/x\n@@ -0,0 +1 @@\n+'), long, Buffer.from('\n\0b 2\n')];
  const before = process.memoryUsage().heapUsed;
  const found: (string | FilePatch)[] = [];
  const parser = new PatchParser({ commit: (text) => found.push(text), file: (patch) => found.push(patch) });
  for (const piece of whole) parser.push(piece);
  parser.end();
  expect(found).toHaveLength(3);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(16 * 2 ** 20);
});
