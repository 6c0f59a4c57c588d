/** The MCP server as its clients meet it: the SDK's own client, over both transports, on the sample. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
  [
    'stdio',
    () =>
      new StdioClientTransport({
        command: process.execPath,
        args: ['--disable-warning=ExperimentalWarning', MAIN, 'mcp'],
        env: { PATH: process.env.PATH ?? '', BIFOCAL_HOME: home },
      }),
  ],
  // The SDK's own types disagree about an optional session under exactOptionalPropertyTypes.
  ['HTTP', () => new StreamableHTTPClientTransport(new URL(`${server.address}/mcp`)) as Transport],
];

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
