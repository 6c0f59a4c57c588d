/** `bifocal undo`: takes back a whole import; without one, lists those that can be. */
import { instantOf } from '#core/time.ts';
import { counted, thousands } from '#core/wording.ts';
import { type UndoneImport, undoable, undoImport } from '#engine/undo.ts';
import type { Asked } from './arguments.ts';
import type { Terminal } from './terminal.ts';
import { withStore } from './with-store.ts';

export async function undoCommand(asked: Asked, terminal: Terminal): Promise<number> {
  // What an import prints may be handed over whole: `bifocal undo <id>`.
  const named = asked.targets.flatMap((words) => words.replace(/^bifocal undo /, '').split(' '));
  const json = asked.flags.json === true;
  await withStore(asked, terminal, async (store) => {
    if (named.length === 0) {
      const all = (await undoable(store)).map(({ product, gather: { id, counts, sealedAt }, source }) => ({
        ...{ gather: id, product, source, at: sealedAt === null ? null : instantOf(sealedAt) },
        rows: (counts?.added ?? 0) + (counts?.updated ?? 0) + (counts?.unchanged ?? 0),
      }));
      const lines = all.map(
        (one) => ` ${one.gather}  ${one.at}  ${one.product}: ${thousands(one.rows)} rows (${one.source})`,
      );
      terminal.print(json ? `${JSON.stringify(all, null, 2)}\n` : `${lines.join('\n') || ' Nothing was imported.'}\n`);
      return;
    }
    const done: UndoneImport[] = [];
    for (const gather of named) done.push(await undoImport(store, gather));
    const told = done.map(({ gather, product, removed, restored, rounds }) => ({
      ...{ gather: gather.id, product, removed, restored, rounds },
    }));
    const lines = told.map(
      ({ product, removed, restored, rounds }) =>
        ` Undone for ${product}: ${thousands(removed)} rows taken out, ${thousands(restored)} as they were before${rounds === 0 ? '' : `; ${counted(rounds, 'round')} of the Mirror Test taken out`}.`,
    );
    terminal.print(json ? `${JSON.stringify(told.length === 1 ? told[0] : told, null, 2)}\n` : `${lines.join('\n')}\n`);
  });
  return 0;
}
