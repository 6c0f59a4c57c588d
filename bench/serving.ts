/**
 * How fast the server answers while a gather runs: 40 % lists, 20 % one need, 20 % the reading, 20 % searches by
 * frequency. `node bench/serving.ts [pieces] [seconds] [per second]`; BIFOCAL_BENCH_HOME keeps the store for another run.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { seeded, wordsSaid, writePieces } from './serving/pieces.ts';

const [pieces = 100_000, seconds = 60, perSecond = 50] = process.argv.slice(2).map(Number);
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const home = process.env.BIFOCAL_BENCH_HOME ?? mkdtempSync(join(tmpdir(), 'bifocal-serving-'));
const watched = join(home, 'watch.json');
const env = { ...process.env, BIFOCAL_HOME: home, BIFOCAL_BENCH_WATCH: watched };
const node = ['--disable-warning=ExperimentalWarning'];
const next = seeded(2);
const took: Record<string, number[]> = {};
const failed: string[] = [];

interface Ids {
  readonly items: readonly { readonly id: string }[];
  readonly next: string | null;
}

await make();
const server = spawn(
  process.execPath,
  [...node, '--import', here('serving/watch.ts'), here('../src/cli/main.ts'), 'serve', '--port', '0'],
  { env },
);
let gather = '';
try {
  const [printed] = (await once(server.stdout, 'data')) as [Buffer];
  const api = `${/http:\S+/.exec(String(printed))?.[0]}/api`;
  gather = await measure(api);
} finally {
  server.kill('SIGINT');
  await once(server, 'close');
  if (gather !== '') tell(gather);
  if (process.env.BIFOCAL_BENCH_HOME === undefined) rmSync(home, { recursive: true, force: true });
}

async function make(): Promise<void> {
  const folder = join(home, 'pieces');
  if (existsSync(join(folder, 'manifest.json'))) return;
  mkdirSync(folder, { recursive: true });
  await writePieces(folder, pieces);
  for (const command of [
    ['reflect', folder, '--json'],
    ['needs', '--product', 'Bench', '--json'],
  ]) {
    const startedAt = performance.now();
    const child = spawn(process.execPath, [...node, here('../src/cli/main.ts'), ...command], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [code] = await once(child, 'close');
    if (code !== 0) throw new Error(`bifocal ${command.join(' ')} ended with ${code}`);
    process.stdout.write(`${command[0]}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`);
  }
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
  const { stallMs, stallP99, peakMb } = JSON.parse(readFileSync(watched, 'utf8'));
  process.stdout.write(
    `longest stall ${Math.round(stallMs)} ms (p99 ${Math.round(stallP99)}), peak memory ${Math.round(peakMb)} MB\n`,
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
