/** Organisations: what one is called and has; whoever owns the installation makes another. What it has, only its own members see. */
import { createRoute, z } from '@hono/zod-openapi';
import { HOME } from '#core/access.ts';
import { BifocalError } from '#core/errors.ts';
import { instantOf } from '#core/time.ts';
import { actorOf, callerOf, may, mayIn, roleIn } from '../access/caller.ts';
import { makeOrganisation } from '../sign-in/make-organisation.ts';
import { RoleGiven } from './member-schemas.ts';
import { readingNow } from './reading-now.ts';
import { failures, found, OrganisationId } from './schemas.ts';
import type { Routes } from './served.ts';

const Name = z.object({ name: z.string().trim().min(1).max(200) });

const Organisation = z
  .object({
    id: z.string(),
    name: z.string(),
    role: RoleGiven.describe('of whoever asks'),
    home: z.boolean().describe('the installation’s own: its owners make others'),
    products: z.array(z.object({ id: z.string(), name: z.string(), readAt: z.string().nullable() })),
  })
  .openapi('Organisation');

const make = createRoute({
  method: 'post',
  path: '/organisations',
  summary: 'Make an organisation',
  description: 'For an owner of the whole installation, who becomes its owner. Name it when a product is read.',
  request: { body: found('What it is called.', Name) },
  responses: { 201: found('It.', z.object({ id: z.string(), name: z.string() })), ...failures },
});

const one = createRoute({
  method: 'get',
  path: '/organisations/{organisation}',
  summary: 'What an organisation has',
  description: 'For whoever may see all that it has; for others it is not there.',
  request: { params: OrganisationId },
  responses: { 200: found('It, with its products by name.', Organisation), ...failures },
});

const rename = createRoute({
  method: 'patch',
  path: '/organisations/{organisation}',
  summary: 'Call an organisation otherwise',
  request: { params: OrganisationId, body: found('What it is to be called.', Name) },
  responses: { 200: found('Done.', z.object({ id: z.string(), name: z.string() })), ...failures },
});

export const organisationRoutes: Routes = (api, { store, signIn }) => {
  api.openapi(make, async (c) => {
    const caller = callerOf(c);
    if (!mayIn(caller, 'manage', HOME)) throw new BifocalError('MAY_NOT', { act: 'make an organisation' });
    if (signIn === null || caller.is !== 'person')
      throw new BifocalError('NOT_THERE', { what: 'sign-in on this machine; start with --url' });
    const { name } = c.req.valid('json');
    const { id } = await makeOrganisation(store, name, caller.id);
    await store.auditLog.add(id, { actor: actorOf(caller), verb: 'Make an organisation', target: '', after: { name } });
    return c.json({ id, name }, 201);
  });
  api.openapi(one, async (c) => {
    const { organisation: id } = c.req.valid('param');
    const { name } = await known(id);
    const caller = callerOf(c);
    const products = [];
    for (const product of await store.products.list())
      if ((product.organisation ?? HOME) === id && may(caller, 'read', product)) {
        const newest = await readingNow(store, product.id);
        products.push({ id: product.id, name: product.name, readAt: newest && instantOf(newest.at) });
      }
    return c.json({ id, name, role: roleIn(caller, id), home: id === HOME, products }, 200);
  });
  api.openapi(rename, async (c) => {
    const { organisation: id } = c.req.valid('param');
    const { name } = c.req.valid('json');
    c.set('noted', { before: { name: (await known(id)).name }, after: { name } });
    await store.organisations.rename(id, name);
    return c.json({ id, name }, 200);
  });

  async function known(id: string): Promise<{ id: string; name: string }> {
    const found = (await store.organisations.list()).find((row) => row.id === id);
    if (found === undefined) throw new BifocalError('NOT_THERE', { what: `organisation ${id}` });
    return found;
  }
};
