/**
 * How fast the built package reads, cold and again, against git's own log of the same run, with its peak memory.
 * `npm run bench -- <repository…>`; add `--deep` for line survival against git's own patch log.
 */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder, withBench } from './left-behind.ts';

const MAIN = fileURLToPath(new URL('../bin/bifocal.js', import.meta.url));
/** Single runs are noisy on two cores: the median of three is told. */
const RUNS = 3;

interface Timed {
  readonly seconds: number;
  readonly peakMb: number;
}

/** Runs a command to its end; its output is read and thrown away. Peak memory is its own process's, from Linux's VmHWM. */
function timed(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Timed> {
  return new Promise((done, fail) => {
    const startedAt = performance.now();
    let peakMb = Number.NaN;
    const child = withBench(
      spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] }),
    );
    const watch = setInterval(() => {
      peakMb = peakOf(child.pid) ?? peakMb;
    }, 10);
    let said = '';
    child.stdout.resume();
    child.stderr.on('data', (piece) => {
      said += String(piece);
    });
    child.on('error', fail);
    child.on('close', (code) => {
      clearInterval(watch);
      const seconds = (performance.now() - startedAt) / 1000;
      if (code === 0) done({ seconds, peakMb });
      else fail(new Error(`${command} ${args.join(' ')} ended with ${code}: ${said}`));
    });
  });
}

function peakOf(pid: number | undefined): number | null {
  try {
    const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return found === undefined ? null : Number(found) / 1024;
  } catch {
    return null;
  }
}

async function medianOf(runs: number, once: () => Promise<Timed>): Promise<Timed> {
  const all: Timed[] = [];
  for (let run = 0; run < runs; run += 1) all.push(await once());
  const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  return { seconds: middle(all.map(({ seconds }) => seconds)), peakMb: Math.max(...all.map(({ peakMb }) => peakMb)) };
}

/** A fresh home for each cold run: nothing is kept from before. */
async function cold(args: readonly string[]): Promise<Timed> {
  const home = temporaryFolder('bench');
  try {
    return await timed(process.execPath, [MAIN, ...args], { BIFOCAL_HOME: home });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function again(repository: string): Promise<Timed> {
  const home = temporaryFolder('bench');
  try {
    await timed(process.execPath, [MAIN, 'reflect', repository, '--json'], { BIFOCAL_HOME: home });
    return await medianOf(RUNS, () =>
      timed(process.execPath, [MAIN, 'reflect', repository, '--json'], { BIFOCAL_HOME: home }),
    );
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function verdict(found: number, bar: number): string {
  return `${found.toFixed(2)} s of ${bar.toFixed(2)} s allowed${found > bar ? '  OVER' : ''}`;
}

async function benchOne(repository: string, deep: boolean): Promise<void> {
  const log = await medianOf(RUNS, () => timed('git', ['-C', repository, 'log', '--raw', '-z', '--no-renames']));
  const first = await medianOf(RUNS, () => cold(['reflect', repository, '--json']));
  const second = await again(repository);
  const folder = resolve(repository);
  const name = ['repo', 'git'].includes(basename(folder)) ? basename(dirname(folder)) : basename(folder);
  console.log(`${name}`);
  console.log(`  git log --raw          ${log.seconds.toFixed(2)} s`);
  console.log(
    `  first reading          ${verdict(first.seconds, 1.5 + 3 * log.seconds)}, peak ${first.peakMb.toFixed(0)} MB`,
  );
  console.log(
    `  again, nothing new     ${verdict(second.seconds, 0.8 + 0.2 * log.seconds)}, peak ${second.peakMb.toFixed(0)} MB`,
  );
  if (!deep) return;
  const patch = await timed('git', ['-C', repository, 'log', '--first-parent', '-U0', '--no-renames', '-p']);
  const whole = await cold(['reflect', repository, '--deep', '--json']);
  console.log(
    `  --deep                 ${verdict(whole.seconds, 1.5 * patch.seconds)}, peak ${whole.peakMb.toFixed(0)} MB`,
  );
}

const words = process.argv.slice(2);
const repositories = words.filter((word) => !word.startsWith('--'));
const help = await medianOf(5, () => timed(process.execPath, [MAIN, '--help']));
console.log(`--help                   ${(help.seconds * 1000).toFixed(0)} ms wall`);
for (const repository of repositories.length > 0 ? repositories : ['.']) {
  await benchOne(repository, words.includes('--deep'));
}
