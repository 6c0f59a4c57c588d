/**
 * Imports damaged files of every format and counts crashes, hangs over 5 s of processor time (or a minute without an end),
 * half imports, and memory over 1 GB.
 * `node --conditions=bifocal-source bench/fuzz-imports.ts [--files 10000] [--seed 1] [--seconds 3600]`; the same seed, the
 * same files. Where the time ends first, it says how many were done.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Came } from './fuzz/import-one.ts';
import { seeds } from './fuzz/seeds.ts';
import { withBench } from './left-behind.ts';

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '3600' },
  },
});
const [files, seed] = [Number(values.files), Number(values.seed)];

const SLOWEST_MS = 5_000;
const NEVER_MS = 60_000;
const LARGEST_MB = 1_024;

/** So many files one process imports: what leaks shows, and one that dies costs little. */
const EACH = 250;

const CHILD = fileURLToPath(new URL('./fuzz/import-one.ts', import.meta.url));

interface Found {
  readonly name: string;
  readonly at: number;
  readonly what: string;
}

const bad: Found[] = [];
const formats = new Map<string, { taken: number; refused: number; slowestMs: number }>();
let peakMb = 0;
let slowestWallMs = 0;

function report(found: Found): void {
  bad.push(found);
  process.stderr.write(`\n${JSON.stringify(found)}\n`);
}

function take({ at, name, how, why, ms, cpuMs, peakMb: peak }: Came): void {
  const one = formats.get(name) ?? { taken: 0, refused: 0, slowestMs: 0 };
  if (how === 'taken' || how === 'refused') one[how] += 1;
  else report({ name, at, what: `${how}: ${why.split('\n').slice(0, 4).join(' | ')}` });
  if (cpuMs > SLOWEST_MS) report({ name, at, what: `took ${Math.round(cpuMs)} ms of processor time` });
  if (peak > LARGEST_MB && peakMb <= LARGEST_MB) report({ name, at, what: `${peak} MB were held` });
  one.slowestMs = Math.max(one.slowestMs, Math.round(cpuMs));
  slowestWallMs = Math.max(slowestWallMs, Math.round(ms));
  peakMb = Math.max(peakMb, peak);
  formats.set(name, one);
}

/** Runs one process; resolves with the file to go on at. One that hangs is stopped, and its file told. */
function runFrom(start: number): Promise<number> {
  const end = Math.min(files, start + EACH);
  const execArgv = ['--conditions=bifocal-source', '--disable-warning=ExperimentalWarning'];
  const child = withBench(fork(CHILD, [String(start), String(end), String(seed)], { execArgv }));
  return new Promise((resolve) => {
    let current: { at: number; name: string } | null = null;
    let timer: NodeJS.Timeout | null = null;
    let hung = false;
    child.on('message', (message: Came | { at: number; name: string }) => {
      if (timer !== null) clearTimeout(timer);
      if ('how' in message) {
        current = null;
        take(message);
        return;
      }
      current = message;
      timer = setTimeout(() => {
        hung = true;
        child.kill('SIGKILL');
      }, NEVER_MS);
    });
    child.on('exit', (code, signal) => {
      if (timer !== null) clearTimeout(timer);
      if (current === null) return resolve(end);
      const what = hung ? `hung over ${NEVER_MS / 1_000} s` : `the process ended with ${signal ?? code}`;
      report({ ...current, what });
      resolve(current.at + 1);
    });
  });
}

const startedAt = performance.now();
let at = 0;
while (at < files && performance.now() - startedAt < Number(values.seconds) * 1_000) {
  at = await runFrom(at);
  process.stderr.write(`\r${at} of ${files}, ${bad.length} bad `);
}
const told = {
  files: at,
  seed,
  seeds: (await seeds()).length,
  seconds: Math.round((performance.now() - startedAt) / 1_000),
  peakMb,
  slowestWallMs,
  bad: bad.length,
  formats: Object.fromEntries([...formats].sort()),
  found: bad.slice(0, 50),
};
process.stdout.write(`\n${JSON.stringify(told, null, 2)}\n`);
process.exitCode = bad.length === 0 ? 0 : 1;
