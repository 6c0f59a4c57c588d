/** `bifocal shipped`: the releases, how far each went, and what it answered; one of them in full. */
import { BifocalError } from '#core/errors.ts';
import { helpedBy } from '#engine/helped.ts';
import { cardOf } from '#engine/release-card.ts';
import { releaseMeant, type ShippedRelease, shippedTold } from '#engine/shipped.ts';
import { cardMarkdown } from '#report/bridge/release-card.ts';
import type { Asked } from './arguments.ts';
import { releaseWords, timelineWords } from './shipped-words.ts';
import type { Terminal } from './terminal.ts';
import { withProduct } from './with-product.ts';

export async function shippedCommand(asked: Asked, terminal: Terminal): Promise<number> {
  const [said, ...more] = asked.targets;
  if (more.length > 0) throw usage('Name one release, or none for all of them.');
  const json = (found: object) => terminal.print(`${JSON.stringify(found, null, 2)}\n`);
  const carded = asked.flags.card === true;
  if (carded && said === undefined) throw usage('Name the release: `latest` is the newest.');
  await withProduct(asked, terminal, async (store, product) => {
    if (carded && said !== undefined) {
      const card = await cardOf(store, product.id, (releases) => meantBy(releases, said));
      if (card === null) throw usage(`No release is called ${said}: \`bifocal shipped --all\` lists them.`);
      if (asked.flags.json === true) json({ product: product.name, ...card });
      else terminal.print(cardMarkdown(product.name, card));
      return;
    }
    const told = await shippedTold(store, product.id);
    if (said === undefined) {
      if (asked.flags.json === true) json({ product: product.name, ...told });
      else terminal.print(timelineWords(product.name, told, asked.flags.all === true, terminal.screen));
      return;
    }
    const release = meantBy(told.releases, said);
    if (release === null) throw usage(`No release is called ${said}: \`bifocal shipped --all\` lists them.`);
    const helped = await helpedBy(store, product.id, release);
    if (asked.flags.json === true) json({ product: product.name, ...release, helped });
    else terminal.print(releaseWords(product.name, { release, helped, linked: told.linked }, terminal.screen));
  });
  return 0;
}

function meantBy(releases: readonly ShippedRelease[], said: string): ShippedRelease | null {
  if (said === 'latest') return releases.find(({ preview }) => !preview) ?? null;
  return releaseMeant(releases, said);
}

function usage(cause: string): BifocalError {
  return new BifocalError('USAGE', { cause, command: 'shipped' });
}
