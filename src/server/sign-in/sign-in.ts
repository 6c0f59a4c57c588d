/** Sign-in: e-mail with a password, passkeys, and a company's own OpenID provider. Nobody signs up: people are invited. */
import { createHmac } from 'node:crypto';
import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth/minimal';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import type { Store } from '#engine/open-store.ts';
import { hashOf } from '../access/secrets.ts';
import { INVITED, type OpenId, SENDER, SHORTEST_PASSWORD } from './configured.ts';
import { NEW_PASSWORD } from './password-link.ts';
import { signInRowsOf } from './rows.ts';

const WEEK_S = 7 * 86_400;

export interface SignInOrder {
  readonly store: Store;
  /** What people have in their address bar. */
  readonly url: URL;
  /** The installation's own; the secret of sessions follows from it. */
  readonly key: Uint8Array;
  readonly openId: OpenId | null;
}

export type SignIn = ReturnType<typeof signInOf>;

export function signInOf({ store, url, key, openId }: SignInOrder) {
  return betterAuth({
    appName: 'Bifocal',
    baseURL: url.origin,
    basePath: '/api/auth',
    secret: createHmac('sha256', key).update('bifocal sessions').digest('base64url'),
    database: signInRowsOf(store.signIn),
    trustedOrigins: [url.origin],
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Eight guesses at a password a minute from one address are more than a person makes.
    rateLimit: { enabled: true, window: 60, max: 120, customRules: { '/sign-in/*': { window: 60, max: 8 } } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      revokeSessionsOnPasswordReset: true,
    },
    verification: {
      storeIdentifier: {
        default: 'plain',
        overrides: { [NEW_PASSWORD]: { hash: (identifier: string) => Promise.resolve(hashOf(identifier)) } },
      },
    },
    session: { expiresIn: WEEK_S, updateAge: 86_400 },
    account: { accountLinking: { enabled: false } },
    advanced: {
      cookiePrefix: 'bifocal',
      useSecureCookies: url.protocol === 'https:',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      ipAddress: { ipAddressHeaders: [SENDER] },
    },
    databaseHooks: {
      user: {
        create: {
          // A password's account is made by the invitation itself; here come those whom a provider vouches for.
          before: async (_user, context) => {
            if (!context?.path?.includes('callback')) return;
            const told = cookieOf(context.headers?.get('cookie') ?? '', INVITED);
            const open = told === null ? null : await store.organisations.invitation(hashOf(told));
            return open === null ? false : undefined;
          },
        },
      },
    },
    plugins: [
      passkey({ rpID: url.hostname, rpName: 'Bifocal', origin: url.origin }),
      ...(openId === null ? [] : [genericOAuth({ config: [{ ...openId, scopes: ['openid', 'email', 'profile'] }] })]),
    ],
  });
}

function cookieOf(header: string, name: string): string | null {
  for (const part of header.split(/; */)) {
    const at = part.indexOf('=');
    if (part.slice(0, at) === name) return decodeURIComponent(part.slice(at + 1));
  }
  return null;
}
