/** The one question: public, private and no remote, with a network, without one, and with the limit used up. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Reading } from '#core/reading.ts';
import { capturedTerminal } from '../../test/e2e/captured-terminal.ts';
import { type Answering, type FaultServer, openFaultServer, silent } from '../../test/worlds/fault-server.ts';
import { GitWorld } from '../../test/worlds/git-world.ts';
import { GithubWorld } from '../../test/worlds/github-world.ts';
import { run } from './main.ts';

const PUBLIC = 'Read the newest public issues too? 40 calls, no token needed [Y/n] ';
const WITH_TOKEN = 'Read the newest issues too? Up to 400 calls with your token [Y/n] ';
const THROUGH_GH =
  'acme/kettle is not public. Read its issues through gh, which is signed in here? Up to 400 calls [Y/n] ';
const TOKEN = 'gho_0123456789abcdef';

/** A place with a repository, a store, a terminal that a person sits at, and nobody's token. */
class Desk {
  readonly world: GitWorld;
  readonly home = mkdtempSync(join(tmpdir(), 'bifocal-desk-'));
  readonly env: Record<string, string>;
  asked: readonly string[] = [];
  printed: string[] = [];
  warned = '';
  took = 0;

  constructor(remote: string | null, api: string) {
    this.world = new GitWorld({ name: 'kettle' });
    this.world.commit('feat: boil', {
      files: { 'src/boil.ts': 'boil\n', 'README.md': '# Kettle\n' },
      at: '2025-03-01',
    });
    this.world.commit('feat: whistle', { files: { 'src/whistle.ts': 'whistle\n' }, at: '2026-03-20' });
    this.world.save();
    if (remote !== null) this.world.git('remote', 'add', 'origin', remote);
    this.env = { BIFOCAL_HOME: this.home, BIFOCAL_GITHUB_API: api, PATH: join(this.home, 'bin') };
  }

  /** Puts a `gh` on the path that answers as it is told. */
  withHelper(script: string): this {
    mkdirSync(join(this.home, 'bin'));
    writeFileSync(join(this.home, 'bin', 'gh'), `#!/bin/sh\n${script}\n`);
    chmodSync(join(this.home, 'bin', 'gh'), 0o755);
    return this;
  }

  /** `answers` null: off a terminal. */
  async bifocal(words: readonly string[], answers: readonly (string | null)[] | null = []): Promise<number> {
    const terminal = capturedTerminal(this.env, 80, this.world.folder, answers);
    this.printed = [];
    const kept = { ...terminal, print: (text: string) => void this.printed.push(text) };
    const startedAt = performance.now();
    const status = await run(words, kept);
    this.took = performance.now() - startedAt;
    this.asked = terminal.asked;
    this.warned = terminal.err();
    return status;
  }

  reading(): Reading {
    return JSON.parse(this.printed.join('')) as Reading;
  }

  [Symbol.dispose](): void {
    this.world.remove();
    rmSync(this.home, { recursive: true });
  }
}

const REMOTE = 'git@github.com:acme/kettle.git';
/** Nothing listens there. */
const NOWHERE = 'http://127.0.0.1:9';

function serve(world: GithubWorld): Promise<FaultServer> {
  return openFaultServer({ '*': world.serve() });
}

test('a public repository is asked about once, after the reading from history, and yes gives the fuller one', async () => {
  await using server = await serve(new GithubWorld());
  using desk = new Desk(REMOTE, server.url);
  expect(await desk.bifocal([], [''])).toBe(0);
  expect([desk.asked, desk.warned, desk.printed.length]).toEqual([[PUBLIC], '', 2]);
  expect(server.asked.length).toBeLessThanOrEqual(40);
  expect(await desk.bifocal([], ['y'])).toBe(0);
  expect([desk.asked, desk.printed.length]).toEqual([[], 1]);
  expect(await desk.bifocal(['--json'])).toBe(0);
  expect(desk.reading().evidence).toMatchObject({ feedback: 4 });
  expect(desk.reading().evidence.strands.find(({ strand }) => strand === 'says')).toMatchObject({
    ...{ state: 'seen', observedUntil: expect.stringMatching(/^20/), sources: ['github'] },
  });
});

