/** Guess first: one key, asked once, kept, shown as a ring beside its place; a terminal is left as it was found. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { capturedTerminal } from '../../test/e2e/captured-terminal.ts';
import { GitWorld } from '../../test/worlds/git-world.ts';
import { run } from './main.ts';

let world: GitWorld;
const homes: string[] = [];

beforeAll(() => {
  world = new GitWorld({ name: 'kettle' });
  world.commit('feat: boil', { files: { 'src/boil.ts': 'boil\n', 'README.md': '# Kettle\n' }, at: '2025-03-01' });
  world.commit('feat: whistle', { files: { 'src/whistle.ts': 'whistle\n' }, at: '2026-03-20' });
  world.save();
});

afterAll(() => {
  world.remove();
  for (const home of homes) rmSync(home, { recursive: true, force: true });
});

function freshHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'bifocal-guess-'));
  homes.push(home);
  return home;
}

/** `keys` null: nobody sits there. */
async function bifocal(home: string, words: readonly string[], keys: readonly (string | null)[] | null = []) {
  const terminal = capturedTerminal({ BIFOCAL_HOME: home }, 80, world.folder, keys === null ? null : [], keys ?? []);
  const status = await run(words, terminal);
  return { status, asked: terminal.keysAsked, out: terminal.out(), err: terminal.err() };
}

test('is asked once before the reading, and every later reading shows it beside its place', async () => {
  const home = freshHome();
  const first = await bifocal(home, [], ['b']);
  expect(first.asked).toEqual([
    expect.stringContaining('p more product   c more customer   b both   n neither   s skip'),
  ]);
  expect(first.out).toContain('You guessed: both.');
  const later = await bifocal(home, [], ['c']);
  expect(later.asked).toEqual([]);
  expect(later.out).toContain('You guessed: both.');
  expect(later.out).toMatch(/○ your guess: Both in focus|Both in focus ○/);
});

test('skipping is kept too, and an end of the input is asked again', async () => {
  const home = freshHome();
  expect((await bifocal(home, [], [null])).asked).toHaveLength(1);
  expect((await bifocal(home, [], ['enter'])).asked).toHaveLength(1);
  const later = await bifocal(home, [], ['p']);
  expect(later.asked).toEqual([]);
  expect(later.out).not.toContain('You guessed');
});

test('nothing is asked off a terminal, with --json, of the past, or with a flag', async () => {
  const home = freshHome();
  expect((await bifocal(home, [], null)).asked).toEqual([]);
  for (const words of [['--json'], ['--at', '2026-03-21'], ['--no-guess']]) {
    expect([words, (await bifocal(home, words, ['p'])).asked]).toEqual([words, []]);
  }
});

test('--guess answers beforehand, in the page as well, and changes no figure', async () => {
  const home = freshHome();
  const file = join(home, 'page.html');
  const plain = await bifocal(home, ['--json'], null);
  expect(await bifocal(home, ['--guess', 'customer', '--html', file], ['p'])).toMatchObject({ status: 0, asked: [] });
  expect(readFileSync(file, 'utf8')).toContain('You guessed: <b>more customer</b>');
  expect((await bifocal(home, ['--json'], null)).out).toBe(plain.out);
  const wrong = await bifocal(home, ['--guess', 'horses'], null);
  expect([wrong.status, wrong.err]).toEqual([2, expect.stringContaining('product, customer, both or neither')]);
});

test('what cannot be read ends the question too', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'bifocal-nothing-'));
  homes.push(empty);
  spawnSync('git', ['init', '-q', empty]);
  const terminal = capturedTerminal({ BIFOCAL_HOME: freshHome() }, 80, empty, []);
  expect(await run([], { ...terminal, key: (_, __, until) => ended(until) })).toBe(1);
});

function ended(until: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (until.aborted) resolve(null);
    until.addEventListener('abort', () => resolve(null));
  });
}

/** util-linux gives a real terminal to talk to; where it is missing there is none to test on. */
const hasTerminal = spawnSync('script', ['--version']).status === 0;

test.runIf(hasTerminal).each([
  ['Ctrl-C', '\u0003', 'INTERRUPTED'],
  ['a key', 'n', 'You guessed: neither.'],
])(
  'after %s a real terminal is as it was before (needs script of util-linux)',
  async (_, key, said) => {
    const main = new URL('./main.ts', import.meta.url).pathname;
    const node = `${process.execPath} --disable-warning=ExperimentalWarning --conditions=bifocal-source ${main} ${world.folder} --no-issues`;
    const env = { PATH: process.env.PATH, BIFOCAL_HOME: freshHome(), TERM: 'xterm', LANG: 'C.UTF-8' };
    const child = spawn('script', ['-qec', `stty -g; ${node}; stty -g`, '/dev/null'], { env });
    let heard = '';
    child.stdout.on('data', (chunk: Buffer) => {
      const before = heard.includes('s skip');
      heard += chunk.toString();
      if (!before && heard.includes('s skip')) setTimeout(() => child.stdin.write(key), 50);
    });
    await new Promise((resolve) => child.on('close', resolve));
    const settings = heard.match(/^[0-9a-f]+(?::[0-9a-f]+){10,}\r?$/gm) ?? [];
    expect(settings).toHaveLength(2);
    expect(settings[1]).toBe(settings[0]);
    expect(heard).toContain(said);
  },
  20_000,
);
