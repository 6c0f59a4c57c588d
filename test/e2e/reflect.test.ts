/** One command on a real repository: a reading, the same twice, alike on both machines and both engines. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Reading } from '#core/reading.ts';
import { run } from '../../src/cli/main.ts';
import type { GitWorld } from '../worlds/git-world.ts';
import { kettle } from '../worlds/kettle.ts';
import { capturedTerminal } from './captured-terminal.ts';

let world: GitWorld;
const homes: string[] = [];

function freshHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'bifocal-e2e-'));
  homes.push(home);
  return home;
}

async function read(home: string, ...words: string[]): Promise<{ status: number; out: string; err: string }> {
  const terminal = capturedTerminal({ BIFOCAL_HOME: home });
  const status = await run(words, terminal);
  return { status, out: terminal.out(), err: terminal.err() };
}

beforeAll(() => {
  world = kettle();
});

afterAll(() => {
  world.remove();
  for (const home of homes) rmSync(home, { recursive: true, force: true });
});

test('reads a repository into a reading that keeps its published schema', async () => {
  const { status, out } = await read(freshHome(), world.folder, '--json');
  expect(status).toBe(0);
  const reading = Reading.parse(JSON.parse(out));
  expect(reading.product.name).toBe('kettle');
  expect(reading.focus.making).toMatchObject({ state: 'seen', of: 52 });
  expect(reading.focus.making.weeks).toBeGreaterThan(45);
  expect(reading.lean.verdict).toBe('product');
  expect(reading.focus.serving).toMatchObject({ state: 'not-collected', weeks: null, depth: null });
  expect(reading.lenses.customer.score).toBeNull();
});

test('finds what waits and what the README still offers', async () => {
  const { out } = await read(freshHome(), world.folder, '--json');
  const { audits } = JSON.parse(out) as Reading;
  expect(audits.find(({ id }) => id === 'limbo')?.value).toBeGreaterThan(0.05);
  const stale = audits.find(({ id }) => id === 'stale-docs');
  expect(stale?.because).toMatch(/1 /);
});

test('the same repository gives the same bytes again, and in another home with another key', async () => {
  const home = freshHome();
  const first = await read(home, world.folder, '--json');
  const again = await read(home, world.folder, '--json');
  const elsewhere = await read(freshHome(), world.folder, '--json');
  expect(again.out).toBe(first.out);
  expect(elsewhere.out).toBe(first.out);
});

test('the same repository in another place is known by its history: nothing of it is read twice', async () => {
  const home = freshHome();
  const first = await read(home, world.folder, '--json');
  const copy = join(freshHome(), 'kettle');
  cpSync(world.folder, copy, { recursive: true });
  const moved = await read(home, copy, '--json');
  expect(moved.out).toBe(first.out);
  const database = new DatabaseSync(join(home, 'bifocal.db'), { readOnly: true });
  const { n } = database.prepare("select count(*) as n from sources where kind = 'git'").get() as { n: number };
  database.close();
  expect(n).toBe(1);
});

test('a folder that was added to a product is read as a part of it, by path as by name; of two, it is asked which', async () => {
  const home = freshHome();
  await read(home, 'add', '--product', 'Kitchen', world.folder);
  const byPath = await read(home, 'reflect', world.folder, '--json');
  expect(byPath.err).toBe(`${world.folder} is read as a part of Kitchen, which has it already.\n`);
  expect(JSON.parse(byPath.out).product).toMatchObject({ name: 'Kitchen' });
  expect((await read(home, 'reflect', 'Kitchen', '--json')).out).toBe(byPath.out);
  await read(home, 'add', '--product', 'Pantry', world.folder);
  const unclear = await read(home, 'reflect', world.folder);
  expect([unclear.status, unclear.out, unclear.err]).toEqual([2, '', expect.stringContaining('“Kitchen”, “Pantry”')]);
  expect(unclear.err).toContain('--product <name>');
  const own = await read(home, 'reflect', world.folder, '--product', 'Cellar', '--json');
  expect([own.err, JSON.parse(own.out).product.name]).toEqual(['', 'Cellar']);
});

test('a product of its own keeps its folder, whichever others read it too; by name it says the same to the byte', async () => {
  const home = freshHome();
  const first = await read(home, world.folder, '--json');
  expect((await read(home, 'reflect', 'kettle', '--json')).out).toBe(first.out);
  await read(home, 'add', '--product', 'Kitchen', world.folder);
  expect(await read(home, world.folder, '--json')).toEqual(first);
});

test('a second reading of unchanged evidence is looked up, and a fresh one says the same', async () => {
  const home = freshHome();
  const first = await read(home, world.folder, '--json');
  const file = join(home, 'bifocal.db');
  const kept = () => {
    const db = new DatabaseSync(file);
    const row = db.prepare('select json from readings').get() as { json: string };
    db.close();
    return row.json;
  };
  const mark = (from: string, to: string) => {
    const db = new DatabaseSync(file);
    db.prepare('update readings set json = replace(json, ?, ?)').run(from, to);
    db.close();
  };
  expect(kept()).toContain('"name":"kettle"');
  // What is kept is what is shown: nothing was derived.
  mark('"name":"kettle"', '"name":"teapot"');
  expect((JSON.parse((await read(home, world.folder, '--json')).out) as Reading).product.name).toBe('teapot');
  expect((await read(home, world.folder, '--json', '--fresh')).out).toBe(first.out);
  mark('"name":"teapot"', '"name":"kettle"');
  expect((await read(home, world.folder, '--json')).out).toBe(first.out);
});

test('a product that is named alone is read from its own sources: where one stands is not mixed into it', async () => {
  const home = freshHome();
  const first = JSON.parse((await read(home, world.folder, '--product', 'pot', '--json')).out) as Reading;
  // These tests stand in a repository of their own, which is not the pot's.
  const again = JSON.parse((await read(home, '--product', 'pot', '--json')).out) as Reading;
  expect([again.focus, again.lenses]).toEqual([first.focus, first.lenses]);
});

test('reading the past leaves the reading of the present as it was', async () => {
  const home = freshHome();
  const present = await read(home, world.folder, '--json');
  const past = await read(home, world.folder, '--at', '2025-06-01', '--json');
  const again = await read(home, world.folder, '--json');
  const elsewhere = await read(freshHome(), world.folder, '--at', '2025-06-01', '--json');
  expect(again.out).toBe(present.out);
  expect(elsewhere.out).toBe(past.out);
  const reading = JSON.parse(past.out) as Reading;
  expect(reading.at).toBe('2025-06-01T23:59:59Z');
  expect(reading.focus.making.depth).not.toBeNull();
  // The flag went in October 2025: in June the README was right.
  expect(reading.audits.find(({ id }) => id === 'stale-docs')?.value ?? 0).toBe(0);
});

test('a bare clone gives the same reading as the work tree', async () => {
  const bare = kettle({ bare: true });
  const [tree, clone] = [
    await read(freshHome(), world.folder, '--json'),
    await read(freshHome(), bare.folder, '--json'),
  ];
  bare.remove();
  expect(clone.out).toBe(tree.out);
});

test('words fit 80 columns, and 120', async () => {
  const home = freshHome();
  for (const columns of [80, 120]) {
    const terminal = capturedTerminal({ BIFOCAL_HOME: home }, columns);
    expect(await run([world.folder], terminal)).toBe(0);
    for (const line of terminal.out().split('\n')) expect([...line].length).toBeLessThanOrEqual(columns);
    expect(terminal.out().replace(/\s+/g, ' ')).toContain('more product-focused than telling');
  }
});

test('writes a page that asks nothing of the network', async () => {
  const home = freshHome();
  const file = join(home, 'reading.html');
  expect((await read(home, world.folder, '--html', file)).status).toBe(0);
  const page = readFileSync(file, 'utf8');
  expect(page).not.toMatch(/(src|href)="https?:/);
  expect(page).toContain('more product-focused');
});

test('what is not there is said with its code and a remedy, as words and as JSON', async () => {
  const words = await read(freshHome(), '/nowhere/at/all');
  expect(words).toMatchObject({ status: 1, out: '' });
  expect(words.err).toContain('TARGET_NOT_FOUND');
  const json = await read(freshHome(), '/nowhere/at/all', '--json');
  expect(JSON.parse(json.out)).toMatchObject({ ok: false, error: { code: 'TARGET_NOT_FOUND' } });
});

test('explains a figure, a question, an error and everything', async () => {
  const home = freshHome();
  expect((await read(home, 'explain', 'limbo')).out).toContain('HOW IT IS MEASURED');
  expect((await read(home, 'explain', 'arrives')).out).toContain('limbo');
  expect((await read(home, 'explain', 'GIT_EMPTY')).out).toContain('exit code 1');
  expect((await read(home, 'explain')).out).toContain('GIT_EMPTY');
  expect((await read(home, 'explain', 'nothing-of-the-kind')).status).toBe(2);
});

test('shows the cases behind a figure as they were written', async () => {
  const home = freshHome();
  await read(home, world.folder);
  const { out } = await read(home, 'explain', 'limbo', '--of', world.folder);
  expect(out).toContain('whistles in week');
});
