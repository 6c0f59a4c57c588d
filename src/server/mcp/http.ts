/** MCP over HTTP at /mcp: each request stands for itself, so that nothing is kept between them. */
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import type { MiddlewareHandler } from 'hono';
import { scopesMay } from '#core/access.ts';
import { actorOf, callerOf } from '../access/caller.ts';
import { seenBy } from '../access/seen-by.ts';
import type { Served } from '../api/served.ts';
import { mcpServer } from './server.ts';
import type { Given } from './tools/define-tool.ts';

export function mcpOverHttp({ store, version, lookups }: Served): MiddlewareHandler {
  return async (c) => {
    const { signal } = c.req.raw;
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    const caller = callerOf(c);
    const tell: Given['tell'] = (productId, what) => lookups.tell(productId, what, signal);
    // Sitting at the machine, or being signed in, grants an assistant nothing: a token does, with the scope.
    const actor = caller.is === 'token' && scopesMay(caller.scopes, 'write') ? actorOf(caller) : null;
    await mcpServer({ store: seenBy(store, caller), version, actor, tell }).connect(transport);
    return transport.handleRequest(c.req.raw);
  };
}
