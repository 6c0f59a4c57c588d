/** Shows what a document offers by name, and what only looks like an offer. */
import { expect, test } from 'vitest';
import { namedIn } from './offers-extract.ts';

const own = { programs: new Set(['tool']), scripts: new Set<string>(), served: false };
const named = (...lines: string[]) =>
  namedIn({ path: 'README.md', text: lines.join('\n') }, own).map(
    ({ kind, name, line, alone }) => `${line} ${kind} ${name}${alone ? ' alone' : ''}`,
  );

test('flags, commands, scripts, files and links are named with their line', () => {
  expect(
    named(
      '# Tool',
      '',
      'See [the guide](docs/guide.md) and `src/core/a.ts`.',
      '',
      '```sh',
      '$ npx tool build --watch',
      '  --nothing',
      '```',
      'Then `pnpm run check`.',
    ),
  ).toEqual([
    '3 link docs/guide.md',
    '3 file src/core/a.ts',
    '6 command tool build',
    '6 flag --watch',
    '9 command npm run check',
  ]);
});

test('a flag in prose counts alone, one that a list explains does not', () => {
  expect(
    named('Pass `--watch` to it.', '- `-q`, `--quiet`: say less', '| `--json` | as data |', '### `--deep`'),
  ).toEqual(['1 flag --watch alone', '2 flag --quiet alone', '3 flag --json', '4 flag --deep']);
});

test('flags of other programs are not offers', () => {
  expect(
    named(
      '```',
      'git log --oneline',
      'docker run --rm tool --inside',
      'npm install --save-dev tool',
      '```',
      'Use `--no-verify` with git.',
      'With `curl --silent`, `--fail` helps.',
    ),
  ).toEqual([]);
});

test('help printed by the tool offers the flags its lines begin with', () => {
  expect(
    named('```text', 'Usage: tool [options]', '', '  -w, --watch <dir>  like --other of old', '  --json', '```'),
  ).toEqual(['4 flag --watch', '5 flag --json']);
  expect(named('```text', 'Usage: stranger [options]', '  --watch', '```')).toEqual([]);
});

test('what is printed by an example, written in another language, or commented out offers nothing', () => {
  expect(
    named(
      '```',
      '$ tool',
      'tool: try --help',
      '```',
      '```js',
      "tool('--watch')",
      '```',
      '<!-- `tool --hidden` -->',
      '<!--',
      '[x](y.md)',
      '-->',
    ),
  ).toEqual([]);
});

test('sentences and sections about what was, dated news, and the reader’s own files offer nothing', () => {
  expect(
    named(
      'The flag `tool --old` was removed.',
      'Create `src/mine/index.ts` in your project.',
      '* 2nd January 2019: `tool publish --alias`',
      '* Released 2019-01-02: `tool --x`',
      '## Migrating from 1.x',
      '`tool --before`',
      '### Deeper',
      '`tool --also-before`',
      '## Usage',
      '`tool --now`',
    ),
  ).toEqual(['10 flag --now']);
});

test('a line continued by a backslash is one command, and front matter is none', () => {
  expect(named('---', 'tool: --x', '---', '```bash', 'tool \\', '  --watch \\', '  --json', '```')).toEqual([
    '5 flag --watch',
    '5 flag --json',
  ]);
});

test('a name is given once per document, with the line that offers it most plainly', () => {
  expect(named('Try `--watch`.', '', '```', 'tool --watch', '```', '`tool --watch`')).toEqual(['4 flag --watch']);
});

test('two million signs of a document are read in linear time', () => {
  const before = process.cpuUsage().user;
  for (const text of [
    '`'.repeat(2e6),
    '# '.repeat(1e6),
    '```\n'.repeat(5e5),
    '<!-- '.repeat(4e5),
    `${'> '.repeat(1e6)}`,
    '`a` '.repeat(5e5),
    'tool --x\n'.repeat(2e5),
  ])
    namedIn({ path: 'README.md', text }, own);
  expect(process.cpuUsage().user - before).toBeLessThan(6_000_000);
});
