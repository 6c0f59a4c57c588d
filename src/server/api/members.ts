/** Who may see a product and do what, and the links that invite others. */
import { createRoute, z } from '@hono/zod-openapi';
import { HOME, ROLES } from '#core/access.ts';
import { BifocalError } from '#core/errors.ts';
import { type Caller, callerOf, mayIn } from '../access/caller.ts';
import { hashOf, newSecret } from '../access/secrets.ts';
import { passwordLink } from '../sign-in/password-link.ts';
import { failure, failures, found, ProductId } from './schemas.ts';
import { productOf, type Routes } from './served.ts';

const Everything = z.boolean().describe('everything that the organisation has, not this product alone');

const Member = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: z.enum(ROLES),
    everything: Everything,
    you: z.boolean(),
  })
  .openapi('Member');

const Pending = z.object({ id: z.string(), role: z.enum(ROLES), everything: Everything, expiresAt: z.string() });

const list = createRoute({
  method: 'get',
  path: '/products/{product}/members',
  summary: 'Who may see this product',
  request: { params: ProductId },
  responses: {
    200: found(
      'By e-mail, and the links that wait.',
      z.object({ items: z.array(Member), invitations: z.array(Pending) }),
    ),
    ...failures,
  },
});

const MemberId = ProductId.extend({ member: z.string().openapi({ param: { name: 'member', in: 'path' } }) });

const change = createRoute({
  method: 'put',
  path: '/products/{product}/members/{member}',
  summary: 'Give somebody another role',
  request: { params: MemberId, body: found('As what.', z.object({ role: z.enum(ROLES), everything: Everything })) },
  responses: {
    200: found('Done.', z.object({ role: z.enum(ROLES) })),
    409: failure('The last owner stays.'),
    ...failures,
  },
});

const remove = createRoute({
  method: 'delete',
  path: '/products/{product}/members/{member}',
  summary: 'Take somebody out',
  request: { params: MemberId, query: z.object({ everything: z.enum(['0', '1']) }) },
  responses: {
    200: found('They are out.', z.object({ removed: z.boolean() })),
    409: failure('The last owner stays.'),
    ...failures,
  },
});

const renew = createRoute({
  method: 'post',
  path: '/products/{product}/members/{member}/password',
  summary: 'Let somebody choose a new password, by a link',
  description:
    'The link is shown once and opens once, within an hour; sessions end with it. For whoever owns all that the member may see.',
  request: { params: MemberId },
  responses: { 201: found('The link.', z.object({ link: z.string() })), ...failures },
});

const invite = createRoute({
  method: 'post',
  path: '/products/{product}/invitations',
  summary: 'Invite somebody by a link',
  description: 'The link is shown once and opens once, within a week.',
  request: { params: ProductId, body: found('To what.', z.object({ role: z.enum(ROLES), everything: Everything })) },
  responses: { 201: found('The link.', z.object({ id: z.string(), link: z.string() })), ...failures },
});

const withdraw = createRoute({
  method: 'delete',
  path: '/products/{product}/invitations/{invitation}',
  summary: 'Withdraw a link',
  request: {
    params: ProductId.extend({ invitation: z.string().openapi({ param: { name: 'invitation', in: 'path' } }) }),
  },
  responses: { 200: found('It opens nothing any more.', z.object({ removed: z.boolean() })), ...failures },
});

const WEEK_MS = 7 * 86_400_000;

