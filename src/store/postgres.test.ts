/** The contract of the store on PostgreSQL, and that both engines answer alike. */
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { startPostgres, type TestServer } from '../../test/contracts/postgres-server.ts';
import { accessContract } from '../../test/contracts/store-access.ts';
import { gatherContract } from '../../test/contracts/store-gathers.ts';
import { keptContract } from '../../test/contracts/store-kept.ts';
import { peopleContract } from '../../test/contracts/store-people.ts';
import { readContract } from '../../test/contracts/store-reads.ts';
import { restContract } from '../../test/contracts/store-rest.ts';
import { roundsContract } from '../../test/contracts/store-rounds.ts';
import { all, bench, commit, gather, KEY, type Place, people, said } from '../../test/contracts/store-world.ts';
import { openStore } from './open.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startPostgres();
});

afterAll(async () => {
  await server?.stop();
});

const idle: string[] = [];

/** A schema whose tables an earlier test made and left; another key's check lies in its tables, so it gets its own. */
async function onServer(): Promise<Place> {
  const url = idle.pop() ?? (await server.fresh());
  onTestFinished(async () => {
    await server.empty(url, 'installation');
    idle.push(url);
  });
  return {
    open: async (options = {}) =>
      openStore({ key: KEY, ...options, url: options.key === undefined ? url : await server.fresh() }),
  };
}

async function untouched(): Promise<Place> {
  const url = await server.fresh();
  return { open: (options = {}) => openStore({ url, key: KEY, ...options }) };
}

async function inMemory(): Promise<Place> {
  return { open: (options = {}) => openStore({ file: ':memory:', key: KEY, ...options }) };
}

gatherContract(onServer);
readContract(onServer);
peopleContract(onServer);
keptContract(onServer);
restContract(onServer, inMemory);
roundsContract(onServer, inMemory);
accessContract(onServer);

test('both engines give the same rows, people and digests, byte for byte', async () => {
  const words = ['apple', 'Banana', 'äpfel', 'Zoo', 'zoo', '_x', '10', '9', 'é', 'É', '漢', '🐎', 'a b', 'a-b', 'A'];
  const items = words.flatMap((word, n) => [
    commit(n, { externalId: word, at: 5, title: word, line: word, amount: n / 3, data: { [word]: n / 7, b: [word] } }),
    said(n, { externalId: word, body: word.repeat(700), author: { space: 'x', handle: word, name: `${word} bot` } }),
  ]);
  const told = [];
  for (const place of [await inMemory(), await onServer()]) {
    const on = await bench(place, { names: true });
    await gather(on, items.slice(0, 9));
    await gather(on, items, { rereadable: false });
    const rows = [...(await all(on)), ...(await all(on, 'feedback'))];
    told.push(JSON.stringify([rows, await people(on), await on.store.digests(on.productId)]));
  }
  expect(told[1]).toBe(told[0]);
});

test('an embedded store grows up into PostgreSQL', async () => {
  const small = await bench(await inMemory());
  await gather(small, [commit(1), said(2, { body: 'x'.repeat(3_000) })]);
  const large = await (await onServer()).open();
  await small.store.copyTo(large);
  const grown = { ...small, store: large };
  expect(await all(grown, 'feedback')).toEqual(await all(small, 'feedback'));
  expect(await large.digests(small.productId)).toEqual(await small.store.digests(small.productId));
  await large.close();
});

test('two stores that open an empty database at once make the tables once', async () => {
  const place = await untouched();
  const stores = await Promise.all([place.open(), place.open(), place.open()]);
  for (const store of stores) await store.close();
  expect(stores).toHaveLength(3);
});

test('two writers at once lose nothing', async () => {
  const place = await onServer();
  const [one, two] = [await bench(place), await bench(place)];
  await Promise.all(
    [one, two].map(async (on, who) => {
      for (let n = 0; n < 15; n++) await gather(on, [commit(n), commit(1_000 + n * 2 + who)]);
    }),
  );
  expect(await all(one)).toHaveLength(15 + 30);
  expect((await one.store.gathers.list(one.productId)).filter((note) => note.state === 'sealed')).toHaveLength(30);
});

test('a server that is not there or refuses is told in one sentence', async () => {
  const url = new URL(await server.fresh());
  const unusable = async (address: string) => {
    const failure = await openStore({ url: address, key: KEY }).catch((error: Error & { code?: string }) => error);
    return 'code' in failure ? [failure.code, failure.message] : ['opened'];
  };
  expect(await unusable(`postgres://bifocal@${url.host}/nowhere`)).toEqual([
    'STORE_UNUSABLE',
    `The store at postgres://${url.host}/nowhere cannot be used: the server has no such database.`,
  ]);
  expect(await unusable('postgres://me:secret@127.0.0.1:1/x')).toEqual([
    'STORE_UNUSABLE',
    'The store at postgres://127.0.0.1:1/x cannot be used: no server answers there.',
  ]);
  expect((await unusable('mysql://x'))[0]).toBe('STORE_UNUSABLE');
});
