/** A real server on a free port over a store of its own, for tests that ask it over the network. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '#engine/open-store.ts';
import { serve } from '../../src/server/serve.ts';
import { openIdOf } from '../../src/server/sign-in/configured.ts';

export interface TestServer {
  readonly address: string;
  /** The link that makes the first owner. */
  readonly firstOwner: string | null;
  readonly store: Store;
  /** One request under /api. */
  ask(path: string, init?: RequestInit): Promise<{ status: number; json: unknown; headers: Headers }>;
  /** The job when it has ended. */
  ended(id: string): Promise<{ state: string; productId: string; result: unknown; error: { code: string } | null }>;
  close(): Promise<void>;
}

/** `database`: a PostgreSQL server instead of a file. `env`: where a company's own sign-in is configured. */
export interface Beside {
  readonly database?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** `shared`: with sign-in, at an address of this machine that is known beforehand. */
export async function startServer(
  web: string | null = null,
  shared: 'shared' | null = null,
  { database, env = process.env }: Beside = {},
): Promise<TestServer> {
  const port = shared === null ? 0 : await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'bifocal-server-'));
  const where = database === undefined ? { file: join(folder, 'bifocal.db') } : { url: database };
  const opening = { ...where, key: new Uint8Array(32).fill(7) };
  const store = await openStore(opening);
  const bugs: unknown[] = [];
  const onBug = (error: unknown) => void bugs.push(error);
  const serving = await serve({
    store,
    opening,
    host: '127.0.0.1',
    port,
    web,
    cwd: folder,
    version: '0.0.0',
    shared: shared && { url: new URL(`http://localhost:${port}`), openId: openIdOf(env) },
    onBug,
  });
  const { address } = serving;

  async function ask(path: string, init?: RequestInit) {
    const answer = await fetch(`${address}/api${path}`, init);
    const text = await answer.text();
    const json: unknown = answer.headers.get('content-type')?.startsWith('application/json') ? JSON.parse(text) : text;
    return { status: answer.status, json, headers: answer.headers };
  }

  return {
    address,
    firstOwner: serving.firstOwner,
    store,
    ask,
    async ended(id) {
      const { json } = await ask(`/jobs/${id}/events`);
      const last = String(json).trim().split('\n\n').at(-1) ?? '';
      return JSON.parse(last.slice(last.indexOf('data: ') + 6));
    },
    async close() {
      await serving.close();
      if (bugs.length > 0) throw bugs[0];
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export function sent(body: unknown, method = 'POST'): RequestInit {
  return { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
