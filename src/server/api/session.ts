/** Who is signed in, and the link that invites somebody: what a sign-in page needs to know before anybody is known. */
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { HOME, type InvitationRow, ROLES } from '#core/access.ts';
import { BifocalError } from '#core/errors.ts';
import type { Store } from '#engine/open-store.ts';
import { callerOf } from '../access/caller.ts';
import { Pace } from '../access/pace.ts';
import { hashOf } from '../access/secrets.ts';
import { INVITED, SHORTEST_PASSWORD } from '../sign-in/configured.ts';
import { makePerson } from '../sign-in/make-person.ts';
import { senderOf } from '../sign-in/signs-in.ts';
import { failure, failures, found } from './schemas.ts';
import type { Routes } from './served.ts';

const Person = z.object({ id: z.string(), name: z.string(), email: z.string() });

const Session = z
  .object({
    signIn: z.boolean().describe('whether this server asks who somebody is'),
    person: Person.nullable(),
    organisations: z.array(z.object({ id: z.string(), name: z.string(), role: z.enum(ROLES) })),
    openId: z.string().nullable().describe('what the company’s own sign-in is called; null where there is none'),
  })
  .openapi('Session');

const now = createRoute({
  method: 'get',
  path: '/session',
  summary: 'Who asks',
  description: 'Open to everybody: it says whether a sign-in is needed.',
  responses: { 200: found('Null where nobody is signed in.', Session) },
});

const Invitation = z
  .object({
    organisation: z.string(),
    product: z.string().nullable().describe('null: everything that the organisation has'),
    role: z.enum(ROLES),
    expiresAt: z.string(),
  })
  .openapi('Invitation');

const Token = z.string().min(1).max(200);

const look = createRoute({
  method: 'post',
  path: '/invitations/look',
  summary: 'What a link invites to',
  request: { body: found('The part of the link behind the #.', z.object({ token: Token })) },
  responses: { 200: found('It.', Invitation), 410: failure('It was used, or is too old.'), ...failures },
});

const accept = createRoute({
  method: 'post',
  path: '/invitations/accept',
  summary: 'Join by a link',
  description: 'Whoever is signed in joins as that; whoever is not gives name, e-mail and password, and is signed in.',
  request: {
    body: found(
      'The link, and who comes.',
      z.object({
        token: Token.optional().describe('left out by whoever comes back from their company’s sign-in'),
        name: z.string().trim().min(1).max(200).optional(),
        email: z.email().max(254).optional(),
        password: z.string().min(SHORTEST_PASSWORD).max(128).optional(),
      }),
    ),
  },
  responses: { 200: found('Who joined.', Person), 410: failure('It was used, or is too old.'), ...failures },
});

/** Links are not guessed (256 bits); this keeps the attempt from costing anything. */
const LOOKS_A_MINUTE = 30;

const INVITED_S = 600;

export const sessionRoutes: Routes = (api, served) => {
  const { store, signIn } = served;
  const pace = new Pace(LOOKS_A_MINUTE);
  const invitationOf = async (c: Context, token: string): Promise<InvitationRow> => {
    if (!pace.allows(senderOf(c))) throw new BifocalError('TOO_OFTEN', {});
    const open = await store.organisations.invitation(hashOf(token));
    if (open === null) throw new BifocalError('LINK_SPENT', {});
    return open;
  };
  api.openapi(now, async (c) => {
    const caller = callerOf(c);
    const openId = signIn?.openId?.name ?? null;
    if (caller.is !== 'person')
      return c.json({ signIn: signIn !== null, person: null, organisations: [], openId }, 200);
    const names = new Map((await store.organisations.list()).map(({ id, name }) => [id, name]));
    const organisations = caller.member
      .filter(({ scope }) => scope === '')
      .map(({ organisation: id, role }) => ({ id, name: names.get(id) ?? id, role }));
    const { id, name, email } = caller;
    return c.json({ signIn: true, person: { id, name, email }, organisations, openId }, 200);
  });
  api.openapi(look, async (c) => {
    const { organisation, scope, role, expiresAt } = await invitationOf(c, c.req.valid('json').token);
    const named = (await store.organisations.list()).find(({ id }) => id === organisation);
    // Whoever goes to their company's sign-in from here comes back without what stood behind the #.
    setCookie(c, INVITED, c.req.valid('json').token, {
      ...{ httpOnly: true, sameSite: 'Lax', path: '/api', maxAge: INVITED_S },
      secure: signIn?.url.protocol === 'https:',
    });
    const product = scope === '' ? null : await store.products.byId(scope);
    const told = { role, expiresAt: new Date(expiresAt).toISOString() };
    return c.json({ organisation: named?.name ?? HOME, product: product?.name ?? null, ...told }, 200);
  });
  api.openapi(accept, async (c) => {
    if (signIn === null) throw new BifocalError('NOT_THERE', { what: 'sign-in' });
    const { token, ...given } = c.req.valid('json');
    const invitation = await invitationOf(c, token ?? getCookie(c, INVITED) ?? '');
    const caller = callerOf(c);
    const person = caller.is === 'person' ? caller : await makePerson(c, signIn.auth, given);
    if (!(await store.organisations.use(invitation.id, person.id))) throw new BifocalError('LINK_SPENT', {});
    await join(store, invitation, person.id);
    const { id, name, email } = person;
    return c.json({ id, name, email }, 200);
  });
};

async function join(store: Store, { organisation, scope, role }: InvitationRow, person: string): Promise<void> {
  await store.organisations.join(organisation, person, scope, role);
}
