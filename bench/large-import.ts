/**
 * Generates CSVs of support tickets of stated sizes and imports each whole by the command line, into a store of its own:
 * time, memory at its highest, and how both grow. `node --disable-warning=ExperimentalWarning bench/large-import.ts 0.5 1 2`
 * (GB; the same seed, the same bytes). The disk must hold five times the largest.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { randomFrom } from '#core/statistics/random.ts';
import { temporaryFolder, withBench } from './left-behind.ts';

const MAIN = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));

const WORDS =
  `the kettle drips again and again since we moved into house two it does not switch off when water boils lid will close
  only after third try please send new one my daughter loves colour blue light wakes everyone at night could you make
  quieter cord is too short for our kitchen shelf thank love how fast heats but filter breaks every month app says
  offline while plug glows green nobody answered last mail order came late box was open refund möchte zurück cafetière
  merci für schnelle antwort no funciona desde ayer`.split(/\s+/);

const START = Date.UTC(2021, 0, 1);
/** Five years in minutes. */
const SPAN = 5 * 365 * 1_440;

/** Rows of about 430 bytes; three in ten are somebody's first, as where people write once or twice. */
async function generate(path: string, bytes: number): Promise<number> {
  const random = randomFrom('large-import');
  const file = createWriteStream(path);
  const words = (least: number, most: number) => {
    let text = '';
    for (let left = least + Math.floor(random.uniform() * (most - least)); left > 0; left -= 1)
      text += `${WORDS[Math.floor(random.uniform() ** 2 * WORDS.length)]}${random.uniform() < 0.06 ? ', ' : ' '}`;
    return text.trimEnd();
  };
  let rows = 0;
  let written = 0;
  let held = 'Ticket ID,Subject,Description,Requester email,Created at,Status,Version\n';
  while (written + held.length < bytes) {
    const at = new Date(START + Math.floor(random.uniform() * SPAN) * 60_000).toISOString().slice(0, 16);
    const who = Math.floor(random.uniform() * (1 + rows * 0.3));
    const line = random.uniform() < 0.1 ? `\nShe said ""${words(2, 5)}"".` : '';
    held += `T-${rows},"${words(4, 9)}","${words(20, 100)}${line}",c${who}@m${who % 9_000}.example,${at}Z,${rows % 3 === 0 ? 'open' : 'solved'},${1 + (rows % 7)}.${rows % 10}\n`;
    rows += 1;
    if (held.length < 1 << 16) continue;
    written += Buffer.byteLength(held);
    if (!file.write(held)) await once(file, 'drain');
    held = '';
  }
  file.end(held);
  await once(file, 'finish');
  return rows;
}

interface Run {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
  readonly said: string;
}

/** The command as a person gives it; peak memory and CPU as Linux counts them for its process. */
async function run(words: readonly string[], home: string): Promise<Run> {
  const startedAt = performance.now();
  const args = ['--disable-warning=ExperimentalWarning', MAIN, ...words];
  const child = withBench(
    spawn(process.execPath, args, {
      env: { ...process.env, BIFOCAL_HOME: home },
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
  let [peakMb, cpuSeconds] = [0, 0];
  const watch = setInterval(() => {
    try {
      const high = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
      peakMb = Math.max(peakMb, Math.round(Number(high ?? 0) / 1_024));
      // Fields 14 and 15 behind the name in brackets, in hundredths of a second.
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      cpuSeconds = Math.max(cpuSeconds, (Number(fields[11]) + Number(fields[12])) / 100);
    } catch {
      // It ended in between.
    }
  }, 250);
  let said = '';
  child.stdout.on('data', (piece) => {
    said += String(piece);
  });
  const [code] = (await once(child, 'close')) as [number];
  clearInterval(watch);
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}: ${said}`);
  return { seconds: (performance.now() - startedAt) / 1_000, cpuSeconds, peakMb, said };
}

const sizes = process.argv.slice(2).map(Number);
for (const size of sizes.length > 0 ? sizes : [0.5, 1, 2]) {
  const folder = temporaryFolder('large');
  try {
    const file = join(folder, 'tickets.csv');
    const rows = await generate(file, size * 1e9);
    const megabytes = statSync(file).size / 1e6;
    const home = join(folder, 'home');
    const { seconds, cpuSeconds, peakMb, said } = await run(['import', file, '--product', 'kettle'], home);
    const database = readdirSync(home).find((name) => name.endsWith('.db')) ?? '';
    const told = {
      gigabytes: size,
      rows,
      seconds: Math.round(seconds),
      cpuSeconds: Math.round(cpuSeconds),
      peakMb,
      megabytesPerSecond: +(megabytes / seconds).toFixed(1),
      storeMb: Math.round(statSync(join(home, database)).size / 1e6),
      said: said.trim().split('\n').at(0),
    };
    process.stdout.write(`${JSON.stringify(told)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
