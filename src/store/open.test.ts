/** Opening a store: where it cannot be, what is in it and what is not, a full disk. */
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { all, bench, commit, gather, KEY, said } from '../../test/contracts/store-world.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';
import { openStore, storeOn } from './open.ts';
import { openSqlite } from './sqlite.ts';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'bifocal-store-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

async function refusal(file: string, key = KEY): Promise<string> {
  try {
    await (await openStore({ file, key })).close();
    return 'opened';
  } catch (error) {
    return `${(error as { code?: string }).code}: ${(error as Error).message}`;
  }
}

const CANNOT = (store: string, cause: string) => `STORE_UNUSABLE: The store at ${store} cannot be used: ${cause}.`;

test('a place that is no place for a file is told in one sentence', async () => {
  const home = folder();
  writeFileSync(join(home, 'text'), 'This is a text of some length and by no means a database. '.repeat(20));
  const below = join(home, 'text', 'store.sqlite');
  expect(await refusal(below)).toBe(CANNOT(below, 'a part of its path is not a folder'));
  expect(await refusal(join(home, 'text'))).toBe(CANNOT(join(home, 'text'), 'the file is not a database'));
  expect(await refusal(home)).toBe(CANNOT(home, 'the file cannot be opened'));
});

test('the database of another program is left as it is', async () => {
  const file = join(folder(), 'other.sqlite');
  const other = new DatabaseSync(file);
  other.exec('create table theirs (a)');
  other.close();
  const before = readFileSync(file);
  expect(await refusal(file)).toBe(CANNOT(file, 'it is the database of another program'));
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('a folder that may only be read cannot hold a store', async () => {
  const home = folder();
  const locked = join(home, 'locked');
  mkdirSync(locked);
  chmodSync(home, 0o755);
  const file = join(locked, 'store.sqlite');
  const root = process.getuid?.() === 0;
  // Root may write everywhere, so a user without rights has to try.
  if (root) chownSync(locked, 65_534, 65_534);
  chmodSync(locked, 0o555);
  const script = `
    import { DatabaseSync } from 'node:sqlite';
    try { new DatabaseSync(process.argv[1]); } catch (error) { console.log(error.errcode & 0xff); }`;
  const tried = root
    ? spawnSync(process.execPath, ['--no-warnings', '--input-type=module', '-e', script, file], {
        uid: 65_534,
        gid: 65_534,
        cwd: '/',
        encoding: 'utf8',
      }).stdout.trim()
    : await refusal(file);
  chmodSync(locked, 0o755);
  expect(['14', CANNOT(file, 'the file cannot be opened')]).toContain(tried);
});

test('a store of a newer schema is refused and left alone', async () => {
  const file = join(folder(), 'store.sqlite');
  const backend = openSqlite(file, Date.now);
  const later = { name: '9999-later', statements: { sqlite: ['create table later (a text) strict'], postgres: [] } };
  await migrate(backend, KEY, [...MIGRATIONS, later]);
  await backend.close();
  expect(await refusal(file)).toBe(
    `STORE_NEWER: The store at ${file} was written by a newer Bifocal (schema ${MIGRATIONS.length + 1}, this one knows ${MIGRATIONS.length}).`,
  );
});

test('an older store is brought up to date once, with what it holds', async () => {
  const file = join(folder(), 'store.sqlite');
  const on = await bench({ open: () => openStore({ file, key: KEY }) });
  await gather(on, [commit(1)]);
  await on.store.close();
  const backend = openSqlite(file, Date.now);
  const later = { name: '9999-later', statements: { sqlite: ['create table later (a text) strict'], postgres: [] } };
  for (let n = 0; n < 2; n++) await migrate(backend, KEY, [...MIGRATIONS, later]);
  expect(await all({ ...on, store: storeOn(backend, { key: KEY }) })).toHaveLength(1);
  await backend.close();
});

test('another key is refused, since it would make every author a stranger', async () => {
  const file = join(folder(), 'store.sqlite');
  expect(await refusal(file)).toBe('opened');
  expect(await refusal(file, new Uint8Array(32).fill(1))).toContain('made with another key');
  await expect(openStore({ file, key: new Uint8Array(8) })).rejects.toThrow('8 bytes');
});

test('handles, addresses and secrets are nowhere in the file', async () => {
  const file = join(folder(), 'store.sqlite');
  const on = await bench({ open: () => openStore({ file, key: KEY }) });
  const token = `glpat-${'abcDEF123456'.repeat(2)}`;
  const text = `ask secretperson@private.example or use ${token}`;
  const author = { space: 'email', handle: 'secretperson@private.example', name: 'Secret Person' };
  await gather(on, [commit(1, { author, title: text, body: text, url: `https://u:pass1234@h.example/${token}` })], {
    rereadable: false,
  });
  await on.store.search.index(on.productId);
  await on.store.close();
  const bytes = readFileSync(file).toString('latin1');
  const found = ['secretperson', 'private.example', 'Secret Person', token, 'pass1234'].filter((word) =>
    bytes.includes(word),
  );
  expect(found).toEqual([]);
  expect(bytes).toContain('[email]');
});

test('after forgetting, what was said is not even in the free pages of the file', async () => {
  const file = join(folder(), 'store.sqlite');
  const on = await bench({ open: () => openStore({ file, key: KEY, names: true }) });
  const author = { space: 'github.com', handle: 'unforgettable', name: 'Una Forgettable' };
  const body = 'zanzibar '.repeat(60);
  await gather(on, [said(1, { author, body, title: 'xylophone' }), said(2, { body: 'thanks @unforgettable' })], {
    rereadable: false,
  });
  await gather(on, [said(1, { author, body: 'zanzibar', title: 'xylophone' })], { rereadable: false });
  await on.store.search.index(on.productId);
  await on.store.forget(on.productId, { ...author, alsoCalled: ['Una Forgettable'] });
  await on.store.close();
  const bytes = readFileSync(file).toString('latin1');
  const found = ['zanzibar', 'xylophone', 'unforgettable', 'Una Forg'].filter((word) => bytes.includes(word));
  expect(found).toEqual([]);
});

test('a record keeps the content of a row from when another takes its place', async () => {
  const file = join(folder(), 'store.sqlite');
  const on = await bench({ open: () => openStore({ file, key: KEY }) });
  await gather(on, [commit(1), commit(2)]);
  await gather(on, [commit(3), commit(4)], { rereadable: false });
  const database = new DatabaseSync(file, { readOnly: true });
  const records = () => ({ ...database.prepare('select count(*) as n, count(raw) as raw from records').get() });
  expect(records()).toEqual({ n: 0, raw: 0 });
  await gather(on, [commit(3, { title: 'other' }), commit(4)], { rereadable: false });
  // Who saw 3 changed and 4 as it was, and what 3 was before.
  expect(records()).toEqual({ n: 3, raw: 1 });
  await on.store.close();
  database.close();
});

test('a full disk is told, loses nothing, and the same command goes through once there is room', async () => {
  const backend = openSqlite(join(folder(), 'store.sqlite'), Date.now);
  await migrate(backend, KEY);
  const on = await bench({ open: async () => storeOn(backend, { key: KEY }) });
  await gather(on, [commit(1)]);
  const before = await on.store.digests(on.productId);
  const pages = (most: number) => backend.write(null, (trx) => backend.run(trx, `pragma max_page_count = ${most}`));
  const used = Number((await backend.run(backend.db, 'pragma page_count'))[0]?.page_count);
  await pages(used + 10);
  const many = Array.from({ length: 400 }, (_, n) => commit(n, { body: 'x'.repeat(1_500) }));
  const { id } = await on.store.gathers.open(on.productId, on.sourceId, { how: 'live', rereadable: true });
  const refused = on.store.gathers.stage(on.productId, id, many, { resume: 'all' });
  await expect(refused).rejects.toMatchObject({ code: 'STORE_FULL' });
  expect(await on.store.digests(on.productId)).toEqual(before);
  await pages(1_000_000);
  const counts = await on.store.gathers.seal(on.productId, id, { cursor: null, observedUntil: null });
  expect(counts).toEqual({ added: 399, unchanged: 0, updated: 1, gone: 0 });
});
