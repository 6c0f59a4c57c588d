/** What whoever runs the server configured of sign-in: by the environment, so that no secret stands in a command line. */
import { BifocalError } from '#core/errors.ts';
import { isLoopback } from '../loopback.ts';

/** Set by the server alone, from the connection itself: whoever asks cannot write it. */
export const SENDER = 'x-bifocal-sender';

/** A cookie that a person carries to the provider and back, so that only who was invited is taken in. */
export const INVITED = 'bifocal.invited';

/** NIST SP 800-63B-4 §3.1.1.2 asks for 15 where a password stands alone. */
export const SHORTEST_PASSWORD = 15;

export interface OpenId {
  readonly providerId: string;
  readonly name: string;
  readonly discoveryUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

type Env = Readonly<Record<string, string | undefined>>;

const NEEDED = ['BIFOCAL_OPENID_ISSUER', 'BIFOCAL_OPENID_CLIENT', 'BIFOCAL_OPENID_SECRET'] as const;

/** Null where none of it is set. Rejects with USAGE where a part is missing. */
export function openIdOf(env: Env): OpenId | null {
  const given = NEEDED.filter((name) => (env[name] ?? '') !== '');
  if (given.length === 0) return null;
  const [missing] = NEEDED.filter((name) => !given.includes(name));
  if (missing !== undefined) {
    const cause = `${given.join(' and ')} ${given.length === 1 ? 'is' : 'are'} set, and ${missing} is not.`;
    throw new BifocalError('USAGE', { cause, command: 'serve' });
  }
  const [issuer, clientId, clientSecret] = NEEDED.map((name) => env[name] ?? '') as [string, string, string];
  if (!URL.canParse(issuer)) {
    throw new BifocalError('USAGE', { cause: 'BIFOCAL_OPENID_ISSUER is no address.', command: 'serve' });
  }
  return {
    providerId: 'openid',
    name: env.BIFOCAL_OPENID_NAME ?? new URL(issuer).hostname,
    discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
  };
}

/** The address that people have in their browser. Rejects with NOT_LOOPBACK where its cookies could be read on the way. */
export function sharedUrl(text: string, host: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new BifocalError('NOT_LOOPBACK', { host, cause: `“${text}” is none` });
  if (url.protocol !== 'https:' && !isLoopback(url.hostname))
    throw new BifocalError('NOT_LOOPBACK', { host, cause: `${text} goes over the network unencrypted` });
  return url;
}
