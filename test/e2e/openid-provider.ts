/** A company's own sign-in, as a server inside the test run: the code flow of OpenID Connect with a secret, PKCE and signed tokens. */
import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Someone {
  readonly sub: string;
  readonly email: string;
  readonly name: string;
}

export interface OpenIdProvider {
  readonly env: Readonly<Record<string, string>>;
  /** Who sits before it, and agrees. */
  who: Someone;
  close(): void;
}

interface Asked {
  readonly redirect: string;
  readonly challenge: string | null;
  readonly nonce: string | null;
  readonly who: Someone;
}

const CLIENT = { id: 'bifocal', secret: 'known to both' };

export async function startOpenIdProvider(who: Someone): Promise<OpenIdProvider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const codes = new Map<string, Asked>();
  const tokens = new Map<string, Someone>();
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', issuer());
    const json = (body: object, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return json(configuration());
      case '/keys':
        return json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] });
      case '/authorize': {
        const {
          redirect_uri: redirect = '',
          state = '',
          client_id: client,
          code_challenge: challenge = null,
          nonce = null,
        } = Object.fromEntries(url.searchParams) as Record<string, string>;
        if (client !== CLIENT.id) return json({ error: 'unauthorized_client' }, 400);
        const code = randomUUID();
        codes.set(code, { redirect, challenge, nonce, who: provider.who });
        return response.writeHead(302, { location: `${redirect}?${new URLSearchParams({ code, state })}` }).end();
      }
      case '/token': {
        const said = new URLSearchParams(await textOf(request));
        const asked = codes.get(said.get('code') ?? '');
        codes.delete(said.get('code') ?? '');
        const proof = createHash('sha256')
          .update(said.get('code_verifier') ?? '')
          .digest('base64url');
        const proven = asked !== undefined && (asked.challenge === null || asked.challenge === proof);
        if (!knows(request, said) || !proven || asked.redirect !== said.get('redirect_uri'))
          return json({ error: 'invalid_grant' }, 400);
        const token = randomUUID();
        tokens.set(token, asked.who);
        const now = Math.floor(Date.now() / 1000);
        const told = { ...asked.who, email_verified: true, ...(asked.nonce !== null && { nonce: asked.nonce }) };
        const idToken = signed({ ...told, iss: issuer(), aud: CLIENT.id, iat: now, exp: now + 300 });
        return json({ access_token: token, token_type: 'Bearer', expires_in: 300, id_token: idToken });
      }
      case '/me': {
        const known = tokens.get(request.headers.authorization?.replace(/^Bearer /, '') ?? '');
        return known === undefined ? json({ error: 'invalid_token' }, 401) : json({ ...known, email_verified: true });
      }
      default:
        return json({ error: 'not found' }, 404);
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  function issuer(): string {
    return `http://localhost:${(server.address() as AddressInfo).port}`;
  }

  function configuration() {
    const at = (path: string) => `${issuer()}${path}`;
    return {
      ...{ issuer: issuer(), authorization_endpoint: at('/authorize'), token_endpoint: at('/token') },
      ...{ userinfo_endpoint: at('/me'), jwks_uri: at('/keys'), response_types_supported: ['code'] },
      ...{ subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256'] },
      ...{ scopes_supported: ['openid', 'email', 'profile'], code_challenge_methods_supported: ['S256'] },
    };
  }

  function signed(claims: object): string {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const text = `${part({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${part(claims)}`;
    return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`;
  }

  const provider: OpenIdProvider = {
    env: {
      BIFOCAL_OPENID_ISSUER: issuer(),
      BIFOCAL_OPENID_CLIENT: CLIENT.id,
      BIFOCAL_OPENID_SECRET: CLIENT.secret,
      BIFOCAL_OPENID_NAME: 'Acme',
    },
    who,
    close: () => void server.close(),
  };
  return provider;
}

function knows(request: IncomingMessage, said: URLSearchParams): boolean {
  const basic = /^Basic (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  const [id, secret] =
    basic === undefined
      ? [said.get('client_id'), said.get('client_secret')]
      : Buffer.from(basic, 'base64').toString().split(':', 2).map(decodeURIComponent);
  return id === CLIENT.id && secret === CLIENT.secret;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request) text += piece;
  return text;
}
