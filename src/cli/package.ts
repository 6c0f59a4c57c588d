/** `bifocal package`: the product at its best, the ideal customer, and needs by groups of customers. */
import { BifocalError } from '#core/errors.ts';
import { GROUPINGS } from '#core/package.ts';
import { packageOf, packageStuff } from '#engine/package.ts';
import { packageTerminal } from '#report/package/terminal.ts';
import type { Asked } from './arguments.ts';
import type { Terminal } from './terminal.ts';
import { withProduct } from './with-product.ts';

export async function packageCommand(asked: Asked, terminal: Terminal): Promise<number> {
  const { by: named, json } = asked.flags;
  const by = GROUPINGS.find((one) => one === named) ?? null;
  if (named !== undefined && by === null)
    throw new BifocalError('USAGE', {
      cause: `--by takes ${GROUPINGS.join(', ')}, not “${named}”.`,
      command: 'package',
    });
  await withProduct(asked, terminal, async (store, product) => {
    const told = packageOf(await packageStuff(store, product.id), by);
    terminal.print(
      json === true ? `${JSON.stringify(told, null, 2)}\n` : packageTerminal(product.name, told, terminal.screen),
    );
  });
  return 0;
}
