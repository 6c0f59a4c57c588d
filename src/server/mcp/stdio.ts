/** MCP on standard input and output, for an assistant that starts Bifocal itself. */
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { Store } from '#engine/open-store.ts';
import { tell } from '../jobs/tell.ts';
import { mcpServer } from './server.ts';

/** As the log names it. */
const ASSISTANT = 'assistant';

/** Ends when the other side does, or when it is told to. */
export async function serveStdio(
  { store, version, decides }: { readonly store: Store; readonly version: string; readonly decides: boolean },
  signal: AbortSignal,
): Promise<void> {
  const actor = decides ? ASSISTANT : null;
  const server = mcpServer({ store, version, actor, tell: (productId, what) => tell(store, productId, what) });
  const ended = new Promise<void>((resolve) => {
    server.server.onclose = resolve;
    signal.addEventListener('abort', () => void server.close(), { once: true });
    process.stdin.once('end', () => void server.close());
  });
  await server.connect(new StdioServerTransport());
  await ended;
}
