/** The server as a browser or a script meets it: a sample read, a file imported and taken back, strangers refused. */

import { request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApi } from '#server/api/describe.ts';
import type { Served } from '#server/api/served.ts';
import { apiOf } from '#server/app.ts';
import { sent, startServer, type TestServer } from './server.ts';

let server: TestServer;
let gallop: string;

beforeAll(async () => {
  server = await startServer();
  const { json } = await server.ask('/products', sent({ target: 'sample:gallop' }));
  const job = await server.ended((json as { job: { id: string } }).job.id);
  expect(job.error).toBeNull();
  gallop = job.productId;
}, 120_000);
afterAll(() => server.close());

test('a sample is read by a job, and is then a product with a reading', async () => {
  const { json } = await server.ask('/products');
  expect(json).toMatchObject({
    items: [{ id: gallop, name: 'Gallop', customers: 'riders', sample: true }],
    next: null,
  });
  const { json: told } = await server.ask(`/products/${gallop}/reading`);
  expect(told).toMatchObject({ reading: { product: { id: gallop }, lean: { verdict: 'customer' } } });
});

test('the same reading is answered with nothing but its tag', async () => {
  const first = await server.ask(`/products/${gallop}/reading`);
  const tag = first.headers.get('etag') ?? '';
  expect(tag).toMatch(/^"[0-9a-f]{32}"$/);
  const again = await server.ask(`/products/${gallop}/reading`, { headers: { 'if-none-match': tag } });
  expect([again.status, again.json]).toEqual([304, '']);
});

test('a reading is packed for whoever takes it so, and says the same unpacked', async () => {
  const packed = await server.ask(`/products/${gallop}/reading`, { headers: { 'accept-encoding': 'gzip' } });
  const plain = await server.ask(`/products/${gallop}/reading`, { headers: { 'accept-encoding': 'identity' } });
  expect([packed, plain].map(({ headers }) => headers.get('content-encoding'))).toEqual(['gzip', null]);
  expect(packed.json).toEqual(plain.json);
});

test('every piece behind a figure is there word for word', async () => {
  const { json } = await server.ask(`/products/${gallop}/reading`);
  const { audits } = (json as { reading: { audits: { evidence: { id: string }[] }[] } }).reading;
  const all = audits.flatMap(({ evidence }) =>
    evidence.slice(0, 3).map((row) => (typeof row === 'string' ? row : row.id)),
  );
  const ids = all.filter((id) => !id.startsWith('round:'));
  expect(ids.length).toBeGreaterThan(10);
  const { json: rows } = await server.ask(`/products/${gallop}/evidence?ids=${ids.slice(0, 100).join(',')}`);
  const items = (rows as { items: { id: string; title: string | null; body: string | null }[] }).items;
  expect(items.map(({ id }) => id)).toEqual(ids.slice(0, 100));
  // A round is opened as what may be shown of it, never answer by answer.
  const rounds = new Set(all.filter((id) => id.startsWith('round:')).map((id) => id.slice('round:'.length)));
  expect(rounds.size).toBeGreaterThan(0);
  for (const round of rounds) expect((await server.ask(`/products/${gallop}/rounds/${round}/result`)).status).toBe(200);
});

