/** GitLab as a source: the contract over a project as it documents itself, then what is peculiar, then a server at its worst. */
import { expect, test } from 'vitest';
import type { Gathering } from '#core/source.ts';
import { openHttp } from '#engine/http.ts';
import { sourceContract } from '../../../test/contracts/source.ts';
import { run } from '../../../test/contracts/source-run.ts';
import { openFaultServer, status } from '../../../test/worlds/fault-server.ts';
import { GitlabWorld } from '../../../test/worlds/gitlab-world.ts';
import { answeringOf, portOf } from '../../../test/worlds/live-world.ts';
import gitlab from './gitlab.ts';
import { originOf, projectNamed, projectOfAddress } from './project.ts';

const OPTIONS = { project: 'acme/home/kettle' };
const PATIENT = { ...gitlab, gather: (one: Gathering<never>) => gitlab.gather({ ...one, patient: true }) };
const opened = (site: string) => ({
  options: { ...OPTIONS, site },
  http: openHttp({ allowPrivate: true, fetchedAt: () => 42, limits: { tries: 1, backOffMs: 5 } }),
});
const LIMITS = 'ratelimit';

sourceContract(gitlab, [
  {
    name: 'a project that everybody may read',
    open: () => {
      const world = new GitlabWorld({ issues: 16 });
      return { options: OPTIONS, http: portOf(world), grow: () => world.grow() };
    },
  },
  {
    name: 'a project as its members see it',
    open: () => ({ options: OPTIONS, http: portOf(new GitlabWorld({ issues: 9, token: true })) }),
  },
  {
    name: 'a project that is not public',
    open: () => ({ options: { project: 'acme/secret' }, http: portOf(new GitlabWorld({ issues: 1 })) }),
    fails: 'NOT_PUBLIC',
  },
  {
    name: 'a limit that is used up',
    open: () => ({
      options: OPTIONS,
      http: portOf({ serve: () => ({ status: 429, headers: { 'retry-after': '60' }, body: {} }) }),
    }),
    fails: 'LIMIT_USED_UP',
  },
]);

test('who speaks is told by membership, and by what only members may do', async () => {
  const seen = await run(gitlab, { options: OPTIONS, http: portOf(new GitlabWorld({ issues: 9, token: true })) });
  const side = (id: string) => seen.items.find(({ externalId }) => externalId === id)?.data?.side;
  expect([side('issue/1'), side('note/1000'), side('note/2001'), side('event/issue/40')]).toEqual([
    'outsider',
    'maker',
    'outsider',
    'maker',
  ]);
  expect(seen.missing).toEqual([]);
  const unseen = await run(gitlab, { options: OPTIONS, http: portOf(new GitlabWorld({ issues: 9 })) });
  const without = (id: string) => unseen.items.find(({ externalId }) => externalId === id)?.data?.side;
  expect([without('issue/1'), without('note/1000'), without('event/issue/40')]).toEqual([
    'unknown',
    'unknown',
    'maker',
  ]);
  expect(unseen.missing[0]?.because).toContain('Who the members of gitlab.com/acme/home/kettle are');
});

test('threads carry what was said, how they ended, and what ended them', async () => {
  const { items } = await run(gitlab, { options: OPTIONS, http: portOf(new GitlabWorld({ issues: 9 })) });
  const of = (id: string) => items.find(({ externalId }) => externalId === id);
  expect(of('issue/5')?.data).toMatchObject({ comments: 101, commentsSeen: 101, state: 'open', votes: 0 });
  // One of the hundred and one is written for colleagues, one by the platform itself.
  expect(items.filter(({ threadId, type }) => threadId === '5' && type === 'comment')).toHaveLength(100);
  expect(of('issue/8')?.data).toMatchObject({ state: 'closed', duplicateOf: '4' });
  expect(of('event/issue/40')?.data).toMatchObject({ by: { pull: '!1' } });
  expect(of('merge/1')).toMatchObject({ kind: 'change', threadId: '!1', data: { mergeSha: 'a'.repeat(40) } });
  expect(of('issue/3')).toMatchObject({ author: null, data: { side: 'outsider' } });
  expect(of('issue/6')).toBeUndefined();
  expect(of('release/v1.1.0-rc.1')?.data).toMatchObject({ pre: 1 });
});

