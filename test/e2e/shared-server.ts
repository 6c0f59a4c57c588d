/** A server with sign-in and people who are signed in, for tests of who may do what. */
import { type Beside, sent, startServer, type TestServer } from './server.ts';

export interface SignedIn {
  readonly id: string;
  /** The cookies, as a browser would send them. */
  readonly cookie: string;
  ask(path: string, init?: RequestInit): ReturnType<TestServer['ask']>;
}

export interface SharedServer extends TestServer {
  readonly owner: SignedIn;
  /** Joins by a link, and is signed in. */
  joined(link: string, name: string): Promise<SignedIn>;
  signedIn(cookie: string, id: string): SignedIn;
}

export const PASSWORD = 'a long enough pass phrase';

export async function startShared(web: string | null = null, beside: Beside = {}): Promise<SharedServer> {
  const server = await startServer(web, 'shared', beside);
  const signedIn = (cookie: string, id: string): SignedIn => ({
    id,
    cookie,
    ask: (path, init = {}) =>
      server.ask(path, { ...init, headers: { ...(init.headers as Record<string, string>), cookie } }),
  });
  const joined = async (link: string, name: string) => {
    const token = new URL(link).hash.slice(1);
    const email = `${name}@example.org`;
    const answer = await server.ask('/invitations/accept', sent({ token, name, email, password: PASSWORD }));
    if (answer.status !== 200) throw new Error(`${name} could not join: ${JSON.stringify(answer.json)}`);
    return signedIn(cookiesOf(answer.headers), (answer.json as { id: string }).id);
  };
  if (server.firstOwner === null) throw new Error('no link for the first owner');
  return { ...server, owner: await joined(server.firstOwner, 'olga'), joined, signedIn };
}

export function cookiesOf(headers: Headers): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}
