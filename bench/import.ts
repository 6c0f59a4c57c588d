/**
 * What an import costs, against prepared inserts of the same rows through node:sqlite in the same run.
 * `node --conditions=bifocal-source bench/import.ts <file…>`; `--twice` also imports twice the input.
 */

import { once } from 'node:events';
import { createWriteStream, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setFlagsFromString } from 'node:v8';
import { createGzip } from 'node:zlib';
import type { Gathered } from '#core/evidence.ts';
import { openGit } from '#engine/git.ts';
import { openHttp } from '#engine/http.ts';
import { type Imported, importFiles } from '#engine/import.ts';
import { groupFiles } from '#engine/import-formats.ts';
import { openStore } from '#engine/open-store.ts';
import { openFile } from '#sources/table/inspect.ts';
import { temporaryFolder } from './left-behind.ts';

// As the command line sets it.
setFlagsFromString('--semi-space-growth-factor=1');

const twice = process.argv.includes('--twice');
const files = process.argv
  .slice(2)
  .filter((word) => !word.startsWith('--'))
  .map((file) => resolve(file));
const folder = temporaryFolder('bench');

interface Cost {
  readonly seconds: number;
  readonly cpuSeconds: number;
}

async function timed<Result>(work: () => Promise<Result>): Promise<Cost & { readonly result: Result }> {
  const [startedAt, before] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { result, seconds: (performance.now() - startedAt) / 1_000, cpuSeconds: (user + system) / 1e6 };
}

async function imported(store: Awaited<ReturnType<typeof openStore>>, paths: readonly string[]): Promise<Imported[]> {
  const { id: productId } = await store.products.ensure({ name: 'bench' });
  const { signal } = new AbortController();
  const order = { productId, as: null, preview: false, now: Date.now(), signal, onProgress: () => undefined };
  return importFiles(store, { ...order, wish: { files: paths } });
}

/** Every row that the import takes, as the source yields it. */
async function* parsed(paths: readonly string[]): AsyncGenerator<Gathered> {
  const { signal } = new AbortController();
  for (const { source, files: own } of await groupFiles(paths, null)) {
    const options = source.options.parse(source.importing.optionsOf({ files: own }));
    const handed = { options, cursor: null, until: null, deep: false, git: openGit('.'), http: openHttp({}), signal };
    for await (const { items = [] } of source.gather({ ...handed, progress: () => undefined })) yield* items;
  }
}

/** The floor: the same rows, parsed beforehand, into one table with one key, without redaction, people or history. */
async function inserts(paths: readonly string[]): Promise<Cost> {
  const rows: (string | number | null)[][] = [];
  for await (const { kind, type, origin, externalId, threadId, author, at, title, body, data } of parsed(paths))
    rows.push([
      kind,
      type,
      origin,
      externalId,
      threadId ?? null,
      author?.handle ?? null,
      at,
      title ?? null,
      body ?? null,
      JSON.stringify(data ?? null),
    ]);
  const database = new DatabaseSync(join(folder, 'floor.db'));
  database.exec('pragma journal_mode = wal; pragma synchronous = normal');
  database.exec(`create table evidence (kind text, type text, origin text, external_id text, thread_id text, author text,
    at integer, title text, body text, data text, primary key (kind, origin, external_id)) strict, without rowid`);
  const insert = database.prepare('insert or replace into evidence values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const cost = await timed(async () => {
    for (let from = 0; from < rows.length; from += 10_000) {
      database.exec('begin immediate');
      for (const row of rows.slice(from, from + 10_000)) insert.run(...row);
      database.exec('commit');
    }
  });
  database.close();
  return cost;
}

/** The same files with every row a second time under other ids: what is between quotes behind "key" or "id" is marked. */
async function doubled(path: string): Promise<string> {
  const out = join(folder, `twice-${path.split('/').at(-1)}.gz`);
  const packed = createGzip({ level: 1 });
  const file = packed.pipe(createWriteStream(out));
  for (const mark of ['', 'X']) {
    const { pieces } = await openFile(path);
    let held = '';
    const decoder = new TextDecoder();
    for await (const piece of pieces) {
      held += decoder.decode(piece, { stream: true });
      const end = held.lastIndexOf('\n') + 1;
      const text = held.slice(0, end).replaceAll(/^\{"(key|id)": ?"/gm, (found) => `${found}${mark}`);
      held = held.slice(end);
      if (!packed.write(text)) await once(packed, 'drain');
    }
  }
  packed.end();
  await once(file, 'finish');
  return out;
}

const figures = ({ seconds, cpuSeconds }: Cost) => ({
  seconds: +seconds.toFixed(2),
  cpuSeconds: +cpuSeconds.toFixed(2),
});
const peakMb = () => Math.round(process.resourceUsage().maxRSS / 1024);

try {
  const key = new Uint8Array(32);
  const store = await openStore({ file: join(folder, 'bench.db'), key });
  const first = await timed(() => imported(store, files));
  const afterFirst = peakMb();
  const again = await timed(() => imported(store, files));
  await store.close();
  let two: Cost | null = null;
  if (twice) {
    const larger = await openStore({ file: join(folder, 'twice.db'), key });
    const paths: string[] = [];
    for (const file of files) paths.push(await doubled(file));
    two = await timed(() => imported(larger, paths));
    await larger.close();
  }
  const floor = await inserts(files);
  const told = {
    rows: first.result.reduce((sum, { read }) => sum + read, 0),
    first: { ...figures(first), peakMb: afterFirst, ...first.result[0]?.counts },
    again: { ...figures(again), ...again.result[0]?.counts },
    preparedInserts: figures(floor),
    ratio: +(first.cpuSeconds / floor.cpuSeconds).toFixed(2),
    ...(two && { twice: figures(two), growth: +(two.cpuSeconds / first.cpuSeconds).toFixed(2) }),
  };
  process.stdout.write(`${JSON.stringify(told, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
