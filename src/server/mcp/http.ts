/** MCP over HTTP at /mcp: each request stands for itself, so that nothing is kept between them. */
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import type { MiddlewareHandler } from 'hono';
import { type McpOrder, mcpServer } from './server.ts';

export function mcpOverHttp(order: McpOrder): MiddlewareHandler {
  return async (c) => {
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    await mcpServer(order).connect(transport);
    return transport.handleRequest(c.req.raw);
  };
}
