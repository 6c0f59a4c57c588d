/** Jira as a source: the contract over a server and the cloud as they document themselves, then what is peculiar to them. */
import { expect, test } from 'vitest';
import type { Gathering } from '#core/source.ts';
import { openHttp } from '#engine/http.ts';
import { sourceContract } from '../../../test/contracts/source.ts';
import { run } from '../../../test/contracts/source-run.ts';
import { openFaultServer } from '../../../test/worlds/fault-server.ts';
import { JiraWorld } from '../../../test/worlds/jira-world.ts';
import { answeringOf, portOf } from '../../../test/worlds/live-world.ts';
import jira from './jira.ts';
import { originOf, placeNamed, placeOfAddress } from './place.ts';

const SERVER = { site: 'https://issues.acme.example/jira', key: 'KET' };
const CLOUD = { site: 'https://acme.atlassian.net', key: 'KET' };
const PATIENT = { ...jira, gather: (one: Gathering<never>) => jira.gather({ ...one, patient: true }) };
const opened = (site: string) => ({
  options: { site, key: 'KET' },
  http: openHttp({ allowPrivate: true, fetchedAt: () => 42, limits: { tries: 1, backOffMs: 5 } }),
});
const LIMITS = 'x-ratelimit';

sourceContract(jira, [
  {
    name: 'a server',
    open: () => {
      const world = new JiraWorld({ issues: 13 });
      return { options: SERVER, http: portOf(world), grow: () => world.grow() };
    },
  },
  {
    name: 'the cloud',
    open: () => {
      const world = new JiraWorld({ issues: 60, cloud: true });
      return { options: CLOUD, http: portOf(world), grow: () => world.grow() };
    },
  },
  {
    name: 'a project that is not public',
    open: () => ({ options: { ...SERVER, key: 'SECRET' }, http: portOf(new JiraWorld({ issues: 1 })) }),
    fails: 'NOT_PUBLIC',
  },
]);

test('an issue carries how it stands, what fixed it and what it repeats; its history who closed it', async () => {
  for (const [options, cloud] of [
    [SERVER, false],
    [CLOUD, true],
  ] as const) {
    const { items, missing } = await run(jira, { options, http: portOf(new JiraWorld({ issues: 9, cloud })) });
    expect(missing).toEqual([]);
    const of = (id: string) => items.find(({ externalId }) => externalId === id);
    const fixVersions = [{ name: '1.0', at: Date.UTC(2026, 1, 1) }];
    expect(of('KET-8')).toMatchObject({
      version: '0.9',
      data: { state: 'closed', reason: 'Fixed', fixVersions, duplicateOf: 'KET-4', votes: 3 },
    });
    expect(of('event/81')).toMatchObject({
      type: 'closed',
      threadId: 'KET-8',
      data: { side: 'maker', reason: 'Fixed' },
    });
    expect(of('event/82')).toBeUndefined();
    expect(of('KET-5')).toBeUndefined();
    // The list of the cloud gives twenty comments of the forty-five; one was written for colleagues.
    expect(of('KET-6')?.data).toMatchObject({ comments: 45, commentsSeen: 45 });
    expect(items.filter(({ threadId, kind }) => threadId === 'KET-6' && kind === 'reply')).toHaveLength(44);
    expect(items.filter(({ kind }) => kind === 'release').map(({ version }) => version)).toEqual(['1.0']);
    expect(of('KET-2')?.data?.side).toBe(cloud ? 'outsider' : 'unknown');
  }
});

test('what was resolved and taken up again is open, and both turns are told', async () => {
  const world = new JiraWorld({ issues: 9 });
  world.grow();
  const { items } = await run(jira, { options: SERVER, http: portOf(world) });
  expect(items.find(({ externalId }) => externalId === 'KET-4')?.data).toMatchObject({ state: 'open', closedAt: null });
  expect(items.flatMap(({ type, kind, threadId }) => (kind === 'event' && threadId === 'KET-4' ? type : []))).toEqual([
    'closed',
    'reopened',
  ]);
});

test('limits, stumbles and cut answers change nothing of what is read, and a deletion between two pages skips nobody', async () => {
  for (const cloud of [false, true]) {
    const rough = answeringOf(new JiraWorld({ issues: 190, cloud }), { every: 6, limits: LIMITS, changesAfter: 8 });
    await using server = await openFaultServer({ '*': rough.answer });
    const { items, observedUntil } = await run(PATIENT as never, opened(server.url));
    const issues = new Set(items.flatMap(({ type, externalId }) => (type === 'issue' ? externalId : [])));
    for (let number = 4; number <= 190; number += 1)
      if (number !== 5) expect(issues, `KET-${number}`).toContain(`KET-${number}`);
    expect(observedUntil).toBeGreaterThan(Date.now() + 6 * 3_600_000);
  }
});

test('a mark of the cloud that has expired begins anew', async () => {
  const world = new JiraWorld({ issues: 120, cloud: true });
  const place = { behind: 50, last: 'KET-50', mark: 'expired' };
  const cursor = JSON.stringify({ version: 1, step: 'issues', began: 1, anew: true, since: 0, place, reached: 0 });
  const { items } = await run(jira, { options: CLOUD, http: portOf(world) }, { cursor });
  expect(items.filter(({ type }) => type === 'issue')).toHaveLength(119);
});

test('a project is named by host and key, or by any address of it', () => {
  expect(placeNamed('jira:acme.atlassian.net/KET', null)).toMatchObject({
    site: 'https://acme.atlassian.net',
    key: 'KET',
  });
  expect(placeNamed('jira:KET', 'https://issues.acme.example/jira')).toMatchObject({ key: 'KET' });
  expect(placeNamed('jira:KET', null)).toBeNull();
  for (const address of [
    'https://issues.acme.example/jira/browse/KET-12',
    'https://issues.acme.example/jira/projects/KET/issues',
    'https://issues.acme.example/jira/browse/KET',
  ]) {
    const place = placeOfAddress(address);
    expect(place && originOf(place), address).toBe('jira:issues.acme.example/jira/KET');
  }
  expect(placeOfAddress('https://acme.atlassian.net/jira/software/c/projects/KET/boards/1')).toMatchObject({
    site: 'https://acme.atlassian.net',
    key: 'KET',
  });
  for (const other of [
    'https://example.org/browse/',
    'https://example.org/projects/kettle',
    'https://example.org/KET-12',
  ])
    expect(placeOfAddress(other)).toBeNull();
});
