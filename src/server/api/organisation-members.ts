/** Who belongs to an organisation, to all that it has or to one product, and the links that invite others. */
import { createRoute, z } from '@hono/zod-openapi';
import { HOME } from '#core/access.ts';
import { BifocalError } from '#core/errors.ts';
import { callerOf } from '../access/caller.ts';
import { membership, type Reach } from '../access/membership.ts';
import { answers, InvitationPath, MemberPath, ReachGiven } from './member-schemas.ts';
import { found, OrganisationId } from './schemas.ts';
import type { Routes } from './served.ts';

const MemberId = OrganisationId.extend(MemberPath.shape);

const list = createRoute({
  method: 'get',
  path: '/organisations/{organisation}/members',
  summary: 'Who belongs to an organisation',
  description: 'Whoever may see single products stands there once for each.',
  request: { params: OrganisationId },
  responses: answers.list,
});

const change = createRoute({
  method: 'put',
  path: '/organisations/{organisation}/members/{member}',
  summary: 'Give a member of an organisation another role',
  request: { params: MemberId, body: found('As what, and where.', ReachGiven) },
  responses: answers.change,
});

const remove = createRoute({
  method: 'delete',
  path: '/organisations/{organisation}/members/{member}',
  summary: 'Take a member of an organisation out',
  request: {
    params: MemberId,
    query: z.object({ product: z.string().optional().describe('of this product; left out: of everything') }),
  },
  responses: answers.remove,
});

const renew = createRoute({
  method: 'post',
  path: '/organisations/{organisation}/members/{member}/password',
  summary: 'Let a member of an organisation choose a new password, by a link',
  description: 'The link is shown once and opens once, within an hour; sessions end with it.',
  request: { params: MemberId },
  responses: answers.renew,
});

const invite = createRoute({
  method: 'post',
  path: '/organisations/{organisation}/invitations',
  summary: 'Invite somebody to an organisation, by a link',
  description: 'The link is shown once and opens once, within a week.',
  request: { params: OrganisationId, body: found('As what, and to what.', ReachGiven) },
  responses: answers.invite,
});

const withdraw = createRoute({
  method: 'delete',
  path: '/organisations/{organisation}/invitations/{invitation}',
  summary: 'Withdraw a link to an organisation',
  request: { params: OrganisationId.extend(InvitationPath.shape) },
  responses: answers.withdraw,
});

export const organisationMemberRoutes: Routes = (api, served) => {
  const members = membership(served);
  api.openapi(list, async (c) => {
    const { organisation } = c.req.valid('param');
    return c.json(await members.listed({ organisation, product: null }, callerOf(c)), 200);
  });
  api.openapi(change, async (c) => {
    const { organisation, member } = c.req.valid('param');
    const { role, product } = c.req.valid('json');
    await members.change(await reachOf(organisation, product), member, role, callerOf(c));
    return c.json({ role }, 200);
  });
  api.openapi(remove, async (c) => {
    const { organisation, member } = c.req.valid('param');
    const reach = await reachOf(organisation, c.req.valid('query').product ?? null);
    await members.change(reach, member, null, callerOf(c));
    return c.json({ removed: true }, 200);
  });
  api.openapi(renew, async (c) => {
    const { organisation, member } = c.req.valid('param');
    return c.json({ link: await members.renew(organisation, member, callerOf(c)) }, 201);
  });
  api.openapi(invite, async (c) => {
    const { role, product } = c.req.valid('json');
    const reach = await reachOf(c.req.valid('param').organisation, product);
    return c.json(await members.invite(reach, role, callerOf(c)), 201);
  });
  api.openapi(withdraw, async (c) => {
    const { organisation, invitation } = c.req.valid('param');
    await members.withdraw({ organisation, product: null }, invitation, callerOf(c));
    return c.json({ removed: true }, 200);
  });

  /** Rejects with NOT_THERE where the product is another organisation's. */
  async function reachOf(organisation: string, product: string | null): Promise<Reach> {
    const held = product === null ? null : await served.store.products.byId(product);
    if (product !== null && (held?.organisation ?? (held && HOME)) !== organisation)
      throw new BifocalError('NOT_THERE', { what: `product ${product}` });
    return { organisation, product };
  }
};
