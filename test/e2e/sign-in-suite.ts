/** Sign-in as a browser meets it, on one engine and the other: cookies, links that open once, guesses that are counted, a company's own sign-in. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../src/cli/main.ts';
import { type TestServer as Postgres, startPostgres } from '../contracts/postgres-server.ts';
import { capturedTerminal } from './captured-terminal.ts';
import { type OpenIdProvider, startOpenIdProvider } from './openid-provider.ts';
import { sent } from './server.ts';
import { cookiesOf, PASSWORD, type SharedServer, type SignedIn, startShared } from './shared-server.ts';

/** Each engine in a file of its own: the limit on guesses counts for the whole process. */
export function signInSuite(engine: 'sqlite' | 'postgres'): void {
  let server: SharedServer;
  let origin: string;
  let provider: OpenIdProvider;
  let postgres: Postgres | null = null;
  let database: string | undefined;
  const home = mkdtempSync(join(tmpdir(), 'bifocal-sign-in-'));
  /** The owner, once her password is another. */
  let olga: SignedIn;

  beforeAll(async () => {
    postgres = engine === 'postgres' ? await startPostgres() : null;
    database = await postgres?.fresh();
    provider = await startOpenIdProvider({ sub: 'a1', email: 'ada@acme.example', name: 'Ada' });
    const { env } = provider;
    server = await startShared(null, { env, ...(database !== undefined && { database }) });
    origin = server.address;
  }, 120_000);
  afterAll(async () => {
    await server.close();
    provider.close();
    await postgres?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  function post(path: string, body: object, headers: Record<string, string> = {}) {
    return server.ask(path, { ...sent(body), headers: { 'content-type': 'application/json', origin, ...headers } });
  }

  function signIn(password: string, headers: Record<string, string> = {}) {
    return post('/auth/sign-in/email', { email: 'olga@example.org', password }, headers);
  }

  test('the link of the first owner opens once', async () => {
    const token = new URL(server.firstOwner ?? '').hash.slice(1);
    const again = { token, name: 'eve', email: 'eve@example.org', password: PASSWORD };
    const { status, json } = await server.ask('/invitations/accept', sent(again));
    expect([status, json]).toMatchObject([410, { error: { code: 'LINK_SPENT' } }]);
  });

  test('a session’s cookie is kept from scripts and other sites, and is new at every sign-in', async () => {
    const planted = 'bifocal.session_token=planted';
    const { status, headers } = await signIn(PASSWORD, { cookie: planted });
    expect(status).toBe(200);
    const [cookie = ''] = headers.getSetCookie().filter((one) => one.startsWith('bifocal.session_token='));
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Lax/i);
    expect(cookie).not.toContain('planted');
    const other = await signIn(PASSWORD, { cookie: cookiesOf(headers) });
    expect(cookiesOf(other.headers)).not.toBe(cookiesOf(headers));
    const { json } = await server.signedIn(planted, '').ask('/session');
    expect(json).toMatchObject({ signIn: true, person: null });
  });

  test('whoever signs out is out, with that cookie too', async () => {
    const { headers } = await signIn(PASSWORD);
    const her = server.signedIn(cookiesOf(headers), server.owner.id);
    expect((await her.ask('/products')).status).toBe(200);
    const left = await her.ask('/auth/sign-out', {
      ...sent({}),
      headers: { 'content-type': 'application/json', origin },
    });
    expect(left.status).toBe(200);
    expect((await her.ask('/products')).status).toBe(401);
  });

  test('nobody signs up by themselves', async () => {
    const { body } = sent({ email: 'eve@example.org', password: PASSWORD, name: 'eve' });
    const headers = { 'content-type': 'application/json', origin };
    const { status } = await server.ask('/auth/sign-up/email', { method: 'POST', body: body ?? null, headers });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(await server.store.signIn.count('users', [])).toBe(1);
  });

  test('another site’s page can neither sign in nor change anything', async () => {
    const elsewhere = { origin: 'https://elsewhere.example', 'content-type': 'application/json' };
    expect((await signIn(PASSWORD, elsewhere)).status).toBe(403);
    const change = { ...sent({ target: 'sample:fizz' }), headers: { ...elsewhere, cookie: server.owner.cookie } };
    expect((await server.ask('/products', change)).status).toBe(403);
    const crossSite = {
      'sec-fetch-site': 'cross-site',
      'content-type': 'application/json',
      cookie: server.owner.cookie,
    };
    expect((await server.ask('/products', { ...sent({ target: 'sample:fizz' }), headers: crossSite })).status).toBe(
      403,
    );
  });

  describe('a forgotten password', () => {
    const NEW = 'another long pass phrase';
    let product: string;
    let vera: SignedIn;
    beforeAll(async () => {
      product = await server.store.products.ensure({ name: 'Kettle' }).then(({ id }) => id);
      const invited = await server.owner.ask(
        `/products/${product}/invitations`,
        sent({ role: 'editor', everything: false }),
      );
      vera = await server.joined((invited.json as { link: string }).link, 'vera');
    }, 60_000);

    const chosen = (link: string, newPassword: string) =>
      post('/auth/reset-password', { token: new URL(link, origin).hash.slice(1), newPassword });
    const enters = (email: string, password: string) =>
      post('/auth/sign-in/email', { email, password }, { 'x-forwarded-for': '' });

    test('is chosen anew by a link that an owner makes; it opens once, and ends every session', async () => {
      const path = `/products/${product}/members/${vera.id}/password`;
      expect((await vera.ask(path, { method: 'POST' })).status).toBe(403);
      const older = await server.owner.ask(path, { method: 'POST' });
      const { status, json } = await server.owner.ask(path, { method: 'POST' });
      expect(status).toBe(201);
      const { link } = json as { link: string };
      const rows = await server.store.signIn.find('verifications', []);
      expect(JSON.stringify(rows)).not.toContain(new URL(link).hash.slice(1));
      expect((await chosen((older.json as { link: string }).link, NEW)).status).toBe(400);
      expect((await chosen(link, 'too short')).status).toBe(400);
      expect((await chosen(link, NEW)).status).toBe(200);
      expect((await chosen(link, `${NEW} again`)).status).toBe(400);
      expect((await vera.ask('/products')).status).toBe(401);
      const [log] = await server.store.auditLog.list(product, { limit: 1 });
      expect(log).toMatchObject({ actor: `user:${server.owner.id}`, target: `members/${vera.id}/password` });
      expect(JSON.stringify(log)).not.toContain('#');
    }, 60_000);

    test('of somebody who may see more than the asker owns stays theirs', async () => {
      const invited = await server.owner.ask(
        `/products/${product}/invitations`,
        sent({ role: 'owner', everything: false }),
      );
      const paul = await server.joined((invited.json as { link: string }).link, 'paul');
      const { status } = await paul.ask(`/products/${product}/members/${server.owner.id}/password`, { method: 'POST' });
      expect(status).toBe(403);
    }, 60_000);

    test('of the last owner is chosen anew from the terminal', async () => {
      writeFileSync(join(home, 'pseudonym.key'), new Uint8Array(32).fill(7));
      const terminal = capturedTerminal({ BIFOCAL_HOME: home, ...(database && { DATABASE_URL: database }) });
      const store = database === undefined ? ['--store', server.store.where] : [];
      const words = ['members', 'reset', 'olga@example.org', '--url', origin, ...store, '--json'];
      expect(await run(words, terminal), terminal.err()).toBe(0);
      const { link } = JSON.parse(terminal.out()) as { link: string };
      expect((await chosen(link, NEW)).status).toBe(200);
      expect((await enters('olga@example.org', PASSWORD)).status).toBe(401);
      const entered = await enters('olga@example.org', NEW);
      expect(entered.status).toBe(200);
      olga = server.signedIn(cookiesOf(entered.headers), server.owner.id);
      expect((await olga.ask('/products')).status).toBe(200);
    }, 60_000);
  });

  describe('a company’s own sign-in', () => {
    async function through(cookie = '') {
      const began = await post(
        '/auth/sign-in/social',
        { provider: 'openid', callbackURL: '/', errorCallbackURL: '/sign-in' },
        { cookie },
      );
      expect(began.status).toBe(200);
      const there = await fetch((began.json as { url: string }).url, { redirect: 'manual' });
      const back = there.headers.get('location') ?? '';
      expect(back).toMatch(`${origin}/api/auth/callback/openid?code=`);
      const carried = [cookie, cookiesOf(began.headers)].filter((one) => one !== '').join('; ');
      const done = await fetch(back, { redirect: 'manual', headers: { cookie: carried } });
      return { to: done.headers.get('location') ?? '', cookies: cookiesOf(done.headers) };
    }

    test('lets nobody in who was not invited', async () => {
      const { to, cookies } = await through();
      expect(to).toContain('/sign-in');
      expect(cookies).not.toContain('session_token');
      expect(
        await server.store.signIn.count('users', [{ column: 'email', is: 'eq', value: 'ada@acme.example', or: false }]),
      ).toBe(0);
    }, 60_000);

    test('lets in who comes by a link, and knows them from then on', async () => {
      const product = (await server.store.products.ensure({ name: 'Kettle' })).id;
      const invited = await olga.ask(`/products/${product}/invitations`, sent({ role: 'viewer', everything: false }));
      const token = new URL((invited.json as { link: string }).link).hash.slice(1);
      const looked = await post('/invitations/look', { token });
      const first = await through(cookiesOf(looked.headers));
      const ada = server.signedIn(`${first.cookies}; ${cookiesOf(looked.headers)}`, '');
      expect(await ada.ask('/invitations/accept', sent({}))).toMatchObject({
        status: 200,
        json: { email: 'ada@acme.example' },
      });
      const again = server.signedIn((await through()).cookies, '');
      expect(await again.ask('/session')).toMatchObject({ json: { person: { name: 'Ada' } } });
      expect(await again.ask('/products')).toMatchObject({ json: { items: [{ name: 'Kettle' }] } });
    }, 60_000);
  });

  test('an owner makes an organisation, whose products nobody else sees', async () => {
    const { status, json } = await olga.ask('/organisations', sent({ name: 'Acme Drinks' }));
    expect([status, json]).toMatchObject([201, { name: 'Acme Drinks' }]);
    const { organisations } = (await olga.ask('/session')).json as { organisations: { name: string; role: string }[] };
    expect(organisations).toContainEqual(expect.objectContaining({ name: 'Acme Drinks', role: 'owner' }));
    const { id } = json as { id: string };
    const fizz = await server.store.products.ensure({ organisation: id, name: 'Fizz' });
    expect((await olga.ask(`/products/${fizz.id}`)).status).toBe(200);
    const stranger = await server.ask('/organisations', sent({ name: 'Mine' }));
    expect(stranger.status).toBe(401);
  }, 60_000);

  test('a password is guessed at eight times a minute at most, also behind another sender’s name', async () => {
    const statuses: number[] = [];
    for (let guess = 0; guess < 12; guess++)
      statuses.push((await signIn(`wrong pass phrase ${guess}`, { 'x-bifocal-sender': `10.0.0.${guess}` })).status);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(4);
    expect(statuses.slice(0, 12).every((status) => status === 401 || status === 429)).toBe(true);
  }, 60_000);
}
