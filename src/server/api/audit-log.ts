/** The audit log: who changed what, newest first. */
import { createRoute, z } from '@hono/zod-openapi';
import { failures, found, Page, ProductId } from './schemas.ts';
import { productOf, type Routes } from './served.ts';

const Entry = z
  .object({
    id: z.string(),
    at: z.string(),
    actor: z.string().describe('`machine`: whoever sits at it; `user:<id>`; `token:<id>`; `webhook:<id>`'),
    who: z.string().nullable().describe('their name, where they are known still'),
    verb: z.string(),
    target: z.string(),
    before: z.unknown(),
    after: z.unknown(),
  })
  .openapi('AuditEntry');

const list = createRoute({
  method: 'get',
  path: '/products/{product}/log',
  summary: 'Who changed what',
  request: { params: ProductId, query: Page },
  responses: {
    200: found('A page.', z.object({ items: z.array(Entry), next: z.string().nullable() })),
    ...failures,
  },
});

export const auditLogRoutes: Routes = (api, served) => {
  const { store } = served;
  api.openapi(list, async (c) => {
    const { id } = await productOf(served, c.req.valid('param').product);
    const { limit, cursor } = c.req.valid('query');
    const rows = await store.auditLog.list(id, { limit, ...(cursor !== undefined && { before: cursor }) });
    const names = await namesOf(rows.map(({ actor }) => actor));
    const items = rows.map(({ at, ...row }) => ({
      ...row,
      at: new Date(at).toISOString(),
      who: names.get(row.actor) ?? null,
    }));
    return c.json({ items, next: rows.length < limit ? null : (rows.at(-1)?.id ?? null) } as never, 200);
  });

  async function namesOf(actors: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const ids = [...new Set(actors)].filter((actor) => actor.startsWith('user:')).map((actor) => actor.slice(5));
    const rows = await store.signIn.find('users', [{ column: 'id', is: 'in', value: ids, or: false }]);
    return new Map(rows.map(({ id, name }) => [`user:${id}`, String(name)]));
  }
};
