/** `bifocal year`: place, culture and promises of a year, from what is kept. */
import { BifocalError } from '#core/errors.ts';
import { yearOf } from '#engine/year.ts';
import { yearTerminal } from '#report/year/terminal.ts';
import type { Asked } from './arguments.ts';
import type { Terminal } from './terminal.ts';
import { withProduct } from './with-product.ts';

export async function yearCommand(asked: Asked, terminal: Terminal): Promise<number> {
  if (asked.targets.length > 0) throw new BifocalError('USAGE', { cause: 'It takes no target.', command: 'year' });
  await withProduct(asked, terminal, async (store, product) => {
    const year = await yearOf(store, product.id);
    if (asked.flags.json === true) terminal.print(`${JSON.stringify(year, null, 2)}\n`);
    else
      terminal.print(
        year === null
          ? ' Nothing was read yet, and no round was closed. Begin with: bifocal\n'
          : yearTerminal(product.name, year, terminal.screen),
      );
  });
  return 0;
}
