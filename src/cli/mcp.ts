/** `bifocal mcp`: what this store knows, for an assistant, on standard input and output. */
import { indexWords } from '#engine/index-words.ts';
import { serveStdio } from '#server/mcp/stdio.ts';
import type { Asked } from './arguments.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';
import { withStore } from './with-store.ts';

export async function mcpCommand(asked: Asked, terminal: Terminal): Promise<number> {
  await withStore(asked, terminal, async (store) => {
    for (const { id } of await store.products.list()) await indexWords(store, id);
    await serveStdio({ store, version: version(), decides: asked.flags.decide === true }, terminal.signal);
  });
  return 0;
}
