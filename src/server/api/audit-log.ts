/** The audit log: who changed what, newest first. */
import { createRoute, z } from '@hono/zod-openapi';
import { failures, found, OrganisationId, Page, ProductId } from './schemas.ts';
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

const Entries = z.object({ items: z.array(Entry), next: z.string().nullable() });

const list = createRoute({
  method: 'get',
  path: '/products/{product}/log',
  summary: 'Who changed what',
  request: { params: ProductId, query: Page },
  responses: { 200: found('A page.', Entries), ...failures },
});

const ofOrganisation = createRoute({
  method: 'get',
  path: '/organisations/{organisation}/log',
  summary: 'Who changed what of an organisation itself',
  description: 'Its name, members and links; what was changed of a product stands in the log of that.',
  request: { params: OrganisationId, query: Page },
  responses: { 200: found('A page.', Entries), ...failures },
});

export const auditLogRoutes: Routes = (api, served) => {
  const { store } = served;
  api.openapi(list, async (c) => {
    const { id } = await productOf(served, c.req.valid('param').product);
    return c.json((await pageOf(id, c.req.valid('query'))) as never, 200);
  });
  api.openapi(ofOrganisation, async (c) =>
    c.json((await pageOf(c.req.valid('param').organisation, c.req.valid('query'))) as never, 200),
  );

  async function pageOf(owner: string, { limit, cursor }: z.infer<typeof Page>) {
    const rows = await store.auditLog.list(owner, { limit, ...(cursor !== undefined && { before: cursor }) });
    const names = await namesOf(rows.map(({ actor }) => actor));
    const items = rows.map(({ at, ...row }) => ({
      ...row,
      at: new Date(at).toISOString(),
      who: names.get(row.actor) ?? null,
    }));
    return { items, next: rows.length < limit ? null : (rows.at(-1)?.id ?? null) };
  }

  async function namesOf(actors: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const ids = [...new Set(actors)].filter((actor) => actor.startsWith('user:')).map((actor) => actor.slice(5));
    const rows = await store.signIn.find('users', [{ column: 'id', is: 'in', value: ids, or: false }]);
    return new Map(rows.map(({ id, name }) => [`user:${id}`, String(name)]));
  }
};
