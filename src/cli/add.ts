/** `bifocal add`: writes a source to a product; the next reading and every `bifocal gather` read it. */
import { BifocalError } from '#core/errors.ts';
import { addSources } from '#engine/sources.ts';
import type { Asked } from './arguments.ts';
import { shortened } from './sources-words.ts';
import type { Terminal } from './terminal.ts';
import { withProduct } from './with-product.ts';

export async function addCommand(asked: Asked, terminal: Terminal): Promise<number> {
  const { targets, flags } = asked;
  const [first = '', second] = targets;
  if (targets.length === 0 || targets.length > 2) {
    throw new BifocalError('USAGE', {
      cause: 'Name what to add: a target, or a strand or source and a target.',
      command: 'add',
    });
  }
  const as = second === undefined ? null : first;
  await withProduct(
    asked,
    terminal,
    async (store, product) => {
      const { cwd, env, signal } = terminal;
      const added = await addSources(store, product.id, { as, target: second ?? first, cwd, env, signal });
      if (flags.json === true) {
        terminal.print(`${JSON.stringify({ product: product.name, sources: added }, null, 2)}\n`);
        return;
      }
      const lines = added.map(({ kind, origin, strands, added: isNew }) => {
        const where = shortened(origin, terminal.screen.columns - 40);
        return ` ${isNew ? 'Added' : 'Known'}  ${kind.padEnd(10)} ${where}  (${strands.join(', ')})`;
      });
      terminal.print(`${lines.join('\n')}\n\n bifocal gather reads it; bifocal sources says how it stands.\n`);
    },
    true,
  );
  return 0;
}
