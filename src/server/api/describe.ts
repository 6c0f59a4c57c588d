/** The API's own description, generated from the schemas that check every request: OpenAPI 3.1. */
import type { OpenAPIHono } from '@hono/zod-openapi';

/** Of the API, not of the program: it changes when something that scripts rely on would break. */
const VERSION = '1';

export function openApi(api: OpenAPIHono) {
  return api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Bifocal',
      version: VERSION,
      description: 'What a company ships, what customers say, what the brand claims.',
    },
    servers: [{ url: '/api' }],
  });
}