export const memberRoutes: Routes = (api, served) => {
  const { store, signIn } = served;
  const placeOf = async (product: string) => {
    const { id, organisation } = await productOf(served, product);
    return { id, organisation: organisation ?? HOME };
  };
  api.openapi(list, async (c) => {
    const { id, organisation } = await placeOf(c.req.valid('param').product);
    const caller = callerOf(c);
    const here = ({ scope }: { scope: string }) => scope === '' || scope === id;
    const items = (await store.organisations.members(organisation)).filter(here).map((row) => ({
      ...{ id: row.userId, name: row.name, email: row.email, role: row.role, everything: row.scope === '' },
      you: caller.is === 'person' && caller.id === row.userId,
    }));
    const invitations = (await store.organisations.invitations(organisation)).filter(here).map((row) => ({
      ...{ id: row.id, role: row.role, everything: row.scope === '' },
      expiresAt: new Date(row.expiresAt).toISOString(),
    }));
    return c.json({ items, invitations }, 200);
  });
  api.openapi(change, async (c) => {
    const { product, member } = c.req.valid('param');
    const { id, organisation } = await placeOf(product);
    const { role, everything } = c.req.valid('json');
    mustReach(callerOf(c), organisation, everything);
    if (!(await store.organisations.change(organisation, member, everything ? '' : id, role)))
      await refuse(organisation, member);
    return c.json({ role }, 200);
  });
  api.openapi(remove, async (c) => {
    const { product, member } = c.req.valid('param');
    const { id, organisation } = await placeOf(product);
    const everything = c.req.valid('query').everything === '1';
    mustReach(callerOf(c), organisation, everything);
    if (!(await store.organisations.change(organisation, member, everything ? '' : id, null)))
      await refuse(organisation, member);
    return c.json({ removed: true }, 200);
  });
  api.openapi(renew, async (c) => {
    const { product, member } = c.req.valid('param');
    const { organisation } = await placeOf(product);
    const origin = mustSignIn();
    const held = await store.organisations.of(member);
    if (!held.some((row) => row.organisation === organisation))
      throw new BifocalError('NOT_THERE', { what: `member ${member}` });
    // Whoever has the link can be that person: nobody gains by it what they could not give.
    if (!held.every((row) => mayIn(callerOf(c), 'manage', row.organisation)))
      throw new BifocalError('MAY_NOT', { act: 'let somebody in who may see more than you own' });
    return c.json({ link: `${origin}${await passwordLink(store, member)}` }, 201);
  });
  api.openapi(invite, async (c) => {
    const { id, organisation } = await placeOf(c.req.valid('param').product);
    const { role, everything } = c.req.valid('json');
    const caller = callerOf(c);
    mustReach(caller, organisation, everything);
    const origin = mustSignIn();
    const secret = newSecret();
    const madeBy = caller.is === 'person' ? caller.id : null;
    const order = { organisation, scope: everything ? '' : id, role, madeBy, expiresAt: Date.now() + WEEK_MS };
    const made = await store.organisations.invite({ ...order, tokenHash: hashOf(secret) });
    return c.json({ id: made, link: `${origin}/join#${secret}` }, 201);
  });
  api.openapi(withdraw, async (c) => {
    const { product, invitation } = c.req.valid('param');
    const { id, organisation } = await placeOf(product);
    const known = (await store.organisations.invitations(organisation)).find((row) => row.id === invitation);
    const reached = known !== undefined && (known.scope === id || mayIn(callerOf(c), 'manage', organisation));
    if (!reached || !(await store.organisations.withdraw(organisation, invitation)))
      throw new BifocalError('NOT_THERE', { what: `invitation ${invitation}` });
    return c.json({ removed: true }, 200);
  });

  /** The address of the server. */
  function mustSignIn(): string {
    if (signIn === null) throw new BifocalError('NOT_THERE', { what: 'sign-in on this machine; start with --url' });
    return signIn.url.origin;
  }

  async function refuse(organisation: string, member: string): Promise<never> {
    const known = (await store.organisations.members(organisation)).some(({ userId }) => userId === member);
    throw known ? new BifocalError('LAST_OWNER', {}) : new BifocalError('NOT_THERE', { what: `member ${member}` });
  }
};

/** An owner of one product does not hand out the others. Throws MAY_NOT. */
function mustReach(caller: Caller, organisation: string, everything: boolean): void {
  if (everything && !mayIn(caller, 'manage', organisation))
    throw new BifocalError('MAY_NOT', { act: 'decide for the whole organisation' });
}
