/** What a reading brought is told outside: a release that answers open asks, and a change that takes what a page still claims. */

import { once } from 'node:events';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleFolder } from '#engine/sample.ts';
import { sent, startServer, type TestServer } from './server.ts';

interface Told {
  readonly type: string;
  readonly data: { readonly need?: string; readonly asks?: number; readonly claim?: string; readonly text?: string };
}

const folder = mkdtempSync(join(tmpdir(), 'bifocal-news-'));
const told: Told[] = [];
let server: TestServer;
let receiver: Server;
let product: string;

/** The history of the sample. */
const ORIGIN = 'git:90dbd7aa9d4ed56e70062a2228f5b7c789f8e38f';
const NEWEST = '8920bd90aa74d3c3264bd8f3835d868550376d90';
const AT = '2026-02-27T15:00:00Z';
const RELEASED = '2026-02-28T10:00:00Z';
/** Open asks of its tracker. */
const ANSWERED = [139, 148, 149, 156, 157, 158, 161, 162, 163];

beforeAll(async () => {
  server = await startServer();
  cpSync(sampleFolder('gallop'), folder, { recursive: true });
  const { json } = await server.ask('/products', sent({ target: folder }));
  product = (await server.ended((json as { job: { id: string } }).job.id)).productId;
  receiver = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    told.push(JSON.parse(body) as Told);
    response.writeHead(204).end();
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`;
  const made = await server.ask(
    `/products/${product}/webhooks`,
    sent({ way: 'out', url, events: ['need.answered', 'claim.unbacked'] }),
  );
  expect(made.status).toBe(201);
}, 120_000);
afterAll(async () => {
  await server.close();
  receiver.close();
  rmSync(folder, { recursive: true, force: true });
});

async function readAgain(shipped: readonly object[]): Promise<void> {
  appendFileSync(join(folder, 'shipped.jsonl'), shipped.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const { json } = await server.ask(`/products/${product}/reading`, { method: 'POST' });
  const job = await server.ended((json as { job: { id: string } }).job.id);
  expect(job.error).toBeNull();
}

/** As the tracker tells them afterwards. */
function close(asks: readonly number[]): void {
  const file = join(folder, 'tracker.jsonl');
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const closed = lines.map((line) => {
    const row = JSON.parse(line) as { kind: string; externalId: string; data: object };
    if (row.kind !== 'feedback' || !asks.includes(Number(row.externalId))) return line;
    const data = { ...row.data, state: 'closed', closedAt: Date.parse(RELEASED), reason: 'completed' };
    return JSON.stringify({ ...row, data });
  });
  writeFileSync(file, `${closed.join('\n')}\n`);
}

/** One after the other, on top of what the sample ends with. */
function commit(place: number, title: string): object {
  const id = idOf(place);
  return {
    ...{ kind: 'change', type: 'commit', origin: ORIGIN, externalId: id, at: AT, changedAt: AT, title },
    data: { land: id, on: 1, parents: [place === 0 ? NEWEST : idOf(place - 1)], paths: ['M src/dispatch/plan.ts'] },
  };
}

function idOf(place: number): string {
  return `c0ffee${String(place).padStart(34, '0')}`;
}

interface List<One> {
  readonly items: readonly One[];
}

test('a need is told as answered with how many of its asks a release answered', async () => {
  const answered = async () => {
    const { json } = await server.ask(`/products/${product}/needs?limit=200`, { headers: { prefer: 'wait' } });
    return new Map((json as List<{ id: string; fixed: number }>).items.map(({ id, fixed }) => [id, fixed]));
  };
  const before = await answered();
  const tag = { kind: 'release', type: 'tag', origin: ORIGIN, externalId: 'refs/tags/v3.6.0', at: RELEASED };
  close(ANSWERED);
  await readAgain([
    ...ANSWERED.map((ask, place) => commit(place, `fix: what was asked for. Fixes #${ask}`)),
    { ...tag, title: 'v3.6.0', version: '3.6.0', data: { commit: idOf(ANSWERED.length - 1), pre: 0 } },
  ]);
  const after = await answered();
  const more = [...after].flatMap(([need, fixed]) => {
    const asks = fixed - (before.get(need) ?? fixed);
    return asks > 0 ? [{ need, asks }] : [];
  });
  expect(more.length).toBeGreaterThan(0);
  await expect.poll(() => told.length, { timeout: 20_000 }).toBe(more.length);
  expect(told.map(({ type }) => type)).toEqual(more.map(() => 'need.answered'));
  const order = (one: { need?: string }, other: { need?: string }) => ((one.need ?? '') < (other.need ?? '') ? -1 : 1);
  expect(told.map(({ data }) => data).sort(order)).toEqual(more.sort(order));
}, 120_000);

test('a claim that a change takes the ground from is told, once', async () => {
  told.length = 0;
  await readAgain([commit(ANSWERED.length, 'feat!: remove the bills of businesses')]);
  const unbacked = { type: 'claim.unbacked', data: { text: 'One bill for businesses, on one page.' } };
  await expect.poll(() => told, { timeout: 20_000 }).toMatchObject([unbacked]);
  const { json } = await server.ask(`/products/${product}/claims?limit=200`, { headers: { prefer: 'wait' } });
  const claim = (json as List<{ id: string; verdict: string }>).items.find((one) => one.id === told[0]?.data.claim);
  expect(claim?.verdict).toBe('seems to conflict');
}, 120_000);
