/** `bifocal sources`: what a product is read from, how each stands, and what would mend what is missing. */
import { instantOf } from '#core/time.ts';
import { type SourceState, sourceStates } from '#engine/sources.ts';
import type { Asked } from './arguments.ts';
import { sourcesWords } from './sources-words.ts';
import type { Terminal } from './terminal.ts';
import { withProduct } from './with-product.ts';
import { withStore } from './with-store.ts';

export async function sourcesCommand(asked: Asked, terminal: Terminal): Promise<number> {
  const json = asked.flags.json === true;
  if (asked.flags.all === true) {
    await withStore(asked, terminal, async (store) => {
      const all = [];
      for (const { id, name } of await store.products.list()) {
        const sources = await sourceStates(store, id);
        if (sources.length > 0) all.push({ product: name, sources });
      }
      const words = all.map(({ product, sources }) => sourcesWords(product, sources, terminal.screen)).join('');
      const told = all.map(({ product, sources }) => ({ product, sources: sources.map(inJson) }));
      terminal.print(json ? `${JSON.stringify(told, null, 2)}\n` : words || ' Nothing was read yet.\n');
    });
    return 0;
  }
  await withProduct(asked, terminal, async (store, { id, name }) => {
    const sources = await sourceStates(store, id);
    const told = { product: name, sources: sources.map(inJson) };
    terminal.print(json ? `${JSON.stringify(told, null, 2)}\n` : sourcesWords(name, sources, terminal.screen));
  });
  return 0;
}

function inJson({ observedUntil, newsAt, nextAt, imported, ...rest }: SourceState) {
  const at = (time: number | null) => (time === null ? null : instantOf(time));
  return {
    ...rest,
    imported,
    observedUntil: at(observedUntil),
    newsAt: at(newsAt),
    nextAt: at(nextAt),
    next: imported ? null : 'gather',
  };
}
