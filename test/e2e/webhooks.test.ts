/** Webhooks over the network: what comes in is signed and taken once; what goes out is signed, tried again, and not sent inside. */
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checked } from '#server/hooks/signature.ts';
import { sent, startServer, type TestServer } from './server.ts';
import { startShared } from './shared-server.ts';

interface Received {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

let server: TestServer;
let receiver: Server;
let product: string;
const received: Received[] = [];
/** The next answers; 204 after them. */
const answers: number[] = [];

beforeAll(async () => {
  server = await startServer();
  const { json } = await server.ask('/products', sent({ target: 'sample:fizz' }));
  product = (await server.ended((json as { job: { id: string } }).job.id)).productId;
  receiver = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    received.push({ headers: request.headers, body });
    response.writeHead(answers.shift() ?? 204).end();
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
}, 120_000);

afterAll(async () => {
  await server.close();
  receiver.close();
});

interface Made {
  readonly id: string;
  readonly secret: string;
  readonly address: string;
}

async function made(body: object): Promise<Made> {
  const { status, json } = await server.ask(`/products/${product}/webhooks`, sent(body));
  expect(status).toBe(201);
  return json as Made;
}

function call({ address }: Made, body: string, headers: Record<string, string>) {
  return server.ask(new URL(address).pathname.replace(/^\/api/, ''), { method: 'POST', body, headers });
}

test('what GitHub sends is taken when its signature fits, and once', async () => {
  const hook = await made({ way: 'in', signer: 'github' });
  const body = JSON.stringify({ action: 'opened' });
  const signature = `sha256=${createHmac('sha256', hook.secret).update(body).digest('hex')}`;
  const headers = { 'x-github-delivery': 'd1', 'x-github-event': 'issues', 'x-hub-signature-256': signature };
  expect((await call(hook, `${body} `, headers)).json).toMatchObject({ error: { code: 'SIGNATURE_REFUSED' } });
  const first = await call(hook, body, headers);
  expect([first.status, first.json]).toMatchObject([202, { taken: true }]);
  expect((await server.ended((first.json as { job: string }).job)).error).toBeNull();
  expect((await call(hook, body, headers)).json).toEqual({ taken: false, job: null });
  const { json } = await server.ask(`/products/${product}/webhooks`);
  expect(json).toMatchObject({ items: [{ way: 'in', deliveries: [{ id: 'd1', event: 'issues', state: 'taken' }] }] });
  expect(JSON.stringify(json)).not.toContain(hook.secret);
}, 60_000);

test('what GitLab and others send is held to their own ways of signing', async () => {
  const gitlab = await made({ way: 'in', signer: 'gitlab' });
  expect((await call(gitlab, '{}', { 'x-gitlab-token': 'guessed' })).status).toBe(401);
  expect((await call(gitlab, '{}', { 'x-gitlab-token': gitlab.secret })).status).toBe(202);
  const generic = await made({ way: 'in', signer: 'generic' });
  const at = (shift: number) => {
    const seconds = String(Math.floor(Date.now() / 1000) + shift);
    const signature = createHmac('sha256', generic.secret).update(`m1.${seconds}.{}`).digest('base64');
    return { 'webhook-id': 'm1', 'webhook-timestamp': seconds, 'webhook-signature': `v1,${signature}` };
  };
  expect((await call(generic, '{}', at(-600))).status).toBe(401);
  expect((await call(generic, '{}', at(0))).status).toBe(202);
});

test('a changed reading is told, signed, and told again to who could not take it', async () => {
  const { port } = receiver.address() as AddressInfo;
  const hook = await made({ way: 'out', url: `http://127.0.0.1:${port}/`, events: ['reading.changed'] });
  answers.push(503);
  const file = { method: 'POST', headers: { 'content-type': 'application/octet-stream' } };
  const sheet = 'id,date,text\n1,2026-01-15,It is flat\n2,2026-01-16,I love the new can\n';
  const { json } = await server.ask(`/products/${product}/imports?name=said.csv`, { ...file, body: sheet });
  await server.ended((json as { job: { id: string } }).job.id);
  const again = await server.ask(`/products/${product}/reading`, { method: 'POST' });
  await server.ended((again.json as { job: { id: string } }).job.id);
  await expect.poll(() => received.length, { timeout: 20_000 }).toBe(2);
  const [refused, taken] = received as [Received, Received];
  expect(JSON.parse(taken.body)).toMatchObject({
    type: 'reading.changed',
    product,
    data: { verdict: expect.any(String) },
  });
  expect(taken.headers['webhook-id']).toBe(refused.headers['webhook-id']);
  const header = (name: string) => taken.headers[name] as string;
  expect(checked('generic', hook.secret, header, taken.body, Date.now()).id).toBe(header('webhook-id'));
}, 60_000);

test('a shared server calls nobody in its own network', async () => {
  const shared = await startShared();
  const { id } = await shared.store.products.ensure({ name: 'Kettle' });
  const inside = { way: 'out', url: 'http://127.0.0.1:9/', events: ['reading.changed'] };
  expect((await shared.owner.ask(`/products/${id}/webhooks`, sent(inside))).status).toBe(400);
  const named = { ...inside, url: 'https://169.254.169.254/latest' };
  expect((await shared.owner.ask(`/products/${id}/webhooks`, sent(named))).status).toBe(400);
  await shared.close();
}, 60_000);
