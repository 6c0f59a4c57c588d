/** `bifocal similar`: what has been said like this, for somebody about to ask it again. */
import { BifocalError } from '#core/errors.ts';
import { dayOf, instantOf } from '#core/time.ts';
import { alike, type SaidAlike } from '#engine/similar.ts';
import { visible, wrap } from '#report/terminal/layout.ts';
import { paintFor, plain, type Screen } from '#report/terminal/style.ts';
import type { Asked } from './arguments.ts';
import { chosenBy } from './embedder-asked.ts';
import type { Terminal } from './terminal.ts';
import { withProduct } from './with-product.ts';

const SHOWN = 8;
const WIDEST = 100;

export async function similarCommand(asked: Asked, terminal: Terminal): Promise<number> {
  const text = asked.targets.join(' ').trim();
  if (text === '') throw new BifocalError('USAGE', { cause: 'Say what you are about to ask.', command: 'similar' });
  await withProduct(asked, terminal, async (store, product) => {
    const among = await alike(store, product.id, await chosenBy(asked, terminal));
    const found = among === null ? [] : await among.to(text, SHOWN);
    if (asked.flags.json === true) terminal.print(`${JSON.stringify(found.map(toJson), null, 2)}\n`);
    else terminal.print(words(found, among?.pieces ?? 0, product.name, terminal.screen));
  });
  return 0;
}

function toJson({ evidence, text, at, url, likeness, need }: SaidAlike): object {
  return { evidence, text, at: instantOf(at), url, likeness, need };
}

function words(found: readonly SaidAlike[], pieces: number, product: string, screen: Screen): string {
  const paint = paintFor(screen);
  if (pieces === 0)
    return ` Nobody was heard for ${product} yet. bifocal import or bifocal gather brings what they said.\n`;
  if (found.length === 0) return ` Nothing like it was said about ${product}.\n`;
  const width = Math.min(screen.columns, WIDEST) - 13;
  const lines = found.flatMap(({ text, at, url, need }) => [
    ...wrap(visible(text), width).map((line, place) => ` ${place === 0 ? dayOf(at) : ' '.repeat(10)}  ${line}`),
    ...(need === null ? [] : [`             ${paint('faint', need.name)}`]),
    ...(url === null ? [] : [`             ${paint('faint', visible(url))}`]),
  ]);
  return plain(screen, ['', ` ${paint('strong', 'Said before, most alike first')}`, '', ...lines, ''].join('\n'));
}
