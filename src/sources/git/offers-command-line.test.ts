/** Shows how a command line of a document is taken apart. */
import { expect, test } from 'vitest';
import { flagOf, invocationsOf, scriptOf } from './offers-command-line.ts';

const programs = (line: string) =>
  invocationsOf(line).map(({ program, words, flags }) => [program, ...words, ...flags].join(' '));

test('a command is its program, its words and its long flags', () => {
  expect(programs('vite build --watch --mode=dev src')).toEqual(['vite build --watch --mode']);
  expect(programs('$ tool serve ./data.db -p 80 --cors')).toEqual(['tool serve  --cors']);
  expect(programs('tool run -- --not-ours')).toEqual(['tool run']);
  expect(programs('tool --message "--in quotes" [--color] <file>')).toEqual(['tool --message --color']);
});

test('programs that only start another one are taken off', () => {
  const lines = [
    'npx -y tool@latest build',
    'sudo tool build',
    'pnpm exec tool build',
    'bundle exec bin/tool build',
    'NODE_ENV=x ./tool build',
    'python3 -m tool build',
    'uv run tool build',
  ];
  expect(lines.flatMap(programs)).toEqual(lines.map(() => 'tool build'));
});

test('each part of a chain is a command of its own, and a comment is none', () => {
  expect(programs('git clone --depth 1 x && cd x; npm run build | tool --json # then --more')).toEqual([
    'git clone --depth',
    'cd x',
    'npm run build',
    'tool --json',
  ]);
  expect(programs('# tool --watch')).toEqual([]);
  expect(programs('')).toEqual([]);
});

test('a script is known behind every runner, and nothing else is one', () => {
  const scripts = ['npm run build:docs', 'pnpm run build', 'yarn run a.b', 'bun run x', 'npm run-script y']
    .flatMap(invocationsOf)
    .map(scriptOf);
  expect(scripts).toEqual(['build:docs', 'build', 'a.b', 'x', 'y']);
  expect(
    ['npm install x', 'npm run', 'npm run <name>', 'cargo run build'].flatMap(invocationsOf).map(scriptOf),
  ).toEqual([null, null, null, null]);
});

test('a flag is plain and long, whatever hangs on it', () => {
  expect(['--watch', '--watch=x', '[--watch]', '--dry-run,', '--a1', '--noEmit'].map(flagOf)).toEqual([
    '--watch',
    '--watch',
    '--watch',
    '--dry-run',
    '--a1',
    '--noEmit',
  ]);
  expect(['-w', '--', '--a.b', '--[no-]x', '--x/--y', 'watch', '---', '--<name>'].map(flagOf)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
});

test('a line of two million signs is read in no time', () => {
  const before = process.cpuUsage().user;
  for (const sign of ['a', ' ', '-', '"', '|', '[', '--a-', '/.']) invocationsOf(sign.repeat(2_000_000));
  expect(process.cpuUsage().user - before).toBeLessThan(2_000_000);
});
