/** GitHub as a source: the contract over a tape and over saved files, then what is peculiar to it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Http } from '#core/source.ts';
import { sourceContract, type World } from '../../../test/contracts/source.ts';
import { run } from '../../../test/contracts/source-run.ts';
import { GithubWorld, RESET, readTape } from '../../../test/worlds/github-world.ts';
import { failingHttp } from '../../../test/worlds/taped-http.ts';
import github from './github.ts';

const OPTIONS = { repo: 'Acme/Kettle' };

function openLive(world = new GithubWorld()) {
  return { options: { repo: 'acme/kettle' }, http: world.http(), grow: () => world.grow() };
}

function openFiles(name: string, content: string) {
  const folder = mkdtempSync(join(tmpdir(), 'bifocal-github-'));
  const file = join(folder, name);
  writeFileSync(file, content);
  return { options: { file }, close: () => rmSync(folder, { recursive: true }) };
}

const worlds: World[] = [
  { name: 'the taped API', open: () => openLive() },
  {
    name: 'a saved list of the API',
    open: () => openFiles('issues.json', JSON.stringify([...readTape().issues, ...readTape().comments])),
  },
  {
    name: 'a repository that is not public',
    fails: 'NOT_PUBLIC',
    open() {
      const world = new GithubWorld();
      world.token = 'secret';
      return { options: OPTIONS, http: world.http() };
    },
  },
  {
    name: 'a limit that is used up',
    fails: 'LIMIT_USED_UP',
    open() {
      const world = new GithubWorld();
      world.remaining = 0;
      return { options: OPTIONS, http: world.http() };
    },
  },
  {
    name: 'a file of something else',
    fails: 'FILE_NOT_WHAT_IT_CLAIMS',
    open: () => openFiles('menu.json', '[{"tea":"green"}]'),
  },
];

sourceContract(github, worlds);

/** A repository of many threads, a day apart, with so many comments each a day later. */
function busy(threads: number, replies = 1): GithubWorld {
  const [issue] = readTape().issues;
  const [comment] = readTape().comments;
  const day = (number: number) => new Date(Date.UTC(2020, 0, number)).toISOString().replace('.000', '');
  const numbers = Array.from({ length: threads }, (_, at) => at + 1);
  const url = 'https://api.github.com/repos/acme/kettle/issues';
  return new GithubWorld({
    ...{ repository: 'acme/kettle', at: '2026-03-27T12:00:00Z', events: [], releases: [] },
    issues: numbers.map((number) => {
      const times = { created_at: day(number), updated_at: day(number + 1), closed_at: null, state: 'open' };
      return {
        ...issue,
        ...times,
        id: number,
        number,
        comments: replies,
        html_url: `https://github.com/acme/kettle/issues/${number}`,
      };
    }),
    comments: numbers.flatMap((number) => {
      const times = { created_at: day(number + 1), updated_at: day(number + 1) };
      const ids = Array.from({ length: replies }, (_, at) => 10_000 + number * replies + at);
      return ids.map((id) => ({ ...comment, ...times, id, issue_url: `${url}/${number}` }));
    }),
  });
}

test('a small repository costs a call for each list, and nothing new costs two', async () => {
  const world = new GithubWorld();
  const first = await run(github, openLive(world));
  expect(world.asked).toEqual([
    '/repos/acme/kettle/issues?state=all&sort=updated&direction=desc&per_page=100',
    '/repos/acme/kettle/releases?per_page=100',
    '/repos/acme/kettle/issues/events?per_page=100',
    '/repos/acme/kettle/issues/comments?sort=updated&direction=desc&per_page=100',
  ]);
  world.asked.length = 0;
  const second = await run(github, openLive(world), { cursor: first.cursor });
  expect(world.asked).toHaveLength(2);
  expect([first.missing, second.items]).toEqual([[], []]);
});

