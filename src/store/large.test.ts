/** Many rows in a process of its own: it must not grow with them. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const BENCH = fileURLToPath(new URL('../../bench/store.ts', import.meta.url));

test('30,000 commits go in and come back within 200 MB', () => {
  const flags = ['--disable-warning=ExperimentalWarning', BENCH, '30000'];
  const run = spawnSync(process.execPath, flags, { encoding: 'utf8' });
  const told = JSON.parse(run.stdout) as { added: number; rows: number; peakMb: number };
  expect(told).toMatchObject({ added: 30_000, rows: 30_000 });
  expect(told.peakMb).toBeLessThan(200);
}, 120_000);
