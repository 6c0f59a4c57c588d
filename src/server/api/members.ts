/** Who may see a product and do what, and the links that invite others. */
import { createRoute, z } from '@hono/zod-openapi';
import { HOME } from '#core/access.ts';
import { callerOf } from '../access/caller.ts';
import { membership, type Reach } from '../access/membership.ts';
import { answers, Everything, InvitationPath, MemberPath, RoleGiven } from './member-schemas.ts';
import { found, ProductId } from './schemas.ts';
import { productOf, type Routes } from './served.ts';

const MemberId = ProductId.extend(MemberPath.shape);
const Given = z.object({ role: RoleGiven, everything: Everything });

const list = createRoute({
  method: 'get',
  path: '/products/{product}/members',
  summary: 'Who may see this product',
  request: { params: ProductId },
  responses: answers.list,
});

const change = createRoute({
  method: 'put',
  path: '/products/{product}/members/{member}',
  summary: 'Give somebody another role',
  request: { params: MemberId, body: found('As what.', Given) },
  responses: answers.change,
});

const remove = createRoute({
  method: 'delete',
  path: '/products/{product}/members/{member}',
  summary: 'Take somebody out',
  request: { params: MemberId, query: z.object({ everything: z.enum(['0', '1']) }) },
  responses: answers.remove,
});

const renew = createRoute({
  method: 'post',
  path: '/products/{product}/members/{member}/password',
  summary: 'Let somebody choose a new password, by a link',
  description:
    'The link is shown once and opens once, within an hour; sessions end with it. For whoever owns all that the member may see.',
  request: { params: MemberId },
  responses: answers.renew,
});

const invite = createRoute({
  method: 'post',
  path: '/products/{product}/invitations',
  summary: 'Invite somebody by a link',
  description: 'The link is shown once and opens once, within a week.',
  request: { params: ProductId, body: found('To what.', Given) },
  responses: answers.invite,
});

const withdraw = createRoute({
  method: 'delete',
  path: '/products/{product}/invitations/{invitation}',
  summary: 'Withdraw a link',
  request: { params: ProductId.extend(InvitationPath.shape) },
  responses: answers.withdraw,
});

export const memberRoutes: Routes = (api, served) => {
  const members = membership(served);
  const reachOf = async (asked: string, everything = false): Promise<Reach> => {
    const { id, organisation } = await productOf(served, asked);
    return { organisation: organisation ?? HOME, product: everything ? null : id };
  };
  api.openapi(list, async (c) => {
    const reach = await reachOf(c.req.valid('param').product);
    return c.json(await members.listed(reach, callerOf(c)), 200);
  });
  api.openapi(change, async (c) => {
    const { product, member } = c.req.valid('param');
    const { role, everything } = c.req.valid('json');
    await members.change(await reachOf(product, everything), member, role, callerOf(c));
    return c.json({ role }, 200);
  });
  api.openapi(remove, async (c) => {
    const { product, member } = c.req.valid('param');
    const reach = await reachOf(product, c.req.valid('query').everything === '1');
    await members.change(reach, member, null, callerOf(c));
    return c.json({ removed: true }, 200);
  });
  api.openapi(renew, async (c) => {
    const { product, member } = c.req.valid('param');
    const { organisation } = await reachOf(product);
    return c.json({ link: await members.renew(organisation, member, callerOf(c)) }, 201);
  });
  api.openapi(invite, async (c) => {
    const { role, everything } = c.req.valid('json');
    const reach = await reachOf(c.req.valid('param').product, everything);
    return c.json(await members.invite(reach, role, callerOf(c)), 201);
  });
  api.openapi(withdraw, async (c) => {
    const { product, invitation } = c.req.valid('param');
    await members.withdraw(await reachOf(product), invitation, callerOf(c));
    return c.json({ removed: true }, 200);
  });
};
