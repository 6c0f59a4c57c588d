/** Hands what is asked under /api/auth to the library of sign-in, with the address of who asks as the connection tells it. */
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import { SENDER } from './configured.ts';
import type { SignIn } from './sign-in.ts';

export function signsIn(auth: SignIn): MiddlewareHandler {
  return (c) => auth.handler(withSender(c));
}

/** Whatever the request says of its sender is overwritten: the limit on guesses counts by it. */
function withSender(c: Context): Request {
  const headers = new Headers(c.req.raw.headers);
  headers.set(SENDER, senderOf(c));
  return new Request(c.req.raw, { headers });
}

export function senderOf(c: Context): string {
  return getConnInfo(c).remote.address ?? '';
}
