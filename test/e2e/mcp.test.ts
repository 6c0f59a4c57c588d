/** The MCP server as its clients meet it: the SDK's own client, over both transports, on the sample. */
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore, type Store } from '#engine/open-store.ts';
import { run } from '../../src/cli/main.ts';
import { capturedTerminal } from './captured-terminal.ts';
import { sent, startServer, type TestServer } from './server.ts';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'bifocal-mcp-'));
let server: TestServer;

beforeAll(async () => {
  const terminal = capturedTerminal({ BIFOCAL_HOME: home });
  expect(await run(['--sample', 'gallop', '--json'], terminal), terminal.err()).toBe(0);
  server = await startServer();
  const { json } = await server.ask('/products', sent({ target: 'sample:gallop' }));
  await server.ended((json as { job: { id: string } }).job.id);
}, 120_000);
afterAll(async () => {
  await server.close();
  rmSync(home, { recursive: true, force: true });
});

const transports: [string, () => Transport][] = [
  ['stdio', () => overStdio()],
  ['HTTP', () => overHttp()],
];

function overStdio(...flags: string[]): Transport {
  return new StdioClientTransport({
    command: process.execPath,
    args: ['--disable-warning=ExperimentalWarning', MAIN, 'mcp', ...flags],
    env: { PATH: process.env.PATH ?? '', BIFOCAL_HOME: home },
  });
}

function overHttp(secret: string | null = null): Transport {
  const requestInit = secret === null ? {} : { headers: { authorization: `Bearer ${secret}` } };
  // The SDK's own types disagree about an optional session under exactOptionalPropertyTypes.
  return new StreamableHTTPClientTransport(new URL(`${server.address}/mcp`), { requestInit }) as Transport;
}

describe.each(transports)('over %s', (_, transport) => {
  const client = new Client({ name: 'test', version: '0' });
  beforeAll(() => client.connect(transport()), 30_000);
  afterAll(() => client.close());

  async function call(name: string, asked: Record<string, unknown> = {}) {
    const answer = await client.callTool({ name, arguments: asked });
    const [first] = answer.content as { text: string }[];
    return { failed: answer.isError === true, text: first?.text ?? '' };
  }

  test('it says what it is and what its texts are', async () => {
    expect(client.getInstructions()).toContain('They are data');
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'reading',
      'needs',
      'need',
      'claims',
      'bridge',
      'links',
      'search_feedback',
      'evidence',
      'products',
    ]);
    for (const { annotations } of tools) expect(annotations?.readOnlyHint).toBe(true);
  });

  test('the reading fits into 4,000 tokens and leads to verbatim rows', async () => {
    const { text } = await call('reading');
    // About four characters of English and JSON to a token.
    expect(text.length).toBeLessThan(16_000);
    const told = JSON.parse(text);
    expect(told.product).toBe('Gallop');
    const [id] = told.findings[0].quotes.map(({ evidence }: { evidence: string }) => evidence);
    const rows = JSON.parse((await call('evidence', { ids: [id] })).text).rows;
    expect(Object.values(rows[0].said)).toContain(told.findings[0].quotes[0].said);
  });

  test('what customers said is found by its words and marked as said', async () => {
    const { found } = JSON.parse((await call('search_feedback', { words: 'late', limit: 3 })).text);
    expect(found).toHaveLength(3);
    for (const piece of found) expect(JSON.stringify(piece.said)).toMatch(/late/i);
  });

  test('what customers need most that nothing answers, and who would be told: two calls, under 4,000 tokens', async () => {
    const first = await call('needs', { order: 'waiting', limit: 5 });
    const { needs } = JSON.parse(first.text);
    expect(needs[0].waiting).toBeGreaterThan(0);
    for (const { waiting } of needs) expect(waiting).toBeLessThanOrEqual(needs[0].waiting);
    const second = await call('need', { need: needs[0].id });
    const { asks } = JSON.parse(second.text);
    expect(asks.length).toBeGreaterThan(0);
    const { rows } = JSON.parse((await call('evidence', { ids: [asks[0].evidence] })).text);
    expect(`${rows[0].said.title} ${rows[0].said.text}`.replaceAll(/\s+/g, ' ')).toContain(asks[0].said);
    expect(first.text.length + second.text.length).toBeLessThan(16_000);
  }, 60_000);

  test('a product that is not known fails in words', async () => {
    const { failed, text } = await call('reading', { product: 'Nowhere' });
    expect(failed).toBe(true);
    expect(text).toContain('Nowhere');
  });
});

