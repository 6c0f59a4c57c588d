/** Begins `bifocal reflect`: git is asked its first questions before the rest of the command is loaded. */
import { existsSync } from 'node:fs';
import { askAhead } from '#engine/ask-ahead.ts';
import { homeOf } from '#engine/home.ts';
import type { Asked } from './arguments.ts';
import type { Terminal } from './terminal.ts';

export async function reflectAhead(asked: Asked, terminal: Terminal): Promise<number> {
  const letGo = asked.flags.sample === undefined ? ask(asked, terminal) : null;
  try {
    return await (await import('./reflect.ts')).reflectCommand(asked, terminal);
  } finally {
    await letGo?.();
  }
}

function ask({ targets, flags }: Asked, { cwd, env }: Terminal): () => Promise<void> {
  const own = flags.store === undefined && !env.DATABASE_URL;
  return askAhead(targets[0] ?? '.', cwd, own && !existsSync(homeOf(env, process.platform).database));
}
