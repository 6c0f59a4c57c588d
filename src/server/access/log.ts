/** Writes the audit log: every change that succeeded, by whom, to what, in the words of the API's own description. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import type { Json } from '#core/json.ts';
import type { Store } from '#engine/open-store.ts';
import { organisationIn, productIn } from './acts.ts';
import { actorOf, callerOf } from './caller.ts';

const LOOKS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What was sent is told in full up to here: a log is read by people. */
const TOLD = 4_000;

export function writesLog(store: Store, api: OpenAPIHono): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const owner = productIn(c.req.path) ?? organisationIn(c.req.path);
    if (owner === null || LOOKS.has(c.req.method) || c.res.status >= 400) return;
    const verb = wordsOf(api, c.req.method, c.req.path) ?? `${c.req.method} ${c.req.path}`;
    const { before = null, after = await sentIn(c.req) } = c.get('noted') ?? {};
    const target = c.req.path.replace(/^\/api\/(?:products|organisations)\/[^/]+\/?/, '');
    const entry = { actor: actorOf(callerOf(c)), verb, target, before: before as Json, after: after as Json };
    await store.auditLog.add(owner, entry);
  };
}

/** The summary of the route that answered. */
function wordsOf(api: OpenAPIHono, method: string, path: string): string | null {
  const told = path.replace(/^\/api/, '');
  for (const one of api.openAPIRegistry.definitions) {
    if (one.type !== 'route') continue;
    const { route } = one;
    const pattern = new RegExp(`^${route.path.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`);
    if (route.method === method.toLowerCase() && pattern.test(told)) return route.summary ?? null;
  }
  return null;
}

async function sentIn(req: { header(name: string): string | undefined; text(): Promise<string> }): Promise<Json> {
  if (!req.header('content-type')?.startsWith('application/json')) return null;
  const text = await req.text();
  if (text.length > TOLD) return `${text.slice(0, TOLD)}…`;
  return JSON.parse(text) as Json;
}
