/** Finds out who asks: by a token, by the cookie of a session, or by sitting at this machine. */
import type { Context } from 'hono';
import { BifocalError } from '#core/errors.ts';
import type { Store } from '#engine/open-store.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import type { Caller } from './caller.ts';
import { hashOf, productOfToken } from './secrets.ts';

/** Rejects with TOKEN_REFUSED where a token is given that opens nothing. */
export async function whoAsks(c: Context, store: Store, signIn: SignIn | null): Promise<Caller> {
  const bearer = /^Bearer (.{1,300})$/i.exec(c.req.header('authorization') ?? '')?.[1];
  if (bearer !== undefined) return byToken(store, bearer);
  if (signIn === null) return { is: 'machine' };
  if (c.req.header('cookie') === undefined) return { is: 'stranger' };
  const session = await signIn.api.getSession({ headers: c.req.raw.headers });
  if (session === null) return { is: 'stranger' };
  const { id, name, email } = session.user;
  return { is: 'person', id, name, email, member: await store.organisations.of(id) };
}

async function byToken(store: Store, token: string): Promise<Caller> {
  const product = productOfToken(token);
  const known = product === null ? null : await store.tokens.use(product, hashOf(token));
  if (product === null || known === null) throw new BifocalError('TOKEN_REFUSED', {});
  return { is: 'token', id: known.id, product, scopes: known.scopes };
}
