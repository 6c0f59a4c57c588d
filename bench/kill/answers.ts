/** Kills a server while many answer a Mirror Test at once, and counts whether an answer that was acknowledged is lost. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openStore } from '#engine/open-store.ts';
import { temporaryFolder, withBench } from '../left-behind.ts';

const CHILD = new URL('./answers-child.ts', import.meta.url).pathname;

export interface AnswersKilled {
  readonly respondents: number;
  /** Told `saved` before the kill. */
  readonly acknowledged: number;
  /** Of those, not in the store afterwards. */
  readonly lost: number;
  /** In the store although nobody was told: at most as many as were under way. */
  readonly untold: number;
}

/** Kills it as soon as `after` were acknowledged. Every respondent says something of their own. */
export async function killWhileAnswering(respondents: number, after: number): Promise<AnswersKilled> {
  const folder = temporaryFolder('answers');
  const file = join(folder, 'bifocal.db');
  try {
    const child = withBench(
      spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CHILD, file], {
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    );
    const gone = once(child, 'exit');
    const line = once(createInterface({ input: child.stdout }), 'line') as Promise<[string]>;
    const [door] = await Promise.race([line, gone.then(() => Promise.reject(new Error('the server did not start')))]);
    const told = new Set<string>();
    await Promise.all(
      Array.from({ length: respondents }, async (_, at) => {
        const closer = `wish ${at}`;
        const body = new URLSearchParams({ closer });
        const answer = await fetch(door, { method: 'POST', body, headers: { accept: 'application/json' } }).catch(
          () => null,
        );
        const { saved } = answer?.ok ? ((await answer.json().catch(() => ({}))) as { saved?: boolean }) : {};
        if (saved === true) told.add(closer);
        if (told.size >= after) child.kill('SIGKILL');
      }),
    );
    child.kill('SIGKILL');
    await gone;
    const kept = await keptIn(file);
    const lost = [...told].filter((closer) => !kept.has(closer)).length;
    return {
      respondents,
      acknowledged: told.size,
      lost,
      untold: [...kept].filter((closer) => !told.has(closer)).length,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function keptIn(file: string): Promise<Set<string>> {
  const store = await openStore({ file, key: new Uint8Array(32).fill(7) });
  try {
    const [product] = await store.products.list();
    const [round] = await store.rounds.list(product?.id ?? '');
    const answers = await store.rounds.answers(product?.id ?? '', round?.id ?? '');
    return new Set(answers.map((one) => String(one.answers.closer)));
  } finally {
    await store.close();
  }
}
