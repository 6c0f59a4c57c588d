/** The doors of a Mirror Test over HTTP: what a respondent can do, and what nobody can. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role, Round } from '#core/mirror.ts';
import { addDoors, closeRound, openRound, releasedRound, roundNamed } from '#engine/rounds.ts';
import { startServer, type TestServer } from './server.ts';

let server: TestServer;
let product = '';

beforeAll(async () => {
  server = await startServer();
  product = (await server.store.products.ensure({ name: 'Kettle' })).id;
});

afterAll(() => server.close());

async function begin(kind: Round['kind'] = 'anonymous') {
  const round = await openRound(server.store, product, { kind, name: 'Spring', team: null });
  const door = async (role: Role, people: number | null = null) => {
    const [key] = await addDoors(server.store, product, round, [{ role, people }]);
    return `${server.address}/m/${product}/${key?.token}`;
  };
  return { round, door };
}

function post(url: string, fields: Record<string, string>, cookie = '', json = false) {
  const headers: Record<string, string> = { cookie, ...(json && { accept: 'application/json' }) };
  return fetch(url, { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' });
}

function cookieOf(answer: Response): string {
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

test('without a script: a form, an answer, a thank you, and the answer again', async () => {
  const { round, door } = await begin();
  const url = await door('customers');
  const form = await fetch(url, { headers: { 'accept-language': 'de-CH, en;q=0.8' } });
  const html = await form.text();
  expect(form.status).toBe(200);
  expect(html).toContain('<html lang="de">');
  expect(html.match(/<small>\d \/ 3/g)).toHaveLength(3);
  expect(form.headers.get('content-security-policy')).toMatch(/script-src 'self'/);
  expect(form.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/);
  const cookie = cookieOf(form);
  const sent = await post(
    url,
    { friend: 'Tea <b>', would: 'very', closer: 'mail me@example.org', lang: 'de', send: '1' },
    cookie,
  );
  expect(sent.status).toBe(303);
  const thanks = await fetch(`${server.address}${sent.headers.get('location')}`, { headers: { cookie } });
  expect(await thanks.text()).toContain('Vielen Dank');
  const again = await (await fetch(url, { headers: { cookie } })).text();
  expect(again).toContain('Tea &lt;b&gt;');
  expect(again).toContain('mail [email]');
  expect(await server.store.rounds.answers(product, round.id)).toHaveLength(1);
});

test('one answer per person: a second sending changes it, a link for one opens for one', async () => {
  const { round, door } = await begin();
  const url = await door('staff', 1);
  const cookie = cookieOf(await post(url, { right: '3' }, '', true));
  expect((await post(url, { right: '8' }, cookie, true)).status).toBe(200);
  const answers = await server.store.rounds.answers(product, round.id);
  expect(answers.map((one) => one.answers)).toEqual([{ right: 8 }]);
  const other = await fetch(url);
  expect(other.status).toBe(409);
  expect(await other.text()).toContain('This link was used');
  expect((await post(url, { right: '1' }, '', true)).status).toBe(409);
});

test('browsers without cookies go on by the hidden key', async () => {
  const { round, door } = await begin();
  const url = await door('customers');
  const key = / name="key" value="([^"]+)"/.exec(await (await fetch(url)).text())?.[1] ?? '';
  await post(url, { key, closer: 'one' }, '', true);
  await post(url, { key, closer: 'two' }, '', true);
  expect((await server.store.rounds.answers(product, round.id)).map((one) => one.answers)).toEqual([{ closer: 'two' }]);
});

test('in an open round nothing is kept before the name is given and agreed to; customers are never named', async () => {
  const { round, door } = await begin('open');
  const url = await door('leaders');
  expect(await (await fetch(url)).text()).toContain('names are shown');
  expect((await post(url, { right: '4' }, '', true)).status).toBe(422);
  expect((await post(url, { right: '4', name: 'Ada' }, '', true)).status).toBe(422);
  expect(await server.store.rounds.answers(product, round.id)).toEqual([]);
  expect((await post(url, { right: '4', name: 'Ada', agree: '1' }, '', true)).status).toBe(200);
  const customers = await door('customers');
  expect(await (await fetch(customers)).text()).not.toContain('name="agree"');
  await post(customers, { closer: 'x', name: 'Eve', agree: '1' }, '', true);
  await closeRound(server.store, product, round);
  const told = await releasedRound(server.store, product, await roundNamed(server.store, product, round.id));
  expect(told.named).toEqual([{ role: 'leaders', name: 'Ada', answers: { right: 4 } }]);
  expect(told.groups.map(({ group }) => group)).toEqual(['leaders']);
  expect(told.held).toBe(true);
});

test('nothing of a round shows before it is closed, and nothing enters after', async () => {
  const { round, door } = await begin();
  const url = await door('staff');
  for (let at = 0; at < 6; at += 1) await post(url, { right: String(at) }, '', true);
  await expect(releasedRound(server.store, product, round)).rejects.toMatchObject({ code: 'ROUND_OPEN' });
  await closeRound(server.store, product, round);
  expect((await fetch(url)).status).toBe(409);
  expect((await post(url, { right: '9' }, '', true)).status).toBe(409);
  await expect(closeRound(server.store, product, round)).rejects.toMatchObject({ code: 'ROUND_CLOSED' });
  expect(await server.store.rounds.answers(product, round.id)).toHaveLength(6);
});

test('points that do not add up are kept, said, and not counted', async () => {
  const { door } = await begin();
  const url = await door('staff');
  const sent = await post(url, { 'doing.making': '4', 'doing.telling': '4', send: '1' });
  expect(sent.status).toBe(422);
  expect(await sent.text()).toContain('These add up to 8. Please share ten points.');
});

test('no door, no form; another site cannot send one; a large body is refused', async () => {
  const { door } = await begin();
  const url = await door('customers');
  expect((await fetch(`${server.address}/m/${product}/${'x'.repeat(22)}`)).status).toBe(404);
  expect((await fetch(`${server.address}/m/other/${url.split('/').at(-1)}`)).status).toBe(404);
  const foreign = await fetch(url, { method: 'POST', body: 'closer=x', headers: { origin: 'https://evil.example' } });
  expect(foreign.status).toBe(403);
  expect((await post(url, { closer: 'x'.repeat(70_000) }, '', true)).status).toBe(413);
});

test('an office behind one address answers at once; one browser that sends without end is slowed', async () => {
  const { round, door } = await begin();
  const url = await door('staff');
  const all = await Promise.all(
    Array.from({ length: 200 }, (_, at) => post(url, { missed: String(at % 101) }, '', true)),
  );
  expect(all.map(({ status }) => status)).toEqual(Array.from({ length: 200 }, () => 200));
  expect(await server.store.rounds.answers(product, round.id)).toHaveLength(200);
  const cookie = cookieOf(all[0] as Response);
  let slowed = 0;
  for (let at = 0; at < 130; at += 1) slowed += (await post(url, { missed: '1' }, cookie, true)).status === 429 ? 1 : 0;
  expect(slowed).toBeGreaterThan(0);
}, 60_000);
