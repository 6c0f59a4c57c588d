/**
 * How fast the server answers while a gather runs: 40 % lists, 20 % one need, 20 % the reading, 20 % searches by
 * frequency. `node bench/serving.ts [pieces] [seconds] [per second]`; BIFOCAL_BENCH_HOME keeps the store for another run.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { seeded, wordsSaid } from './serving/pieces.ts';
import { benchStore, serverOf } from './serving/started.ts';

const [pieces = 100_000, seconds = 60, perSecond = 50] = process.argv.slice(2).map(Number);
const store = await benchStore(pieces);
const watched = join(store.home, 'watch.json');
const next = seeded(2);
const took: Record<string, number[]> = {};
const failed: string[] = [];

interface Ids {
  readonly items: readonly { readonly id: string }[];
  readonly next: string | null;
}

const watch = fileURLToPath(new URL('serving/watch.ts', import.meta.url));
const { server, at } = await serverOf({ ...store.env, BIFOCAL_BENCH_WATCH: watched }, watch);
let gather = '';
try {
  gather = await measure(`${at}/api`);
} finally {
  server.kill('SIGINT');
  await once(server, 'close');
  if (gather !== '') tell(gather);
  store.drop();
}

/** Answers how far the gather was at the end. */
async function measure(api: string): Promise<string> {
  const { items } = await json<Ids>(`${api}/products`);
  const base = `${api}/products/${items[0]?.id}`;
  const startedAt = performance.now();
  const { items: needs } = await json<Ids>(`${base}/needs?limit=200`);
  const { next: cursor } = await json<Ids>(`${base}/feedback?limit=200`);
  process.stdout.write(`first list of needs: ${Math.round(performance.now() - startedAt)} ms\n`);
  // Asked once before: words are indexed and the needs are known, as on any server that has run for a minute.
  const begun = await fetch(`${base}/reading`, { method: 'POST' });
  const { job } = (await begun.json()) as { job: { id: string } };
  server.kill('SIGUSR2');
  const words = wordsSaid();
  const any = <Item>(of: readonly Item[]) => of[Math.floor(next() * of.length)] as Item;
  const kinds: Record<string, () => string> = {
    list: () => (next() < 0.5 ? `${base}/needs?limit=50` : `${base}/feedback?limit=50&cursor=${cursor}`),
    need: () => `${base}/needs/${any(needs).id}`,
    reading: () => `${base}/reading`,
    search: () => `${base}/feedback?limit=20&search=${encodeURIComponent(any(words))}`,
  };
  const asked: Promise<void>[] = [];
  const from = performance.now();
  for (let place = 0; place < seconds * perSecond; place += 1) {
    const due = from + (place * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const kind = any(['list', 'list', 'need', 'reading', 'search']);
    asked.push(timed(kind, kinds[kind]?.() ?? base, due));
  }
  await Promise.all(asked);
  const state = await json<{ state: string }>(`${api}/jobs/${job.id}`);
  return state.state;
}

/** From when it was due: a queue before the server counts. */
async function timed(kind: string, address: string, due: number): Promise<void> {
  const answer = await fetch(address).catch((error: unknown) => String(error));
  if (typeof answer === 'string' || !answer.ok)
    failed.push(`${kind} ${typeof answer === 'string' ? answer : answer.status}`);
  else await answer.arrayBuffer();
  took[kind] ??= [];
  took[kind].push(performance.now() - due);
}

function tell(gather: string): void {
  for (const [kind, times] of Object.entries(took).sort()) {
    times.sort((a, b) => a - b);
    const at = (share: number) => Math.round(times[Math.floor(times.length * share)] ?? Number.NaN);
    process.stdout.write(
      `${kind.padEnd(8)} ${times.length} asked, median ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms\n`,
    );
  }
  const { stallMs, stallP99, peakMb, processor } = JSON.parse(readFileSync(watched, 'utf8'));
  process.stdout.write(
    `longest stall ${Math.round(stallMs)} ms (p99 ${Math.round(stallP99)}), peak memory ${Math.round(peakMb)} MB\n`,
  );
  const each = processor.usedMs / (seconds * perSecond);
  process.stdout.write(
    `of the thread that answers: ${each.toFixed(1)} ms of processor time a request, at most ${Math.round(processor.longestMs)} ms without a turn of its loop\n`,
  );
  process.stdout.write(
    `${failed.length} failed${failed.length > 0 ? `: ${failed[0]}` : ''}; the gather is ${gather}\n`,
  );
}

async function json<Answer>(address: string): Promise<Answer> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}
