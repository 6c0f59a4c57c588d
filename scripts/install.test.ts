/** The install before `npm start` and `npm test`: once, never twice at once, and a clear sentence when it cannot. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const INSTALL = readFileSync(fileURLToPath(new URL('install.mjs', import.meta.url)), 'utf8');

/** Stands where npm's own file would: takes a moment, notes that it ran, and lays down what an install lays down. */
const NPM = `
import { appendFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
const says = process.env.NPM_SAYS;
appendFileSync('npm-runs', process.argv.slice(2).join(' ') + '\\n');
await new Promise((resolve) => setTimeout(resolve, 400));
if (says) { console.error(says); process.exit(1); }
mkdirSync('node_modules/.bin', { recursive: true });
try { symlinkSync(process.execPath, 'node_modules/.bin/node'); } catch {}
writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } }));
`;

let house = '';

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'bifocal-install-'));
  mkdirSync(join(house, 'scripts'));
  writeFileSync(join(house, 'scripts/install.mjs'), INSTALL);
  writeFileSync(join(house, 'npm.mjs'), NPM);
  lockfile('1.0.0');
});

afterEach(() => rmSync(house, { recursive: true, force: true }));

function lockfile(version: string): void {
  const packages = { '': {}, 'node_modules/a': { version }, 'node_modules/other-system': { version, optional: true } };
  writeFileSync(join(house, 'package-lock.json'), JSON.stringify({ packages }));
}

function started(env: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(process.execPath, ['scripts/install.mjs'], {
    cwd: house,
    env: { ...process.env, npm_execpath: join(house, 'npm.mjs'), npm_node_execpath: process.execPath, ...env },
  });
}

function ended(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    let said = '';
    child.stderr?.on('data', (piece: Buffer) => {
      said += piece.toString('utf8');
    });
    child.on('close', (code) => resolve({ code, said }));
  });
}

const install = (env?: NodeJS.ProcessEnv) => ended(started(env));
const npmRuns = () =>
  existsSync(join(house, 'npm-runs')) ? readFileSync(join(house, 'npm-runs'), 'utf8').split('\n').length - 1 : 0;

test('the first run installs and says so, the second is silent and starts nothing', async () => {
  expect(await install()).toMatchObject({ code: 0, said: expect.stringContaining('first run only') });
  expect(await install()).toEqual({ code: 0, said: '' });
  expect(npmRuns()).toBe(1);
  expect(existsSync(join(house, '.bifocal'))).toBe(false);
});

test('another lockfile installs again', async () => {
  await install();
  lockfile('2.0.0');
  expect((await install()).said).toContain('what package-lock.json names now');
  expect(npmRuns()).toBe(2);
});

test('what someone installed by hand is taken as it is', async () => {
  await install();
  rmSync(join(house, 'node_modules/.bifocal-install'));
  expect(await install()).toEqual({ code: 0, said: '' });
  expect(npmRuns()).toBe(1);
});

test('of two runs at once one installs and the other waits', async () => {
  const [one, other] = await Promise.all([install(), install()]);
  expect([one.code, other.code]).toEqual([0, 0]);
  expect(npmRuns()).toBe(1);
});

test('an install that was killed is begun anew, and its lock binds nobody', async () => {
  const killed = started();
  const end = ended(killed);
  while (npmRuns() === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  killed.kill('SIGKILL');
  await end;
  expect(existsSync(join(house, '.bifocal/install.lock'))).toBe(true);
  expect(await install()).toMatchObject({ code: 0, said: expect.stringContaining('first run only') });
  expect(existsSync(join(house, '.bifocal'))).toBe(false);
});

test('a lock from another machine is waited for until it is older than any install', async () => {
  mkdirSync(join(house, '.bifocal'));
  writeFileSync(join(house, '.bifocal/install.lock'), `${process.pid} not-${hostname()}`);
  const waiting = started();
  const end = ended(waiting);
  const first = await Promise.race([end, new Promise((resolve) => setTimeout(resolve, 600, 'still waiting'))]);
  expect(first).toBe('still waiting');
  rmSync(join(house, '.bifocal/install.lock'));
  expect((await end).code).toBe(0);
});

test('without a network it says so in one sentence, and nothing is left behind', async () => {
  const { code, said } = await install({ NPM_SAYS: 'npm error request failed, reason: getaddrinfo ENOTFOUND' });
  expect(code).toBe(1);
  expect(said.trim().split('\n')).toHaveLength(2);
  expect(said).toContain('could not reach its registry (ENOTFOUND)');
  expect(existsSync(join(house, '.bifocal'))).toBe(false);
});

test('when npm fails otherwise, what it said is shown above the sentence', async () => {
  const { code, said } = await install({ NPM_SAYS: 'npm error code EINTEGRITY' });
  expect(code).toBe(1);
  expect(said).toMatch(/EINTEGRITY\nnpm could not install what package-lock\.json names/);
});