test('feedback comes in pages that neither repeat nor leave out, and is found by its words', async () => {
  const seen: string[] = [];
  for (let cursor = ''; ; ) {
    const { json } = await server.ask(`/products/${gallop}/feedback?limit=200${cursor}`);
    const { items, next } = json as { items: { id: string; kind: string }[]; next: string | null };
    seen.push(...items.map(({ id }) => id));
    if (next === null) break;
    cursor = `&cursor=${next}`;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBe((await server.store.read.count(gallop)).feedback);
  const { json: last } = await server.ask(`/products/${gallop}/feedback?order=newest&limit=3`);
  expect((last as { items: { id: string }[] }).items.map(({ id }) => id)).toEqual(seen.slice(-3).reverse());
  const { json } = await server.ask(`/products/${gallop}/feedback?search=late&limit=5`);
  const { items } = json as { items: { kind: string; title: string; body: string }[] };
  expect(items).toHaveLength(5);
  for (const { kind, title, body } of items) expect(`${kind} ${title} ${body}`).toMatch(/^feedback .*late/is);
});

const SHEET = [
  'id,date,author,title,text,rating',
  '1,2026-01-15,ann@example.org,Too loud,"<img src=x onerror=alert(1)> wakes the house",2',
  '2,not a day,ben@example.org,,Boils fast,5',
  '3,2026-01-18,cem@example.org,,"Boils in two minutes, I love it.",5',
].join('\n');

test('a file is looked at, taken without its bad rows, and taken back as a whole', async () => {
  const made = await server.ask('/products', sent({ target: 'sample:fizz' }));
  const fizz = (await server.ended((made.json as { job: { id: string } }).job.id)).productId;
  const before = await server.store.read.count(fizz);
  const imported = async (preview: string) => {
    const body = { method: 'POST', body: SHEET, headers: { 'content-type': 'application/octet-stream' } };
    const { json } = await server.ask(`/products/${fizz}/imports?name=reviews.csv&preview=${preview}`, body);
    const job = await server.ended((json as { job: { id: string } }).job.id);
    expect(job.error).toBeNull();
    return job.result as { added: number | null; refused: { row: number; reason: string }[]; gathers: string[] };
  };
  expect(await imported('1')).toMatchObject({ added: null, refused: [{ row: 3 }], gathers: [] });
  expect(await server.store.read.count(fizz)).toEqual(before);
  const done = await imported('0');
  expect(done.refused[0]?.reason).toBe('its time is none that can be read');
  expect((await server.store.read.count(fizz)).feedback).toBe(before.feedback + 2);
  const back = await server.ask(`/products/${fizz}/imports/${done.gathers[0]}`, { method: 'DELETE' });
  expect(back.status).toBe(200);
  expect(await server.store.read.count(fizz)).toEqual(before);
  const other = await server.ask(`/products/${gallop}/imports/${done.gathers[0]}`, { method: 'DELETE' });
  expect([other.status, (other.json as { error: { code: string } }).error.code]).toEqual([404, 'GATHER_NOT_FOUND']);
}, 60_000);

test('a guess is kept and the name of a product changed', async () => {
  expect((await server.ask(`/products/${gallop}/guess`)).json).toEqual({ place: null });
  expect((await server.ask(`/products/${gallop}/guess`, sent({ place: 'customer' }, 'PUT'))).json).toEqual({
    place: 'customer',
  });
  const renamed = await server.ask(`/products/${gallop}`, sent({ customers: 'passengers' }, 'PATCH'));
  expect(renamed.json).toMatchObject({ name: 'Gallop', customers: 'passengers', theirs: false });
});

test('of somebody else’s product claims are told as seen from outside, at once', async () => {
  const verdicts = async () => {
    const { json } = await server.ask(`/products/${gallop}/claims?limit=200`);
    return new Set((json as { items: { verdict: string }[] }).items.map(({ verdict }) => verdict));
  };
  expect(await verdicts()).toContain('seems to conflict');
  const told = await server.ask(`/products/${gallop}`, sent({ theirs: true }, 'PATCH'));
  expect(told.json).toMatchObject({ theirs: true });
  const outside = await verdicts();
  expect(outside).toContain('could not be squared from outside');
  expect(outside).not.toContain('seems to conflict');
  await server.ask(`/products/${gallop}`, sent({ theirs: false }, 'PATCH'));
  expect(await verdicts()).toContain('seems to conflict');
}, 120_000);

test('a need is renamed by a person, and has its name again when that is taken back', async () => {
  const first = async () => {
    const { json } = await server.ask(`/products/${gallop}/needs?limit=1`);
    return (json as { items: { id: string; name: string; people: number }[] }).items[0];
  };
  const before = await first();
  const path = `/products/${gallop}/needs/${before?.id}`;
  const { json: whole } = await server.ask(`${path}?asks=5`);
  expect(whole).toMatchObject({ name: before?.name, asks: { length: 5 } });
  const renamed = await server.ask(
    `${path}/corrections`,
    sent({ verb: 'rename', name: 'To know when', because: 'a test' }),
  );
  const [correction] = (renamed.json as { corrections: string[] }).corrections;
  expect((await first())?.name).toBe('To know when');
  const back = await server.ask(`/products/${gallop}/needs/corrections/${correction}`, { method: 'DELETE' });
  expect(back.json).toEqual({ verb: 'rename' });
  expect(await first()).toEqual(before);
}, 60_000);

test('a conflict that a person confirms is contradicted, until that is taken back', async () => {
  const { json } = await server.ask(`/products/${gallop}/claims?limit=100`);
  const { items } = json as { items: { id: string; verdict: string; quotes: { text: string }[] }[] };
  expect(items[0]?.verdict).toBe('unsaid');
  const conflict = items.find(({ verdict }) => verdict === 'seems to conflict');
  const decide = async (verb: string) =>
    (await server.ask(`/products/${gallop}/claims/${conflict?.id}`, sent({ verb }))).json as { verdict: string };
  expect((await decide('confirm')).verdict).toBe('contradicted');
  expect((await decide('undo')).verdict).toBe('seems to conflict');
  expect((await decide('dispute')).verdict).toBe('disputed');
  expect((await decide('undo')).verdict).toBe('seems to conflict');
  const problems = items.filter(({ verdict }) => verdict === 'not mentioned');
  expect(problems).toHaveLength(3);
  expect(problems[0]).toMatchObject({ class: 'problem', confirmed: false, heard: { of: 248 } });
  const unsaid = await server.ask(`/products/${gallop}/claims/${items[0]?.id}`, sent({ verb: 'confirm' }));
  expect([unsaid.status, unsaid.json]).toMatchObject([400, { error: { code: 'USAGE' } }]);
}, 60_000);

test('a release tells whom it answered, and a person’s word on a link is obeyed', async () => {
  const { json } = await server.ask(`/products/${gallop}/shipped?limit=100`);
  const { items, linked } = json as { items: { people: number; answered: { text: string }[] }[]; linked: boolean };
  expect(linked).toBe(true);
  expect(items.some(({ people, answered }) => people > 0 && answered.length > 0)).toBe(true);
  const first = async () => {
    const { json: links } = await server.ask(`/products/${gallop}/links?limit=1&method=written`);
    return links as { items: { id: string }[]; total: number };
  };
  const before = await first();
  const decide = (verb: string) => server.ask(`/products/${gallop}/links/${before.items[0]?.id}`, sent({ verb }));
  expect((await decide('veto')).status).toBe(200);
  expect((await first()).total).toBe(before.total - 1);
  expect((await decide('undo')).status).toBe(200);
  expect(await first()).toEqual(before);
}, 60_000);

test('what cannot be read fails with its cause and remedy', async () => {
  const { json } = await server.ask('/products', sent({ target: './nowhere' }));
  const job = await server.ended((json as { job: { id: string } }).job.id);
  expect(job).toMatchObject({ state: 'failed', error: { code: 'TARGET_NOT_FOUND' } });
});

function verbFor(path: string): string {
  if (path.endsWith('/corrections')) return 'rename';
  return path.includes('/claims/') ? 'dispute' : 'veto';
}

const { paths = {} } = openApi(apiOf({} as Served));
const routes = Object.entries(paths).flatMap(([path, methods]) =>
  Object.keys(methods as object).map((method) => [method.toUpperCase(), path] as const),
);

test.each(routes.filter(([, path]) => path.includes('{')))(
  '%s %s with another’s id is not there',
  async (method, path) => {
    const query = path.endsWith('/imports') ? '?name=x.csv' : path.endsWith('/evidence') ? '?ids=a' : '';
    const body = { target: 'x', place: 'both', name: 'x', verb: verbFor(path) };
    const init = method === 'GET' || method === 'DELETE' ? { method } : sent(body, method);
    const { status, json } = await server.ask(path.replaceAll(/\{\w+\}/g, 'f'.repeat(32)) + query, init);
    expect([status, json]).toMatchObject([404, { error: { code: expect.stringMatching(/^NOT_THERE$/) } }]);
  },
);

test.each([
  ['GET', '/products/gallop/feedback?limit=0'],
  ['GET', '/products/gallop/evidence'],
  ['POST', '/products'],
])('%s %s that does not fit says which part', async (method, path) => {
  const { status, json } = await server.ask(
    path.replace('gallop', gallop),
    method === 'POST' ? sent({ target: 3 }) : {},
  );
  expect([status, json]).toMatchObject([400, { error: { code: 'USAGE' } }]);
});

test.each([
  ['{"target":', 'application/json', 400],
  ['x', 'text/plain', 415],
])('a body that is %j as %s is refused and is no bug', async (body, type, expected) => {
  const { status, json } = await server.ask('/products', { method: 'POST', body, headers: { 'content-type': type } });
  expect([status, json]).toMatchObject([expected, { error: { code: 'USAGE' } }]);
});

test('an address that is no UTF-8 is not there', async () => {
  const web = await startServer(fileURLToPath(new URL('.', import.meta.url)));
  expect((await fetch(`${web.address}/%ff`)).status).toBe(404);
  await web.close();
});

test('another site may neither change anything nor pass for this machine', async () => {
  const foreign = { ...sent({ target: 'sample:gallop' }), headers: { origin: 'https://elsewhere.example' } };
  expect((await server.ask('/products', foreign)).status).toBe(403);
  const cross = { ...sent({}), headers: { 'sec-fetch-site': 'cross-site' } };
  expect((await server.ask('/products', cross)).status).toBe(403);
  expect(await statusAs('elsewhere.example')).toBe(421);
  expect(await statusAs(new URL(server.address).host)).toBe(200);
});

/** `fetch` sets the Host header itself. */
function statusAs(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(`${server.address}/api/products`, { headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.once('error', reject).end();
  });
}

test('whatever customers wrote is data: no answer is a page, and none may be taken for one', async () => {
  const { headers } = await server.ask('/products');
  expect(headers.get('content-type')).toBe('application/json');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).not.toContain('unsafe-inline');
});