test('rows are what the evidence of voices says', async () => {
  const { items } = await run(github, openLive());
  const row = (id: string) => items.find(({ externalId }) => externalId === id);
  expect(row('issue/1')).toMatchObject({
    ...{ kind: 'feedback', type: 'issue', origin: 'github:acme/kettle', threadId: '1' },
    ...{ author: { space: 'github.com', handle: 'bo-brews' }, at: Date.parse('2026-01-10T06:12:03Z') },
    ...{ title: 'Whistle is too loud at night', url: 'https://github.com/acme/kettle/issues/1' },
    data: {
      ...{ number: 1, labels: ['sound', 'asked'], state: 'closed', reason: 'completed', side: 'outsider' },
      ...{ closedAt: Date.parse('2026-02-02T09:30:00Z'), association: 'NONE', votes: 17, comments: 2, commentsSeen: 2 },
    },
  });
  expect(row('pull/2')).toMatchObject({
    kind: 'change',
    data: { mergedAt: Date.parse('2026-02-02T09:29:58Z'), draft: 0 },
  });
  expect(row('comment/501')).toMatchObject({ kind: 'reply', threadId: '1', data: { side: 'maker', on: 'issue' } });
  expect(row('closed/5')).toMatchObject({
    author: { handle: 'stale[bot]' },
    data: { side: 'bot', reason: 'not_planned' },
  });
  expect(row('event/9006')?.data).toMatchObject({
    side: 'maker',
    by: { commit: '7638417db6d59f3c431d3e1f261cc637155684cd' },
  });
  expect(row('event/9004')).toMatchObject({ type: 'merged', data: { side: 'maker' } });
  expect(row('release/v1.2.0-rc.1')).toMatchObject({
    version: '1.2.0-rc.1',
    title: 'v1.2.0-rc.1',
    data: { pre: 1, draft: 0 },
  });
  expect(items.filter(({ type }) => type === 'published')).toHaveLength(2);
  expect(row('issue/5')?.author).toBe(null);
  expect(row('pull/4')?.data?.side).toBe('bot');
});

test('of a busy repository the newest threads are whole, within 40 calls, and the rest is said', async () => {
  const world = busy(2_600, 3);
  const { items, missing } = await run(github, openLive(world));
  expect(world.asked.length).toBe(40);
  const issues = items.filter(({ type }) => type === 'issue').map(({ data }) => data);
  expect(issues.map((data) => data?.number)).toEqual(Array.from({ length: 1_000 }, (_, at) => 1_601 + at));
  const whole = issues.filter((data) => data?.commentsSeen === data?.comments);
  expect(whole.length).toBeGreaterThan(800);
  expect(whole.at(-1)?.number).toBe(2_600);
  expect(whole[0]?.number).toBe(2_601 - whole.length);
  expect(missing.map(({ because }) => because)).toEqual([
    'Only the newest 1,000 issues and pull requests of github.com/acme/kettle were read, back to 2024-05-19.',
    expect.stringMatching(
      /^Comments of github.com\/acme\/kettle were read back to 2024-\d\d-\d\d; no thread is called/,
    ),
  ]);
});

test('silence is never claimed of a thread whose comments were not all read', async () => {
  const world = busy(300);
  world.remaining = 8;
  const { items, missing } = await run(github, openLive(world));
  const read = new Set(items.filter(({ kind }) => kind === 'reply').map(({ threadId }) => threadId));
  const issues = items.filter(({ type }) => type === 'issue');
  expect(issues).toHaveLength(200);
  for (const { data, threadId } of issues) expect(data?.commentsSeen).toBe(read.has(threadId ?? '') ? 1 : 0);
  expect(read.size).toBeLessThan(300);
  expect(world.asked.length).toBeLessThanOrEqual(8);
  expect(missing.map(({ code }) => code)).toContain('LIMIT_USED_UP');
});

test('with a token the comments of all thousand are read, in far fewer than 400 calls', async () => {
  const world = busy(2_600, 3);
  world.limit = world.remaining = 5_000;
  const { items } = await run(github, openLive(world));
  expect(items.every(({ data }) => data?.commentsSeen === data?.comments)).toBe(true);
  expect(world.asked.length).toBeLessThan(60);
});

test('a limit on the way keeps what was read, tells when it is lifted, and the next run reads the rest', async () => {
  const world = busy(300);
  world.remaining = 6;
  const first = await run(github, openLive(world));
  expect(first.items.length).toBeGreaterThan(0);
  expect(first.missing[0]).toEqual({
    source: 'github',
    code: 'LIMIT_USED_UP',
    because: 'github.com/acme/kettle allows no more calls until 14:20 UTC.',
    remedy: 'What was read is kept, and the next run goes on. A token in GITHUB_TOKEN raises the limit.',
  });
  world.remaining = 60;
  const second = await run(github, openLive(world), { cursor: first.cursor });
  const whole = await run(github, openLive(world));
  expect(second.items).toEqual(whole.items);
  expect(second.missing).toEqual([]);
});