test('no is kept and nothing is called', async () => {
  await using server = await serve(new GithubWorld());
  using desk = new Desk(REMOTE, server.url);
  await desk.bifocal([], ['n']);
  await desk.bifocal([], ['y']);
  expect([desk.asked, desk.printed.length, server.asked]).toEqual([[], 1, []]);
});

test('an end of the input is no answer: it is asked again another time', async () => {
  using desk = new Desk(REMOTE, NOWHERE);
  await desk.bifocal([], [null]);
  expect(desk.printed).toHaveLength(1);
  await desk.bifocal([], ['perhaps']);
  expect([desk.asked, desk.printed.length]).toEqual([[PUBLIC], 1]);
});

test('nothing is asked off a terminal, with --json, of the past, or with a flag', async () => {
  await using server = await serve(new GithubWorld());
  using desk = new Desk(REMOTE, server.url);
  await desk.bifocal([], null);
  expect(desk.asked).toEqual([]);
  for (const words of [['--json'], ['--at', '2026-03-21'], ['--no-issues']]) {
    await desk.bifocal(words, ['y']);
    expect([words, desk.asked, server.asked]).toEqual([words, [], []]);
  }
  expect(await desk.bifocal(['--issues', '--no-issues'])).toBe(2);
});

test('without a remote on github.com there is no question, and the flag says what is needed', async () => {
  for (const remote of [null, 'https://gitlab.com/acme/kettle.git', '../kettle.git']) {
    using desk = new Desk(remote, NOWHERE);
    expect(await desk.bifocal([], ['y'])).toBe(0);
    expect([desk.asked, desk.printed.length, desk.warned]).toEqual([[], 1, '']);
    expect(await desk.bifocal(['--issues'])).toBe(2);
    expect(desk.warned).toContain('--issues needs a remote on github.com');
  }
});

test('upstream is where a fork’s issues are', async () => {
  const world = new GithubWorld();
  await using server = await serve(world);
  using desk = new Desk('https://github.com/ada/kettle-fork', server.url);
  desk.world.git('remote', 'add', 'upstream', 'https://github.com/acme/kettle');
  await desk.bifocal(['--issues', '--json']);
  expect(world.asked[0]).toContain('/repos/acme/kettle/');
  expect(desk.reading().evidence.feedback).toBe(4);
});

test('a private repository without help says what is needed, in one call', async () => {
  const world = new GithubWorld();
  world.token = TOKEN;
  await using server = await serve(world);
  using desk = new Desk(REMOTE, server.url);
  expect(await desk.bifocal([], ['y'])).toBe(0);
  expect([desk.asked, desk.printed.length, server.asked.length]).toEqual([[PUBLIC], 1, 1]);
  expect(desk.warned).toContain(
    'acme/kettle is not public, or not there. Check the name. For a private one, set GITHUB_TOKEN',
  );
  expect(desk.warned).toContain('The reading rests on history alone.');
});

test('a private repository is read through gh when it is signed in and its user agrees, now and later', async () => {
  const world = new GithubWorld();
  world.token = TOKEN;
  await using server = await serve(world);
  using desk = new Desk(REMOTE, server.url).withHelper(
    `[ "$*" = "auth token --hostname github.com" ] && echo ${TOKEN}`,
  );
  await desk.bifocal([], ['y', 'y']);
  expect([desk.asked, desk.printed.length, desk.warned]).toEqual([[PUBLIC, THROUGH_GH], 2, '']);
  await desk.bifocal(['--json'], null);
  expect(desk.reading().evidence.feedback).toBe(4);
  expect(desk.reading().missing.filter(({ source }) => source === 'github')).toEqual([]);
});

test('with a token the question says so, and it goes to the API alone', async () => {
  const world = new GithubWorld();
  world.token = TOKEN;
  world.limit = world.remaining = 5_000;
  await using server = await serve(world);
  using desk = new Desk(REMOTE, server.url);
  desk.env.GITHUB_TOKEN = TOKEN;
  await desk.bifocal([], ['']);
  expect([desk.asked, desk.printed.length]).toEqual([[WITH_TOKEN], 2]);
  expect(server.heads.every(({ authorization }) => authorization === `Bearer ${TOKEN}`)).toBe(true);
});

