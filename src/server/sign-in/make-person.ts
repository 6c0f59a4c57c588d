/** Makes the person whom a link invited, with a password, and signs them in. */
import type { Context } from 'hono';
import { BifocalError } from '#core/errors.ts';
import type { SignIn } from './sign-in.ts';

interface Given {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  readonly password?: string | undefined;
}

/** Rejects with SIGN_IN_REFUSED. */
export async function makePerson(c: Context, auth: SignIn, given: Given) {
  const { name, password } = given;
  const email = given.email?.toLowerCase();
  if (name === undefined || email === undefined || password === undefined)
    refuse('name, e-mail and password are needed');
  const { internalAdapter, password: passwords } = await auth.$context;
  if ((await internalAdapter.findUserByEmail(email)) !== null)
    refuse('somebody with this e-mail is known already; sign in, then open the link again');
  const user = await internalAdapter.createUser({ name, email, emailVerified: false }, {
    method: 'invitation',
  } as never);
  const hashed = await passwords.hash(password);
  await internalAdapter.linkAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password: hashed,
  });
  const signed = await auth.api.signInEmail({
    body: { email, password },
    headers: c.req.raw.headers,
    asResponse: true,
  });
  for (const cookie of signed.headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
  return { id: user.id, name: user.name, email: user.email };
}

function refuse(cause: string): never {
  throw new BifocalError('SIGN_IN_REFUSED', { cause });
}
