/** Kills a process at random moments of its work, lets another finish it, and compares the store with that of a calm run. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '#core/statistics/random.ts';
import { openStore } from '#engine/open-store.ts';
import { openFaultServer } from '../../test/worlds/fault-server.ts';
import { wholeWorld } from '../../test/worlds/github-whole.ts';
import { GitlabWorld } from '../../test/worlds/gitlab-world.ts';
import { answeringOf } from '../../test/worlds/live-world.ts';
import { temporaryFolder, withBench } from '../left-behind.ts';

const CHILD = new URL('./child.ts', import.meta.url).pathname;

export interface Killed {
  readonly kills: number;
  /** Stores that are what the calm run left. */
  readonly equal: number;
  /** Kills that met the process at work, not after it was done. */
  readonly met: number;
  readonly rows: number;
  readonly calmMs: number;
  /** Requests of the calm run, and the most that a killed and resumed one took; 0 without a server. */
  readonly calmCalls: number;
  readonly mostCalls: number;
}

export interface Plan {
  readonly kills: number;
  /** Rows of the file, or threads of the repository. */
  readonly size: number;
  readonly random: Random;
}

async function runChild(task: string, file: string, what: string, killAfterMs: number | null): Promise<boolean> {
  const args = ['--disable-warning=ExperimentalWarning', CHILD, task, file, what];
  const child = withBench(spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] }));
  const timer = killAfterMs === null ? null : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  if (timer !== null) clearTimeout(timer);
  if (signal === null && code !== 0) throw new Error(`the ${task} ended with ${code}`);
  return signal !== null;
}

async function left(file: string): Promise<{ digests: string; rows: number; open: number }> {
  const store = await openStore({ file, key: new Uint8Array(32).fill(7) });
  const [product] = await store.products.list();
  const id = product?.id ?? '';
  const rows = Object.values(await store.read.count(id)).reduce((sum, count) => sum + count, 0);
  const open = (await store.gathers.list(id)).filter(({ state }) => state === 'open').length;
  const digests = JSON.stringify(await store.digests(id));
  await store.close();
  return { digests, rows, open };
}

async function killAll(task: string, { kills, random }: Plan, what: () => Promise<Workplace>): Promise<Killed> {
  const folder = temporaryFolder('kill');
  try {
    const calm = await what();
    const began = performance.now();
    await runChild(task, join(folder, 'calm.db'), calm.what, null);
    const calmMs = Math.round(performance.now() - began);
    const wanted = await left(join(folder, 'calm.db'));
    const calmCalls = calm.calls();
    await calm.close();
    let [equal, met, mostCalls] = [0, 0, 0];
    for (let kill = 0; kill < kills; kill += 1) {
      const place = await what();
      const file = join(folder, `${kill}.db`);
      if (await runChild(task, file, place.what, random.uniform() * calmMs)) met += 1;
      await runChild(task, file, place.what, null);
      const found = await left(file);
      if (found.digests === wanted.digests && found.rows === wanted.rows && found.open === 0) equal += 1;
      mostCalls = Math.max(mostCalls, place.calls());
      await place.close();
    }
    return { kills, equal, met, rows: wanted.rows, calmMs, calmCalls, mostCalls };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Workplace {
  readonly what: string;
  calls(): number;
  close(): Promise<void>;
}

export async function killImports(plan: Plan): Promise<Killed> {
  const folder = temporaryFolder('kill-file');
  const file = join(folder, 'tickets.csv');
  const rows = Array.from({ length: plan.size }, (_, row) => {
    const day = new Date(Date.UTC(2024, 0, 1 + (row % 700))).toISOString().slice(0, 10);
    return `T-${row},"It drips, the ${row}th time","Since ${day} it drips, ${'and drips '.repeat(row % 30)}",${day},user${row % 900}@kettleworks.org,open`;
  });
  writeFileSync(file, `key,title,description,created,author,status\n${rows.join('\n')}\n`);
  const place: Workplace = { what: file, calls: () => 0, close: async () => undefined };
  return killAll('import', plan, async () => place).finally(() => rmSync(folder, { recursive: true, force: true }));
}

/** Each service at its worst: it limits, stumbles, cuts, repeats and reorders, edits and deletes, under a clock that is hours ahead. */
const SERVICES = {
  github: (size: number, every: number, changing: boolean) => wholeWorld(size, { every, changing }),
  gitlab: (size: number, every: number, changing: boolean) => {
    const world = new GitlabWorld({ issues: size, changing, token: true });
    return answeringOf(world, { every, limits: 'ratelimit', ...(changing && { changesAfter: 9 }) });
  },
};
export type Service = keyof typeof SERVICES;

export async function killGathers(plan: Plan, service: Service): Promise<Killed> {
  const open = SERVICES[service];
  let world = open(plan.size, 0, false);
  // One address for all, since it is part of every row's origin.
  await using server = await openFaultServer({ '*': (request, response) => world.answer(request, response) });
  return await killAll(service, plan, async () => {
    world = open(plan.size, 23, true);
    const { asked } = world;
    return { what: server.url, calls: () => asked.length, close: async () => undefined };
  });
}
