/** Several processes on one SQLite file, and processes that are killed: nothing acknowledged is lost, nothing is half. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { all, type Bench, bench, commit, gather, KEY, titles } from '../../test/contracts/store-world.ts';
import { openStore } from './open.ts';

const CHILD = new URL('../../test/contracts/store-child.ts', import.meta.url).pathname;

const OPENER = new URL('../../test/contracts/store-opener.ts', import.meta.url);

/** Some of these start three processes; on a busy machine that alone takes seconds. */
const PATIENCE = 120_000;

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'bifocal-store-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

function child(file: string, task: string, ...args: (string | number)[]): ChildProcess {
  const flags = ['--disable-warning=ExperimentalWarning', CHILD, file, task];
  const started = spawn(process.execPath, [...flags, ...args.map(String)], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => {
    started.kill('SIGKILL');
  });
  return started;
}

async function ended(started: ChildProcess): Promise<number | null> {
  if (started.exitCode === null && started.signalCode === null) await once(started, 'exit');
  return started.exitCode;
}

async function opened(file: string): Promise<Bench> {
  return bench({ open: (options = {}) => openStore({ file, key: KEY, ...options }) });
}

/** Lets it run until it has acknowledged so much, kills it, and answers the last number that it told. */
async function killAfter(started: ChildProcess, acknowledged: number, restMs: number): Promise<number> {
  let told = '';
  started.stdout?.setEncoding('utf8').on('data', (text: string) => {
    told += text;
    if (told.split('\n').length > acknowledged) setTimeout(() => started.kill('SIGKILL'), restMs);
  });
  await ended(started);
  return Number(told.trim().split('\n').at(-1));
}

test(
  'two processes with 600 writes each on one file lose none',
  async () => {
    const file = join(folder(), 'store.sqlite');
    const exits = await Promise.all([child(file, 'write', 'a', 600), child(file, 'write', 'b', 600)].map(ended));
    expect(exits).toEqual([0, 0]);
    const database = new DatabaseSync(file, { readOnly: true });
    const jobs = database.prepare(
      'select kind, count(*) as n, count(distinct payload) as different from jobs group by kind',
    );
    const counted = jobs.all().map((row) => ({ ...row }));
    database.close();
    expect(counted).toEqual([
      { kind: 'a', n: 600, different: 600 },
      { kind: 'b', n: 600, different: 600 },
    ]);
  },
  PATIENCE,
);

test(
  'two processes that seal in turn keep rows and digests right',
  async () => {
    const file = join(folder(), 'store.sqlite');
    const exits = await Promise.all([child(file, 'gather', 'a', 50), child(file, 'gather', 'b', 50)].map(ended));
    expect(exits).toEqual([0, 0]);
    const on = await opened(file);
    const rows = await all(on);
    expect(rows).toHaveLength(101);
    expect(await on.store.read.count(on.productId)).toMatchObject({ change: 101 });
    const alone = await opened(':memory:');
    const shared = commit(0, {
      externalId: 'shared',
      title: rows.find((row) => row.externalId === 'shared')?.title ?? '',
    });
    const own = (who: string) => Array.from({ length: 50 }, (_, n) => commit(n, { externalId: `${who}-${n}` }));
    await gather(alone, [...own('a'), ...own('b'), shared]);
    expect(await on.store.digests(on.productId)).toEqual(await alone.store.digests(alone.productId));
  },
  PATIENCE,
);

test(
  'three processes that gather the same at once leave what one would',
  async () => {
    const file = join(folder(), 'store.sqlite');
    const exits = await Promise.all([1, 2, 3].map(() => ended(child(file, 'same'))));
    expect(exits).toEqual([0, 0, 0]);
    const on = await opened(file);
    const alone = await opened(':memory:');
    await gather(
      alone,
      Array.from({ length: 2_000 }, (_, n) => commit(n)),
    );
    expect(await on.store.digests(on.productId)).toEqual(await alone.store.digests(alone.productId));
    const counts = (await on.store.gathers.list(on.productId)).map((note) => note.counts);
    expect(counts.reduce((sum, count) => sum + (count?.added ?? 0), 0)).toBe(2_000);
  },
  PATIENCE,
);

test(
  'a gather killed while it stages goes on after its last acknowledged piece',
  async () => {
    const file = join(folder(), 'store.sqlite');
    for (const restMs of [0, 9]) {
      const acknowledged = await killAfter(child(file, 'stage', 0, 100_000), 3, restMs);
      const on = await opened(file);
      expect(await all(on)).toEqual([]);
      const [note] = await on.store.gathers.list(on.productId);
      expect(note?.state).toBe('open');
      const { id, resume } = await on.store.gathers.open(on.productId, on.sourceId, { how: 'live', rereadable: true });
      expect(id).toBe(note?.id);
      expect(Number(resume)).toBeGreaterThanOrEqual(acknowledged);
    }
    const on = await opened(file);
    const [note] = await on.store.gathers.list(on.productId);
    await on.store.gathers.seal(on.productId, note?.id ?? '', { cursor: null, observedUntil: null });
    const rows = await all(on);
    expect(rows.length % 20).toBe(0);
    const alone = await opened(':memory:');
    const same = rows.map((_, n) => commit(n, { body: 'b'.repeat((n % 20) * 200) }));
    await gather(alone, same);
    expect(await on.store.digests(on.productId)).toEqual(await alone.store.digests(alone.productId));
  },
  PATIENCE,
);

test(
  'a process killed while it seals leaves the versions of one gather, whole',
  async () => {
    const file = join(folder(), 'store.sqlite');
    for (const restMs of [0, 13, 29]) {
      const acknowledged = await killAfter(child(file, 'seal', 0, 100_000), 2, restMs);
      const on = await opened(file);
      const versions = new Set(await titles(on));
      expect(versions.size).toBe(1);
      expect(Number([...versions][0]?.split(' ')[1])).toBeGreaterThanOrEqual(acknowledged);
      const alone = await opened(':memory:');
      const [title = null] = versions;
      await gather(
        alone,
        Array.from({ length: 300 }, (_, row) => commit(row, { title })),
      );
      expect(await on.store.digests(on.productId)).toEqual(await alone.store.digests(alone.productId));
    }
  },
  PATIENCE,
);

/** Without waiting for the switch to a log beside the file, one round in twenty refused somebody. */
const ROUNDS = 60;

test(
  'six that open a new file at the same moment are all let in',
  async () => {
    const bell = new Int32Array(new SharedArrayBuffer(4));
    const openers = Array.from({ length: 6 }, () => new Worker(OPENER, { workerData: bell }));
    onTestFinished(async () => void (await Promise.all(openers.map((opener) => opener.terminate()))));
    const answers = () => Promise.all(openers.map(async (opener) => (await once(opener, 'message'))[0]));
    await answers();
    const at = folder();
    for (let round = 1; round <= ROUNDS; round++) {
      const told = answers();
      for (const opener of openers) opener.postMessage({ file: join(at, `${round}.sqlite`), round });
      await new Promise((resolve) => setTimeout(resolve, 5));
      Atomics.store(bell, 0, round);
      Atomics.notify(bell, 0);
      expect(await told).toEqual(openers.map(() => 'opened'));
    }
  },
  PATIENCE,
);
