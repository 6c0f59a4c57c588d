/** Begins `bifocal reflect`: git is asked its first questions before the rest of the command is loaded. */
import { askAhead } from '#engine/ask-ahead.ts';
import type { Asked } from './arguments.ts';
import type { Terminal } from './terminal.ts';

export async function reflectAhead(asked: Asked, terminal: Terminal): Promise<number> {
  const letGo = asked.flags.sample === undefined ? askAhead(asked.targets[0] ?? '.', terminal.cwd) : null;
  try {
    return await (await import('./reflect.ts')).reflectCommand(asked, terminal);
  } finally {
    await letGo?.();
  }
}
