/** Sign-in as a browser meets it: cookies, links that open once, guesses that are counted, strangers' pages refused. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sent } from './server.ts';
import { cookiesOf, PASSWORD, type SharedServer, startShared } from './shared-server.ts';

let server: SharedServer;
let origin: string;

beforeAll(async () => {
  server = await startShared();
  origin = server.address;
}, 60_000);
afterAll(() => server.close());

function signIn(password: string, headers: Record<string, string> = {}) {
  const { body, method } = sent({ email: 'olga@example.org', password });
  const own = { 'content-type': 'application/json', origin, ...headers };
  return server.ask('/auth/sign-in/email', { method: method ?? 'POST', body: body ?? null, headers: own });
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
  const olga = server.signedIn(cookiesOf(headers), server.owner.id);
  expect((await olga.ask('/products')).status).toBe(200);
  const left = await olga.ask('/auth/sign-out', {
    ...sent({}),
    headers: { 'content-type': 'application/json', origin },
  });
  expect(left.status).toBe(200);
  expect((await olga.ask('/products')).status).toBe(401);
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
  const crossSite = { 'sec-fetch-site': 'cross-site', 'content-type': 'application/json', cookie: server.owner.cookie };
  expect((await server.ask('/products', { ...sent({ target: 'sample:fizz' }), headers: crossSite })).status).toBe(403);
});

test('a password is guessed at eight times a minute at most, also behind another sender’s name', async () => {
  const statuses: number[] = [];
  for (let guess = 0; guess < 12; guess++)
    statuses.push((await signIn(`wrong pass phrase ${guess}`, { 'x-bifocal-sender': `10.0.0.${guess}` })).status);
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(4);
  expect(statuses.slice(0, 12).every((status) => status === 401 || status === 429)).toBe(true);
}, 60_000);
