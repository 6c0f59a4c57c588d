/** The same evidence gives the same bytes on SQLite and on PostgreSQL, and moving from one to the other changes nothing. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonical } from '#core/json.ts';
import type { Reading } from '#core/reading.ts';
import { reflect } from '#engine/reflect.ts';
import { resolveTarget } from '#engine/target.ts';
import { openStore } from '#store/open.ts';
import type { Store } from '#store/store.ts';
import { startPostgres, type TestServer } from '../contracts/postgres-server.ts';
import type { GitWorld } from '../worlds/git-world.ts';
import { kettle } from '../worlds/kettle.ts';

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
