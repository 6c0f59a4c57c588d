/** `bifocal move`: the store in a file becomes a store on a PostgreSQL server. */
import { BifocalError } from '#core/errors.ts';
import { counted } from '#core/wording.ts';
import { homeOf, keyOf } from '#engine/home.ts';
import { moveStore } from '#engine/move-store.ts';
import type { Asked } from './arguments.ts';
import type { Terminal } from './terminal.ts';

export async function moveCommand(asked: Asked, terminal: Terminal): Promise<number> {
  const { to, store, json } = asked.flags;
  const url = typeof to === 'string' ? to : terminal.env.DATABASE_URL;
  if (url === undefined || !/^postgres(?:ql)?:\/\//.test(url)) {
    const cause = 'move needs the address of a PostgreSQL server: --to postgres://user@host/database, or DATABASE_URL.';
    throw new BifocalError('USAGE', { cause, command: 'move' });
  }
  const home = homeOf(terminal.env, process.platform);
  const moved = await moveStore(typeof store === 'string' ? store : home.database, url, await keyOf(home));
  if (json === true) {
    terminal.print(`${JSON.stringify(moved, null, 2)}\n`);
    return 0;
  }
  const rows = Object.entries(moved.rows);
  const width = Math.max(0, ...rows.map(([table]) => table.length)) + 2;
  const all = rows.reduce((sum, [, count]) => sum + count, 0);
  const lines = [
    ` Moved ${counted(all, 'row')} to ${moved.to}, all of them or none.`,
    '',
    ...rows.map(([table, count]) => `   ${table.padEnd(width)}${counted(count, 'row')}`),
    '',
    ' Set DATABASE_URL to that address, and every command uses it. Keep the key: the same one opens both.',
    ` The file stays as it was: ${moved.from}`,
  ];
  terminal.print(`${lines.join('\n')}\n`);
  return 0;
}
