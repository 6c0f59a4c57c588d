/** `bifocal shipped`: the releases, how far each went, and what it answered; one of them in full. */
import { BifocalError } from '#core/errors.ts';
import { releaseMeant, shippedTold } from '#engine/shipped.ts';
import type { Asked } from './arguments.ts';
import { releaseWords, timelineWords } from './shipped-words.ts';
import type { Terminal } from './terminal.ts';
import { withProduct } from './with-product.ts';

export async function shippedCommand(asked: Asked, terminal: Terminal): Promise<number> {
  const [said, ...more] = asked.targets;
  if (more.length > 0) throw usage('Name one release, or none for all of them.');
  const json = (found: object) => terminal.print(`${JSON.stringify(found, null, 2)}\n`);
  await withProduct(asked, terminal, async (store, product) => {
    const told = await shippedTold(store, product.id);
    if (said === undefined) {
      if (asked.flags.json === true) json({ product: product.name, ...told });
      else terminal.print(timelineWords(product.name, told, asked.flags.all === true, terminal.screen));
      return;
    }
    const release = releaseMeant(told.releases, said);
    if (release === null) throw usage(`No release is called ${said}: \`bifocal shipped --all\` lists them.`);
    if (asked.flags.json === true) json({ product: product.name, ...release });
    else terminal.print(releaseWords(product.name, release, told.linked, terminal.screen));
  });
  return 0;
}

function usage(cause: string): BifocalError {
  return new BifocalError('USAGE', { cause, command: 'shipped' });
}