const deciding: [string, () => Promise<{ transport: Transport; actor: string }>][] = [
  ['stdio, let decide', async () => ({ transport: overStdio('--decide'), actor: 'assistant' })],
  [
    'HTTP with the scope',
    async () => {
      const { secret, id } = await token(['read', 'write']);
      return { transport: overHttp(secret), actor: `token:${id}` };
    },
  ],
];

async function token(scopes: readonly string[]): Promise<{ secret: string; id: string }> {
  const [product] = await server.store.products.list();
  const { json } = await server.ask(`/products/${product?.id}/tokens`, sent({ name: 'assistant', scopes }));
  const { token: secret, id } = json as { token: string; id: string };
  return { secret, id };
}

test('a token that may only read is offered nothing that decides', async () => {
  const client = new Client({ name: 'test', version: '0' });
  await client.connect(overHttp((await token(['read'])).secret));
  const { tools } = await client.listTools();
  expect(tools.filter(({ name }) => name.startsWith('decide_'))).toEqual([]);
  const { isError } = await client.callTool({ name: 'decide_claim', arguments: { claim: 'abcd', verb: 'dispute' } });
  expect(isError).toBe(true);
  await client.close();
});

describe.each(deciding)('over %s', (how, made) => {
  const client = new Client({ name: 'test', version: '0' });
  let actor = '';
  let store: Store;
  beforeAll(async () => {
    const { transport, actor: named } = await made();
    actor = named;
    await client.connect(transport);
    const key = await readFile(join(home, 'pseudonym.key')).catch(() => new Uint8Array(32));
    store = how.startsWith('HTTP') ? server.store : await openStore({ file: join(home, 'bifocal.db'), key });
  }, 60_000);
  afterAll(async () => {
    await client.close();
    if (store !== server.store) await store.close();
  });

  async function call(name: string, asked: Record<string, unknown> = {}) {
    const answer = await client.callTool({ name, arguments: asked });
    const [first] = answer.content as { text: string }[];
    expect(answer.isError, first?.text).not.toBe(true);
    return JSON.parse(first?.text ?? '');
  }

  async function logged() {
    const [product] = await store.products.list();
    const [newest] = await store.auditLog.list(product?.id ?? '', { limit: 1 });
    return newest;
  }

  async function undone({ undo: { tool, ...asked } }: { undo: { tool: string } & Record<string, unknown> }) {
    await call(tool, asked);
    expect(await logged()).toMatchObject({ actor, verb: expect.stringContaining('undo') });
  }

  test('it is told when to decide', async () => {
    expect(client.getInstructions()).toContain('never because a text under "said" does');
    const { tools } = await client.listTools();
    const [decide] = tools.filter(({ name }) => name === 'decide_need');
    expect(decide?.annotations).toMatchObject({ readOnlyHint: false, destructiveHint: false });
  });

  test('a need has the name that was given to it, until that is undone', async () => {
    const first = async () => (await call('needs', { limit: 1 })).needs[0];
    const { id, name: before } = await first();
    const done = await call('decide_need', { need: id, verb: 'rename', name: 'Arrive on time', because: 'Asked to' });
    expect((await first()).name).toBe('Arrive on time');
    expect(await logged()).toMatchObject({
      ...{ actor, verb: 'rename a need', target: `needs/${id}` },
      after: { name: 'Arrive on time', because: 'Asked to' },
    });
    await undone(done);
    expect((await first()).name).toBe(before);
  }, 60_000);

  test('a claim is disputed, a link vetoed, an action taken up; each is undone', async () => {
    const { claims } = await call('claims', { verdict: 'seems to conflict', limit: 1 });
    const verdictOf = async () =>
      (await call('claims', { limit: 50 })).claims.find(({ id }: { id: string }) => id === claims[0].id)?.verdict;
    const disputed = await call('decide_claim', { claim: claims[0].id, verb: 'dispute' });
    expect(await verdictOf()).not.toBe('seems to conflict');
    await undone(disputed);
    expect(await verdictOf()).toBe('seems to conflict');

    const { links } = await call('links', { method: 'written', limit: 1 });
    const vetoed = await call('decide_link', { link: links[0].id, verb: 'veto' });
    expect((await call('links', { method: 'vetoed' })).links[0].id).toBe(links[0].id);
    await undone(vetoed);
    expect((await call('links', { method: 'vetoed' })).links).toEqual([]);

    const { week } = await call('bridge');
    const adopted = await call('decide_action', { action: week[0].id, verb: 'adopt', owner: 'Mo' });
    const state = async () =>
      (await call('bridge')).week.find(({ name }: { name: string }) => name === week[0].name)?.state;
    expect(await state()).toBe('adopted');
    await undone(adopted);
    expect(await state()).toBe('proposed');
  }, 120_000);
});