test('limits, stumbles, cut answers, repeats and reordered pages change nothing of what is read', async () => {
  const calm = answeringOf(new GitlabWorld({ issues: 130 }), { every: 0, limits: LIMITS });
  const rough = answeringOf(new GitlabWorld({ issues: 130, changing: true }), { every: 30, limits: LIMITS });
  await using one = await openFaultServer({ '*': calm.answer });
  const wanted = await run(PATIENT as never, opened(one.url));
  await using other = await openFaultServer({ '*': rough.answer });
  const got = await run(PATIENT as never, opened(other.url));
  const names = (heard: typeof got) => [...new Set(heard.items.map(({ externalId }) => externalId))].sort();
  expect(names(got)).toEqual(names(wanted));
  expect(got.missing.map(({ code }) => code)).toEqual(['NOT_COLLECTED']);
  // By the service's own clock, however wrong the one here is.
  expect(got.observedUntil).toBeGreaterThan(Date.now() + 6 * 3_600_000);
});

test('an edited note and a deleted issue are as they are in the end', async () => {
  const live = answeringOf(new GitlabWorld({ issues: 230 }), { every: 0, limits: LIMITS, changesAfter: 9 });
  await using server = await openFaultServer({ '*': live.answer });
  const { items, replaces } = await run(PATIENT as never, opened(server.url));
  const last = new Map(items.map((item) => [item.externalId, item]));
  expect(last.get('note/5000')?.body).toBe('Edited between two pages');
  expect(last.get('issue/229')?.gone ?? true).toBe(true);
  expect(replaces).toContainEqual({ origin: expect.stringContaining('acme/home/kettle'), type: 'issue' });
});

test('the first gather says beforehand what it takes, and a stopped one goes on at its last page', async () => {
  const live = answeringOf(new GitlabWorld({ issues: 230 }), { every: 0, limits: LIMITS });
  await using server = await openFaultServer({ '*': live.answer });
  const said: string[] = [];
  const told = {
    ...PATIENT,
    gather: (one: Gathering<never>) => PATIENT.gather({ ...one, estimate: (s) => void said.push(s) }),
  };
  const marks: string[] = [];
  const whole = await run(told as never, opened(server.url), {
    onBatch: ({ resume }) => void (resume !== undefined && marks.push(resume)),
  });
  expect(said).toEqual([
    expect.stringMatching(/^acme\/home\/kettle: 230 issues, 1 merge request\. About 312 calls, 2 min\./),
  ]);
  const before = live.asked.length;
  const rest = await run(told as never, opened(server.url), { cursor: marks.at(-5) as string });
  expect(live.asked.length - before).toBeLessThan(before / 3);
  expect(rest.cursor?.replace(/"members":\w+/, '')).toBe(whole.cursor?.replace(/"members":\w+/, ''));
  expect(said).toHaveLength(1);
});

test('without patience a limit ends it: what was read is kept, known until there, and the next gather goes on', async () => {
  const live = answeringOf(new GitlabWorld({ issues: 230 }), { every: 0, limits: LIMITS });
  let calls = 0;
  await using server = await openFaultServer({
    '*': (request, response) => {
      calls += 1;
      if (calls > 100 && calls < 104) status(429, { 'retry-after': '600' })(request, response);
      else live.answer(request, response);
    },
  });
  const first = await run(gitlab, opened(server.url));
  expect(first.missing[0]?.code).toBe('LIMIT_USED_UP');
  expect(first.observedUntil).toBeLessThan(Date.now());
  calls = 200;
  const second = await run(PATIENT as never, opened(server.url), { cursor: first.cursor });
  const issues = new Set(
    [...first.items, ...second.items].flatMap(({ type, externalId }) => (type === 'issue' ? externalId : [])),
  );
  // All but the one that is a task of the team.
  expect(issues.size).toBe(229);
});

test('a project is named by its path or by any address below it', () => {
  const named = projectNamed('gitlab:Acme/home/kettle');
  expect(named && originOf(named)).toBe('gitlab:acme/home/kettle');
  for (const address of [
    'https://gitlab.com/acme/home/kettle',
    'https://gitlab.com/acme/home/kettle/-/issues/4',
    'https://gitlab.com/acme/home/kettle.git',
  ]) {
    expect(projectOfAddress(address), address).toMatchObject({ path: 'acme/home/kettle' });
  }
  expect(projectOfAddress('https://git.example.org/a/b/-/issues')).toMatchObject({
    site: 'https://git.example.org',
    path: 'a/b',
  });
  for (const other of ['https://example.org/a/b', 'https://gitlab.com/acme', 'ftp://gitlab.com/a/b'])
    expect(projectOfAddress(other)).toBeNull();
});