test('a token is never sent to an API that a product file names', async () => {
  await using server = await serve(new GithubWorld());
  using desk = new Desk(null, 'http://127.0.0.1:9');
  desk.env.GITHUB_TOKEN = TOKEN;
  const sources = [{ kind: 'git', options: { path: desk.world.folder } }];
  const other = { kind: 'github', options: { repo: 'acme/kettle', api: server.url } };
  writeFileSync(
    join(desk.world.folder, 'bifocal.json'),
    JSON.stringify({ product: 'Kettle', sources: [...sources, other] }),
  );
  expect(await desk.bifocal(['--json'])).toBe(0);
  expect(server.heads).toEqual([]);
  expect(desk.reading().missing.map(({ code }) => code)).toContain('SOURCE_REFUSED');
});

test('offline there is one line and the reading from history', async () => {
  using desk = new Desk(REMOTE, NOWHERE);
  expect(await desk.bifocal([], ['y'])).toBe(0);
  expect([desk.asked, desk.printed.length]).toEqual([[PUBLIC], 1]);
  expect(desk.warned).toMatch(/acme\/kettle could not be reached: ECONNREFUSED\. Check the network/);
  expect(desk.took).toBeLessThan(10_000);
  expect(await desk.bifocal(['--issues'], null)).toBe(0);
  expect([desk.printed.length, desk.printed[0]?.includes('could not be reached')]).toEqual([1, true]);
});

test('a network that never answers is left within ten seconds', async () => {
  let calledAt = 0;
  const never: Answering = (...exchange) => {
    calledAt ||= performance.now();
    silent(...exchange);
  };
  await using server = await openFaultServer({ '*': never });
  using desk = new Desk(REMOTE, server.url);
  expect(await desk.bifocal([], ['y'])).toBe(0);
  expect(performance.now() - calledAt).toBeLessThan(10_000);
  expect([desk.printed.length, desk.warned.includes('could not be reached: no answer within 6 s')]).toEqual([1, true]);
});

test('with the limit used up it is said until when, and the next run reads on', async () => {
  const world = new GithubWorld();
  world.remaining = 0;
  await using server = await serve(world);
  using desk = new Desk(REMOTE, server.url);
  await desk.bifocal([], ['y']);
  expect([desk.asked, desk.printed.length]).toEqual([[PUBLIC], 1]);
  expect(desk.warned).toContain(
    'allows no more calls until 14:20 UTC. What was read is kept, and the next run goes on.',
  );
  world.remaining = 60;
  await desk.bifocal(['--json'], ['y']);
  expect([desk.asked, desk.reading().evidence.feedback]).toEqual([[], 4]);
});

test('a limit on the way gives the fuller reading with what was read, and says the rest', async () => {
  const world = new GithubWorld();
  world.remaining = 3;
  await using server = await serve(world);
  using desk = new Desk(REMOTE, server.url);
  await desk.bifocal([], ['y']);
  expect(desk.printed).toHaveLength(2);
  expect(desk.printed[1]).toContain('allows no more calls until 14:20 UTC');
});

test('a repository and saved files are targets beside a history', async () => {
  await using server = await serve(new GithubWorld());
  using desk = new Desk(null, server.url);
  await desk.bifocal(['.', 'github:acme/kettle', '--json']);
  expect(desk.reading().evidence.feedback).toBe(4);
  using other = new Desk(REMOTE, NOWHERE);
  const row = (number: number) => ({
    ...{ number, title: 'Lid', body: '', createdAt: '2026-03-01T00:00:00Z', comments: [], author: { login: 'bo' } },
    url: `https://github.com/acme/kettle/issues/${number}`,
  });
  writeFileSync(join(other.world.folder, 'one.json'), JSON.stringify([row(1)]));
  writeFileSync(join(other.world.folder, 'two.json'), JSON.stringify([row(2)]));
  await other.bifocal(['.', 'one.json', 'two.json', '--json']);
  expect(other.reading().evidence.feedback).toBe(2);
  await other.bifocal([], ['y']);
  expect([other.asked, other.printed.length]).toEqual([[], 1]);
  expect(await other.bifocal(['github:kettle'])).toBe(2);
});
