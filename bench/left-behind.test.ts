/** A bench that is ended, by a signal that it may answer or by one that nobody can, leaves no folder and nothing that runs. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';

/** It makes a folder, starts what would sleep for a minute, says both, and is busy from then on. */
const BENCH = `
import { spawn } from 'node:child_process';
const { temporaryFolder, withBench } = await import(${JSON.stringify(new URL('./left-behind.ts', import.meta.url).href)});
const folder = temporaryFolder('test');
const child = withBench(spawn('sleep', ['60']));
process.stdout.write(JSON.stringify({ folder, pid: child.pid }) + '\\n', () => { for (;;); });
`;

test.each(['SIGINT', 'SIGKILL'] as const)('%s', async (signal) => {
  const bench = spawn(process.execPath, ['--input-type=module', '-e', BENCH], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface({ input: bench.stdout }), 'line')) as [string];
  const { folder, pid } = JSON.parse(line) as { folder: string; pid: number };
  expect([existsSync(folder), runs(pid)]).toEqual([true, true]);
  bench.kill(signal);
  await once(bench, 'exit');
  for (let tries = 0; tries < 100 && (existsSync(folder) || runs(pid)); tries += 1) await setTimeout(50);
  expect([existsSync(folder), runs(pid)]).toEqual([false, false]);
});

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
