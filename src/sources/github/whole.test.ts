/** Everything of a repository, over the wire from a server that stumbles, limits, reorders and changes while it is read. */
import { expect, test } from 'vitest';
import { openHttp } from '#engine/http.ts';
import { type OpenWorld, run } from '../../../test/contracts/source-run.ts';
import { openFaultServer, status } from '../../../test/worlds/fault-server.ts';
import { wholeWorld } from '../../../test/worlds/github-whole.ts';
import github from './github.ts';

const PATIENT = {
  ...github,
  gather: (one: Parameters<typeof github.gather>[0]) => github.gather({ ...one, patient: true }),
};

function opened(api: string): OpenWorld {
  const http = openHttp({ allowPrivate: true, fetchedAt: () => 42, limits: { tries: 1, backOffMs: 5 } });
  return { options: { repo: 'acme/kettle', api }, http };
}

test('issues with all their comments, reactions and happenings, releases and discussions', async () => {
  const world = wholeWorld(30, { every: 0, changing: false });
  await using server = await openFaultServer({ '*': world.answer });
  const { items, missing, observedUntil } = await run(PATIENT as never, opened(server.url));
  expect(missing).toEqual([]);
  const count = (type: string) => items.filter((item) => item.type === type).length;
  expect(['issue', 'discussion', 'published', 'deployment'].map(count)).toEqual([30, 1, 1, 2]);
  expect([count('reacted'), count('labelled')]).toEqual([30, 30]);
  const long = items.find(({ externalId }) => externalId === 'issue/4');
  expect(long?.data).toMatchObject({ comments: 101, commentsSeen: 101 });
  expect(items.filter(({ threadId, type }) => threadId === '4' && type === 'comment')).toHaveLength(101);
  // By the platform's own clock, however wrong the one here is.
  expect(observedUntil).toBeGreaterThan(Date.now() + 6 * 3_600_000);
});

test('a second gather asks only for what changed, and meets an edited comment', async () => {
  const world = wholeWorld(250, { every: 0, changing: false });
  await using server = await openFaultServer({ '*': world.answer });
  const first = await run(PATIENT as never, opened(server.url));
  const before = world.asked.length;
  const quiet = await run(PATIENT as never, opened(server.url), { cursor: first.cursor });
  expect(quiet.items.filter(({ type }) => type === 'issue')).toEqual([]);
  expect(world.asked.length - before).toBeLessThanOrEqual(6);
});

test('limits, stumbles, cut answers, repeats and reordered pages change nothing of what is read', async () => {
  const calm = wholeWorld(230, { every: 0, changing: false });
  await using one = await openFaultServer({ '*': calm.answer });
  const rough = wholeWorld(230, { every: 5, changing: false });
  await using other = await openFaultServer({ '*': rough.answer });
  const wanted = await run(PATIENT as never, opened(one.url));
  const got = await run(PATIENT as never, opened(other.url));
  expect(got.items.map(({ externalId }) => externalId)).toEqual(wanted.items.map(({ externalId }) => externalId));
  expect(got.missing).toEqual([]);
});

test('an edited comment and a deleted issue are as they are in the end', async () => {
  const world = wholeWorld(230, { every: 0, changing: true });
  await using server = await openFaultServer({ '*': world.answer });
  const { items } = await run(PATIENT as never, opened(server.url));
  const last = new Map(items.map((item) => [item.externalId, item]));
  expect(last.get('comment/4000')?.body).toBe('Edited between two pages');
  expect(last.get('issue/229')?.gone ?? true).toBe(true);
  expect([...last.values()].filter(({ type, gone }) => type === 'issue' && gone !== true)).toHaveLength(229);
});

test('the first gather says beforehand what it takes, and a stopped one goes on at its last page', async () => {
  const world = wholeWorld(250, { every: 0, changing: false });
  await using server = await openFaultServer({ '*': world.answer });
  const open = opened(server.url);
  const said: string[] = [];
  const told = {
    ...PATIENT,
    gather: (one: Parameters<typeof github.gather>[0]) =>
      PATIENT.gather({ ...one, estimate: (s) => void said.push(s) }),
  };
  const marks: string[] = [];
  const whole = await run(told as never, open, {
    onBatch: ({ resume }) => void (resume !== undefined && marks.push(resume)),
  });
  expect(said).toEqual([
    expect.stringMatching(
      /^acme\/kettle: 250 issues and pull requests, 1 discussion, 1 release\. About 18 calls, 1 min\./,
    ),
  ]);
  const rest = await run(told as never, open, { cursor: marks[1] as string });
  const later = rest.items.filter(({ type }) => type === 'issue');
  expect(later.length).toBeGreaterThan(0);
  expect(later.length).toBeLessThan(100);
  expect(rest.cursor).toBe(whole.cursor);
  expect(said).toHaveLength(1);
});

test('without a token it is a sample, as before', async () => {
  const world = wholeWorld(5, { every: 0, changing: false });
  await using server = await openFaultServer({ '/graphql': status(401), '*': world.answer });
  const { items } = await run(PATIENT as never, opened(server.url));
  expect(items.filter(({ type }) => type === 'issue')).toHaveLength(5);
});

test('without patience a limit ends it: what was read is kept, known until there, and the next gather goes on', async () => {
  const world = wholeWorld(230, { every: 0, changing: false });
  let calls = 0;
  await using server = await openFaultServer({
    '*': (request, response) => {
      calls += 1;
      if (calls > 45 && calls < 50)
        status(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '9999999999' })(request, response);
      else world.answer(request, response);
    },
  });
  const first = await run(PATIENT as never, opened(server.url));
  expect(first.missing[0]?.code).toBe('LIMIT_USED_UP');
  expect(first.observedUntil).toBeLessThan(Date.now());
  calls = 100;
  const second = await run(PATIENT as never, opened(server.url), { cursor: first.cursor });
  const issues = new Set(
    [...first.items, ...second.items].flatMap(({ type, externalId }) => (type === 'issue' ? externalId : [])),
  );
  expect(issues.size).toBe(230);
});
