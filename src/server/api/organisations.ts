/** Organisations: whoever owns the installation makes another; what it has, only its own members see. */
import { createRoute, z } from '@hono/zod-openapi';
import { HOME } from '#core/access.ts';
import { BifocalError } from '#core/errors.ts';
import { callerOf, mayIn } from '../access/caller.ts';
import { makeOrganisation } from '../sign-in/make-organisation.ts';
import { failures, found } from './schemas.ts';
import type { Routes } from './served.ts';

const make = createRoute({
  method: 'post',
  path: '/organisations',
  summary: 'Make an organisation',
  description: 'For an owner of the whole installation, who becomes its owner. Name it when a product is read.',
  request: { body: found('What it is called.', z.object({ name: z.string().trim().min(1).max(200) })) },
  responses: { 201: found('It.', z.object({ id: z.string(), name: z.string() })), ...failures },
});

export const organisationRoutes: Routes = (api, { store, signIn }) => {
  api.openapi(make, async (c) => {
    const caller = callerOf(c);
    if (!mayIn(caller, 'manage', HOME)) throw new BifocalError('MAY_NOT', { act: 'make an organisation' });
    if (signIn === null || caller.is !== 'person')
      throw new BifocalError('NOT_THERE', { what: 'sign-in on this machine; start with --url' });
    const { name } = c.req.valid('json');
    const { id } = await makeOrganisation(store, name, caller.id);
    return c.json({ id, name }, 201);
  });
};
