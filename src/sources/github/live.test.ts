/** The live API through the real port of the network, against a local server that answers well and badly. */
import { expect, test } from 'vitest';
import { openHttp } from '#engine/http.ts';
import { run } from '../../../test/contracts/source-run.ts';
import { type Answering, cutOff, inTurn, openFaultServer, silent, status } from '../../../test/worlds/fault-server.ts';
import { GithubWorld } from '../../../test/worlds/github-world.ts';
import github from './github.ts';

const ISSUES = '/repos/acme/kettle/issues';
const COMMENTS = '/repos/acme/kettle/issues/comments';

/** As the engine opens it, but quick to lose patience and allowed to reach the local server. */
function opened(api: string) {
  const limits = { headMs: 300, wholeMs: 600, backOffMs: 5, patienceMs: 200 };
  return { options: { repo: 'acme/kettle', api }, http: openHttp({ allowPrivate: true, fetchedAt: () => 42, limits }) };
}

async function served(world: GithubWorld, faults: Readonly<Record<string, Answering>> = {}) {
  return openFaultServer({ ...faults, '*': world.serve() });
}

test('a tape over the wire gives the same rows as without one', async () => {
  const world = new GithubWorld();
  await using server = await served(world);
  const wired = await run(github, opened(server.url));
  const direct = await run(github, { options: { repo: 'acme/kettle' }, http: new GithubWorld().http() });
  expect(wired.items.map(({ externalId }) => externalId)).toEqual(direct.items.map(({ externalId }) => externalId));
  expect(server.heads[0]).toMatchObject({
    accept: 'application/vnd.github+json',
    'x-github-api-version': '2022-11-28',
  });
});

test('an unchanged first page is a 304, and nothing more is asked but for releases', async () => {
  const world = new GithubWorld();
  await using server = await served(world);
  const first = await run(github, opened(server.url));
  const before = server.asked.length;
  const second = await run(github, opened(server.url), { cursor: first.cursor });
  expect(second.items).toEqual([]);
  expect(server.asked.slice(before)).toHaveLength(2);
  expect(server.heads.at(-2)?.['if-none-match']).toMatch(/^W\//);
});

test('a server that stumbles once is asked again', async () => {
  const world = new GithubWorld();
  await using server = await served(world, { [COMMENTS]: inTurn(status(500), cutOff('[{"id"'), world.serve()) });
  const { items, missing } = await run(github, opened(server.url));
  expect(missing).toEqual([]);
  expect(items.filter(({ kind }) => kind === 'reply')).toHaveLength(4);
});

test('what never answers or never ends is unreachable, and what came before is kept', async () => {
  for (const fault of [silent, cutOff('[')]) {
    const world = new GithubWorld();
    await using server = await served(world, { [COMMENTS]: fault });
    const { items, missing } = await run(github, opened(server.url));
    expect(missing[0]?.code).toBe('SOURCE_UNREACHABLE');
    expect(items.some(({ type }) => type === 'issue')).toBe(true);
  }
});

test('the limit as the platform tells it: 403 without calls left, 429 with a time to wait', async () => {
  const reset = { 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1774620000' };
  for (const [answer, until] of [
    [status(403, reset), 'until 14:00 UTC'],
    [status(429, { 'retry-after': '7200' }), 'until 02:01 UTC'],
    [status(429), 'for now'],
  ] as const) {
    await using server = await served(new GithubWorld(), { [ISSUES]: answer });
    const error = await run(github, opened(server.url)).catch((reason: Error) => reason);
    expect((error as Error).message).toBe(
      `${server.url.slice('http://'.length)}/acme/kettle allows no more calls ${until}.`,
    );
    expect(server.asked).toHaveLength(1);
  }
});

test('a repository that was renamed is followed', async () => {
  const answer = new GithubWorld().serve();
  const moved: Answering = (request, response) => {
    const path = request.url ?? '';
    if (path.startsWith('/old/')) response.writeHead(301, { location: path.slice('/old'.length) }).end();
    else answer(request, response);
  };
  await using server = await openFaultServer({ '*': moved });
  const { items } = await run(github, opened(`${server.url}/old`));
  expect(items.map(({ externalId }) => externalId)).toEqual(expect.arrayContaining(['issue/1', 'comment/501']));
});
