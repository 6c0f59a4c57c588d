/** The same evidence gives the same bytes on SQLite and on PostgreSQL, and moving from one to the other changes nothing. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonical } from '#core/json.ts';
import type { Reading } from '#core/reading.ts';
import { homeOf, keyOf } from '#engine/home.ts';
import { reflect } from '#engine/reflect.ts';
import { resolveTarget } from '#engine/target.ts';
import { openStore } from '#store/open.ts';
import type { Store } from '#store/store.ts';
import { run } from '../../src/cli/main.ts';
import { startPostgres, type TestServer } from '../contracts/postgres-server.ts';
import type { GitWorld } from '../worlds/git-world.ts';
import { kettle } from '../worlds/kettle.ts';
import { capturedTerminal } from './captured-terminal.ts';

const key = new Uint8Array(32).fill(7);
let world: GitWorld;
let server: TestServer;

beforeAll(async () => {
  world = kettle();
  server = await startPostgres();
});

afterAll(async () => {
  world.remove();
  await server.stop();
});

async function readOn(store: Store): Promise<Reading> {
  const target = await resolveTarget(world.folder, world.folder);
  const { signal } = new AbortController();
  return reflect(store, { target, at: null, deep: false, signal, onProgress: () => {} });
}

test('a reading is the same to the byte on both engines', async () => {
  const embedded = await openStore({ file: ':memory:', key });
  const grown = await openStore({ url: await server.fresh(), key });
  const [here, there] = [canonical(await readOn(embedded)), canonical(await readOn(grown))];
  await grown.close();
  await embedded.close();
  expect(there).toBe(here);
});

test('an embedded store moved to PostgreSQL gives the reading it gave before', async () => {
  const embedded = await openStore({ file: ':memory:', key });
  const before = canonical(await readOn(embedded));
  const grown = await openStore({ url: await server.fresh(), key });
  await embedded.copyTo(grown);
  await embedded.close();
  const after = canonical(await readOn(grown));
  await grown.close();
  expect(after).toBe(before);
});

async function told(env: NodeJS.ProcessEnv, ...words: string[]): Promise<{ status: number; out: string; err: string }> {
  const terminal = capturedTerminal(env);
  const status = await run(words, terminal);
  return { status, out: terminal.out(), err: terminal.err() };
}

test('move takes a store to a server, where the reading is the same to the byte; a second move is refused', async () => {
  const home = mkdtempSync(join(tmpdir(), 'bifocal-move-'));
  const url = await server.fresh();
  const before = await told({ BIFOCAL_HOME: home }, world.folder, '--json');
  const moved = await told({ BIFOCAL_HOME: home }, 'move', '--to', url, '--json');
  expect(moved.status, moved.err).toBe(0);
  const { rows, to } = JSON.parse(moved.out) as { rows: Record<string, number>; to: string };
  expect(rows).toMatchObject({ products: 1, readings: 1 });
  expect(rows.evidence).toBeGreaterThan(200);
  expect(to).not.toContain('bifocal@');
  const there = { BIFOCAL_HOME: home, DATABASE_URL: url };
  expect((await told(there, world.folder, '--json')).out).toBe(before.out);
  expect((await told(there, world.folder, '--json', '--fresh')).out).toBe(before.out);
  expect(await told({ BIFOCAL_HOME: home }, 'move', '--to', url)).toMatchObject({ status: 1, out: '' });
  expect((await told({ BIFOCAL_HOME: home }, world.folder, '--json')).out).toBe(before.out);
  const words = await told({ BIFOCAL_HOME: home }, 'move', '--to', await server.fresh());
  expect(words.out).toMatch(/Moved [\d,]+ rows to /);
  expect(words.out).toContain('The file stays as it was');
  rmSync(home, { recursive: true, force: true });
});

test('a move that fails in the middle has moved nothing, and goes through once its cause is gone', async () => {
  const home = mkdtempSync(join(tmpdir(), 'bifocal-move-'));
  await told({ BIFOCAL_HOME: home }, world.folder, '--json');
  const url = await server.fresh();
  await (await openStore({ url, key: await keyOf(homeOf({ BIFOCAL_HOME: home }, process.platform)) })).close();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('alter table readings add constraint none check (at < 0)');
  await expect(told({ BIFOCAL_HOME: home }, 'move', '--to', url)).rejects.toThrow('violates check constraint');
  const { rows } = await client.query('select (select count(*) from products) + (select count(*) from evidence) as n');
  expect(Number((rows[0] as { n: string }).n)).toBe(0);
  await client.query('alter table readings drop constraint none');
  await client.end();
  expect((await told({ BIFOCAL_HOME: home }, 'move', '--to', url)).status).toBe(0);
  rmSync(home, { recursive: true, force: true });
});

test('move says what it needs: an address, and a file that is there', async () => {
  const home = mkdtempSync(join(tmpdir(), 'bifocal-move-'));
  expect(await told({ BIFOCAL_HOME: home }, 'move')).toMatchObject({ status: 2 });
  const none = await told({ BIFOCAL_HOME: home }, 'move', '--to', 'postgres://nobody@127.0.0.1:1/none');
  expect(none).toMatchObject({ status: 1 });
  expect(none.err).toContain('there is no such file');
  rmSync(home, { recursive: true, force: true });
});
