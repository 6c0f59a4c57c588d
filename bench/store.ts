/**
 * How fast the store takes rows like those of git and gives them back, and how much memory it takes.
 * `node bench/store.ts [rows] [postgres://…]`; prints one JSON object.
 */
import { hash } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { boundMemory } from '#cli/bound-memory.ts';
import type { Gathered } from '#core/evidence.ts';
import { openStore } from '#store/open.ts';
import { temporaryFolder } from './left-behind.ts';

boundMemory();

const ROWS = Number(process.argv[2] ?? 120_000);
const url = process.argv[3];
/** As many as git's own source yields at once. */
const BATCH = 1_000;
const HOUR = 3_600_000;
const START = 1_767_225_600_000;

/** Newest first, as git tells them; authors come in clusters, one body in two, one trailer in sixteen. */
function commit(n: number): Gathered {
  const author = ((n >> 6) * 7_919 + (n % 13)) % 6_000;
  const trailer = n % 16 === 0 ? '\n\nCo-authored-by: Ada Lovelace <ada@example.com>' : '';
  const body = `It broke when the connection was closed while a statement ran, so the statement is ended first. ${n}${trailer}`;
  return {
    kind: 'change',
    type: 'commit',
    origin: 'git:bench',
    externalId: sha(n),
    author: { space: 'email', handle: `dev${author}@team${author % 900}.example.com`, name: `Dev ${author}` },
    at: START - n * HOUR,
    changedAt: START - n * HOUR - 1_000,
    title: `Close the statement before its connection (#${n})`,
    body: n % 2 === 0 ? body : null,
    data: {
      parents: [sha(n + 1)],
      on: 1,
      land: sha(n - (n % 4)),
      paths: [
        `M src/adapters/connection-${n % 97}.ts`,
        `M test/adapters/connection-${n % 97}.test.ts`,
        'M CHANGELOG.md',
      ],
    },
  };
}

function sha(n: number): string {
  return hash('sha1', `commit ${n}`);
}

async function measure() {
  const folder = temporaryFolder('bench');
  const file = join(folder, 'store.sqlite');
  const key = new Uint8Array(32).fill(7);
  const store = await openStore(url === undefined ? { file, key } : { url, key });
  const { id: productId } = await store.products.ensure({ name: `bench ${ROWS}` });
  const { id: sourceId } = await store.sources.ensure(productId, { kind: 'git', origin: 'git:bench', options: {} });

  let making = 0;
  const startedAt = performance.now();
  const { id } = await store.gathers.open(productId, sourceId, { how: 'live', rereadable: true });
  for (let from = 0; from < ROWS; from += BATCH) {
    const before = performance.now();
    const items = Array.from({ length: Math.min(BATCH, ROWS - from) }, (_, n) => commit(from + n));
    making += performance.now() - before;
    await store.gathers.stage(productId, id, items);
    // A source waits for a file or the network between its batches.
    await setImmediate();
  }
  const counts = await store.gathers.seal(productId, id, { cursor: 'c', observedUntil: START });
  const stageAndSeal = performance.now() - startedAt - making;

  const streamedAt = performance.now();
  let rows = 0;
  for await (const batch of store.read.stream(productId, 'changes')) rows += batch.length;
  const stream = performance.now() - streamedAt;

  const peopleAt = performance.now();
  let people = 0;
  for await (const batch of store.read.stream(productId, 'identities')) people += batch.length;
  const identities = performance.now() - peopleAt;

  const fileMb = url === undefined ? Math.round(statSync(file).size / 1e6) : null;
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  return {
    engine: store.engine,
    ...counts,
    rows,
    people,
    stageAndSealMs: Math.round(stageAndSeal),
    streamMs: Math.round(stream),
    identitiesMs: Math.round(identities),
    cpuMs: Math.round((userCPUTime + systemCPUTime) / 1_000),
    peakMb: Math.round(maxRSS / 1_024),
    fileMb,
  };
}

console.log(JSON.stringify(await measure()));
