/** A store of so many invented pieces, made once and kept where it is asked for, and a server that answers from it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder, withBench } from '../left-behind.ts';
import { writePieces } from './pieces.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const NODE = ['--disable-warning=ExperimentalWarning'];

export interface Bench {
  readonly home: string;
  readonly env: NodeJS.ProcessEnv;
  /** Unless BIFOCAL_BENCH_HOME keeps it for another run. */
  drop(): void;
}

export async function benchStore(pieces: number): Promise<Bench> {
  const home = process.env.BIFOCAL_BENCH_HOME ?? temporaryFolder('serving');
  const env = { ...process.env, BIFOCAL_HOME: home };
  const folder = join(home, 'pieces');
  if (!existsSync(join(folder, 'manifest.json'))) {
    mkdirSync(folder, { recursive: true });
    await writePieces(folder, pieces);
    for (const command of [
      ['reflect', folder],
      ['needs', '--product', 'Bench'],
    ])
      await ran([...command, '--json'], env);
  }
  const drop = () => {
    if (process.env.BIFOCAL_BENCH_HOME === undefined) rmSync(home, { recursive: true, force: true });
  };
  return { home, env, drop };
}

async function ran(command: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const startedAt = performance.now();
  const child = withBench(
    spawn(process.execPath, [...NODE, MAIN, ...command], { env, stdio: ['ignore', 'ignore', 'inherit'] }),
  );
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`bifocal ${command.join(' ')} ended with ${code}`);
  process.stdout.write(`${command[0]}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`);
}

/** `loaded`: a module that is loaded into it first. */
export async function serverOf(
  env: NodeJS.ProcessEnv,
  loaded?: string,
): Promise<{ readonly server: ChildProcess; readonly at: string }> {
  const first = loaded === undefined ? [] : ['--import', loaded];
  const server = withBench(
    spawn(process.execPath, [...NODE, ...first, MAIN, 'serve', '--port', '0'], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
  const [printed] = (await once(server.stdout, 'data')) as [Buffer];
  return { server, at: String(/http:\S+/.exec(String(printed))?.[0]) };
}
