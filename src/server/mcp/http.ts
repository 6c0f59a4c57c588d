/** MCP over HTTP at /mcp: each request stands for itself, so that nothing is kept between them. */
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import type { MiddlewareHandler } from 'hono';
import { callerOf } from '../access/caller.ts';
import { seenBy } from '../access/seen-by.ts';
import type { Served } from '../api/served.ts';
import { mcpServer } from './server.ts';

export function mcpOverHttp({ store, version, lookups }: Served): MiddlewareHandler {
  return async (c) => {
    const { signal } = c.req.raw;
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    const seen = seenBy(store, callerOf(c));
    await mcpServer({ store: seen, version, tell: (productId, what) => lookups.tell(productId, what, signal) }).connect(
      transport,
    );
    return transport.handleRequest(c.req.raw);
  };
}