test('after new feedback what stood before is shown at once with its time, and the job that finds it anew', async () => {
  const lists = ['needs', 'claims', 'shipped', 'package'];
  const looked = () => Promise.all(lists.map((list) => server.ask(`/products/${gallop}/${list}`)));
  const piecesIn = (json: unknown) => (json as { pieces: number }).pieces;
  const from = Date.now();
  const before = await looked();
  expect(before.map(({ headers }) => headers.get('bifocal-stood'))).toEqual([null, null, null, null]);
  const body = { method: 'POST', body: SHEET, headers: { 'content-type': 'application/octet-stream' } };
  const { json } = await server.ask(`/products/${gallop}/imports?name=reviews.csv`, body);
  await server.ended((json as { job: { id: string } }).job.id);
  const meanwhile = await looked();
  // One after the other they take longer than anybody is kept waiting.
  const { headers } = meanwhile.findLast((one) => one.headers.has('bifocal-stood')) ?? { headers: new Headers() };
  expect(Date.parse(headers.get('bifocal-stood') ?? '')).toBeGreaterThanOrEqual(Math.floor(from / 1_000) * 1_000);
  const job = await server.ended(headers.get('bifocal-job') ?? '');
  expect(job).toMatchObject({ state: 'done', productId: gallop, result: null });
  const wait = { headers: { prefer: 'wait' } };
  const { json: now, headers: marks } = await server.ask(`/products/${gallop}/needs`, wait);
  expect(marks.has('bifocal-stood')).toBe(false);
  expect(piecesIn(now)).toBe(piecesIn(before[0]?.json) + 2);
}, 60_000);
