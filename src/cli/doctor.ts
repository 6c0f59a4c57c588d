/** `bifocal doctor`: where data lies, and whether everything that reading needs is there. */
import { examine } from '#engine/examine.ts';
import { paintFor, plain } from '#report/terminal/style.ts';
import type { Asked } from './arguments.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

export async function doctorCommand(asked: Asked, terminal: Terminal): Promise<number> {
  const file = typeof asked.flags.store === 'string' ? asked.flags.store : null;
  const found = [
    { name: 'bifocal', ok: true, says: version(), remedy: null },
    ...(await examine(terminal.env, process.platform, file)),
  ];
  const ok = found.every((check) => check.ok);
  if (asked.flags.json === true) {
    terminal.print(`${JSON.stringify({ ok, checks: found }, null, 2)}\n`);
    return ok ? 0 : 1;
  }
  const paint = paintFor(terminal.screen);
  const width = Math.max(...found.map(({ name }) => name.length)) + 2;
  const lines = found.flatMap((check) => [
    ` ${check.ok ? paint('bridge', 'ok ') : paint('claim', 'no ')} ${check.name.padEnd(width)}${check.says}`,
    ...(check.ok || check.remedy === null ? [] : [`     ${' '.repeat(width)}${check.remedy}`]),
  ]);
  terminal.print(plain(terminal.screen, `${lines.join('\n')}\n`));
  return ok ? 0 : 1;
}