test('a limit on the way to what is new loses nothing: it is read by the next run', async () => {
  const world = new GithubWorld();
  const first = await run(github, openLive(world));
  world.grow();
  world.remaining = 2;
  const second = await run(github, openLive(world), { cursor: first.cursor });
  expect(second.items.find(({ externalId }) => externalId === 'issue/3')?.data).toMatchObject({
    comments: 1,
    commentsSeen: 0,
  });
  world.remaining = 60;
  const third = await run(github, openLive(world), { cursor: second.cursor });
  expect(third.items.find(({ externalId }) => externalId === 'issue/3')?.data).toMatchObject({
    comments: 1,
    commentsSeen: 1,
  });
  expect(third.items.map(({ externalId }) => externalId)).toContain('comment/505');
});

test('a server that asks for a little patience gets it once, one that asks for more is left', async () => {
  const world = new GithubWorld();
  world.failOnce(/events/, 429, { 'retry-after': '0' });
  expect((await run(github, openLive(world))).missing).toEqual([]);
  world.failOnce(/events/, 403, { 'retry-after': '600' }, '{"message":"You have exceeded a secondary rate limit."}');
  const { missing, items } = await run(github, openLive(world));
  expect(missing[0]?.because).toBe('github.com/acme/kettle allows no more calls until 12:10 UTC.');
  expect(items.some(({ type }) => type === 'issue')).toBe(true);
});

test('a failure on the way keeps what was read and is said by its code', async () => {
  for (const [status, code] of [
    [500, 'SOURCE_UNREACHABLE'],
    [403, 'SOURCE_REFUSED'],
    [401, 'SOURCE_REFUSED'],
  ] as const) {
    const world = new GithubWorld();
    world.failOnce(/comments/, status);
    const { items, missing, cursor } = await run(github, openLive(world));
    expect([missing[0]?.code, items.some(({ kind }) => kind === 'reply')]).toEqual([code, false]);
    const second = await run(github, openLive(world), { cursor });
    expect(second.items.some(({ kind }) => kind === 'reply')).toBe(true);
    expect(second.missing).toEqual([]);
  }
});

test('issues that are switched off, pages that are not turned and answers that are no list are told', async () => {
  const off = new GithubWorld();
  off.failOnce(/sort=updated/, 410);
  expect((await run(github, openLive(off))).missing[0]?.because).toBe(
    'Issues are switched off at github.com/acme/kettle.',
  );
  const cut = busy(250);
  cut.failOnce(/comments.*page=2/, 422);
  const { missing } = await run(github, openLive(cut));
  expect(missing[0]?.because).toMatch(/^Comments of github.com\/acme\/kettle were read back to 2020-/);
  const page = new GithubWorld();
  page.failOnce(/comments/, 200, {}, '<html>Sign in to the hotel network</html>');
  expect((await run(github, openLive(page))).missing[0]?.because).toContain('it answered something else than a list');
});

test('more news than a round holds is a new beginning', async () => {
  const world = busy(1_300);
  const first = await run(github, openLive(world));
  world.remaining = 60;
  const cursor = JSON.stringify({ ...JSON.parse(first.cursor ?? ''), since: 0, etag: null });
  const second = await run(github, openLive(world), { cursor });
  expect(second.items).toEqual(first.items);
});

test('a token that comes later reads what forty calls did not', async () => {
  const world = busy(1_000);
  const chatty: Http = world.http();
  world.remaining = 24;
  const first = await run(github, { options: OPTIONS, http: chatty });
  world.limit = world.remaining = 5_000;
  const second = await run(github, { options: OPTIONS, http: chatty }, { cursor: first.cursor });
  expect(second.missing).toEqual([]);
  expect(second.items.filter(({ kind }) => kind === 'reply')).toHaveLength(1_000);
});

test('an Enterprise server has an origin and handles of its own', async () => {
  const world = new GithubWorld();
  const api = 'https://github.example.org/api/v3';
  const { items } = await run(github, { options: { repo: 'acme/kettle', api }, http: world.http(api) });
  expect(items[0]).toMatchObject({
    origin: 'github:github.example.org/acme/kettle',
    author: { space: 'github.example.org' },
  });
});

test('a first call that fails fails the gather, and the hour of the limit is in words', async () => {
  await expect(run(github, { options: OPTIONS, http: failingHttp('SOURCE_UNREACHABLE', 'ENOTFOUND') })).rejects.toThrow(
    'could not be reached: ENOTFOUND',
  );
  const world = new GithubWorld();
  world.remaining = 0;
  const error = await run(github, openLive(world)).catch((reason: Error) => reason);
  expect((error as Error).message).toBe('github.com/acme/kettle allows no more calls until 14:20 UTC.');
  expect(RESET).toBe(Date.parse('2026-03-27T14:20:00Z'));
});
