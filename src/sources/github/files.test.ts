/** Saved output of gh, as it really looks: lists of issues and pull requests, pages of the API, packed and in odd encodings. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { run } from '../../../test/contracts/source-run.ts';
import { readTape } from '../../../test/worlds/github-world.ts';
import github from './github.ts';
import { isGithubFile } from './saved.ts';

const folder = mkdtempSync(join(tmpdir(), 'bifocal-gh-'));
afterAll(() => rmSync(folder, { recursive: true }));

function saved(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const URL_OF = 'https://github.com/acme/kettle';

/** One comment as `gh` prints it. */
function comment(number: number, id: number, login: string, authorAssociation: string, body: string) {
  return {
    id: `IC_kwDOABC${id}`,
    author: { login },
    ...{ authorAssociation, body, createdAt: '2026-01-12T11:00:00Z' },
    ...{
      includesCreatedEdit: false,
      isMinimized: false,
      minimizedReason: '',
      reactionGroups: [],
      viewerDidAuthor: false,
    },
    url: `${URL_OF}/issues/${number}#issuecomment-${id}`,
  };
}

const ISSUE = {
  author: { id: 'MDQ6VXNlcjE=', is_bot: false, login: 'bo-brews', name: 'Bo' },
  body: 'Could it whistle more softly?',
  closedAt: '2026-02-02T09:30:00Z',
  closedByPullRequestsReferences: [{ id: 'PR_kw', number: 2, repository: { name: 'kettle' }, url: `${URL_OF}/pull/2` }],
  comments: [comment(1, 501, 'ada-maker', 'MEMBER', 'A softer reed is under way.')],
  createdAt: '2026-01-10T06:12:03Z',
  labels: [{ id: 'LA_kw', name: 'sound', description: '', color: 'ededed' }],
  number: 1,
  reactionGroups: [
    { content: 'THUMBS_UP', users: { totalCount: 14 } },
    { content: 'HEART', users: { totalCount: 3 } },
    { content: 'EYES', users: { totalCount: 5 } },
  ],
  state: 'CLOSED',
  stateReason: 'COMPLETED',
  title: 'Whistle is too loud at night',
  updatedAt: '2026-02-02T09:30:00Z',
  url: `${URL_OF}/issues/1`,
};
const QUIET = {
  ...{
    ...ISSUE,
    number: 3,
    title: 'Lid sticks',
    url: `${URL_OF}/issues/3`,
    comments: [],
    closedAt: null,
    state: 'OPEN',
  },
  ...{ stateReason: '', closedByPullRequestsReferences: [], reactionGroups: [] },
};
const OWN = { ...QUIET, number: 6, url: `${URL_OF}/issues/6`, author: { id: 'x', is_bot: false, login: 'ada-maker' } };
const PULL = {
  ...{
    author: { id: 'y', is_bot: true, login: 'app/dependabot' },
    body: 'Bumps boiler.',
    closedAt: '2026-02-14T04:00:00Z',
  },
  ...{ comments: [], createdAt: '2026-02-14T03:00:00Z', isDraft: false, labels: [], mergedAt: '2026-02-14T04:00:00Z' },
  mergeCommit: { oid: '6dcb09b5b57875f334f61aebed695e2e4193db5e' },
  mergedBy: { id: 'z', is_bot: false, login: 'eve-merges', name: '' },
  ...{ number: 4, state: 'MERGED', title: 'Bump boiler', updatedAt: '2026-02-14T04:00:00Z', url: `${URL_OF}/pull/4` },
};

test('lists of issues and pull requests together', async () => {
  const files = [
    saved('issues.json', JSON.stringify([ISSUE, QUIET, OWN])),
    saved(
      'pulls.json',
      JSON.stringify([PULL, { ...PULL, number: 9, url: `${URL_OF}/pull/9`, author: { login: 'eve-merges' } }]),
    ),
  ];
  const { items, missing, observedUntil } = await run(github, { options: { files } });
  const row = (id: string) => items.find(({ externalId }) => externalId === id);
  expect(row('issue/1')).toMatchObject({
    ...{ kind: 'feedback', origin: 'github:acme/kettle', author: { space: 'github.com', handle: 'bo-brews' } },
    data: {
      ...{ state: 'closed', reason: 'completed', closedAt: Date.parse('2026-02-02T09:30:00Z'), votes: 17 },
      ...{ side: 'outsider', association: null, comments: 1, commentsSeen: 1, labels: ['sound'] },
    },
  });
  expect(row('comment/501')).toMatchObject({ kind: 'reply', threadId: '1', data: { side: 'maker', on: 'issue' } });
  expect(row('closed/1')?.data).toMatchObject({ side: null, by: { pull: 2 } });
  expect(row('issue/3')?.data).toMatchObject({
    state: 'open',
    reason: null,
    comments: 0,
    commentsSeen: 0,
    side: 'outsider',
  });
  expect(row('issue/6')?.data?.side).toBe('maker');
  expect(row('pull/4')).toMatchObject({
    author: { handle: 'dependabot[bot]' },
    data: { side: 'bot', draft: 0, mergeSha: '6dcb09b5b57875f334f61aebed695e2e4193db5e', state: 'closed' },
  });
  expect(row('pull/9')?.data?.side).toBe('maker');
  expect([missing, observedUntil]).toEqual([[], Date.parse('2026-02-14T04:00:00Z')]);
});

test('a list and the API give the same thread the same id', async () => {
  const { items } = await run(github, { options: { file: saved('rest.json', JSON.stringify(readTape().issues)) } });
  const ids = items.map(({ origin, externalId }) => `${origin} ${externalId}`);
  expect(ids).toEqual(expect.arrayContaining(['github:acme/kettle issue/1', 'github:acme/kettle pull/2']));
});

test('a list without comments or authors claims neither silence nor sides', async () => {
  const { comments: _, author: __, ...bare } = ISSUE;
  const { items, missing } = await run(github, { options: { file: saved('bare.json', JSON.stringify([bare])) } });
  expect(items[0]).toMatchObject({ author: null, data: { comments: null, commentsSeen: 0, side: 'unknown' } });
  expect(missing.map(({ because }) => because)).toEqual([
    'The file does not tell the comments of 1 thread; none of them is called unanswered.',
    'The file does not tell who opened 1 thread.',
  ]);
});

test('a thread whose list of comments is full may have more', async () => {
  const hundred = Array.from({ length: 100 }, (_, at) => comment(1, 600 + at, 'bo-brews', 'NONE', 'And me.'));
  const file = saved('full.json', JSON.stringify([{ ...ISSUE, comments: hundred }]));
  const { items } = await run(github, { options: { file } });
  expect(items[0]?.data).toMatchObject({ comments: null, commentsSeen: 100 });
  expect(items[0]?.data?.side).toBe('unknown');
});

test('comments of an old gh have no id, and are told apart by their place in the thread', async () => {
  const { id: _, url: __, ...old } = comment(1, 501, 'ada-maker', 'MEMBER', 'Soon.');
  const file = saved('old.json', JSON.stringify([{ ...ISSUE, comments: [old] }]));
  const { items } = await run(github, { options: { file } });
  expect(items.find(({ kind }) => kind === 'reply')?.externalId).toBe('comment/1.1');
});

test('pages of the API: comments are counted for their threads, whichever file comes first', async () => {
  const { issues, comments, events, releases } = readTape();
  const pages = `${JSON.stringify(issues.slice(0, 3))}${JSON.stringify(issues.slice(3))}`;
  const files = [
    saved('comments.jsonl.gz', gzipSync(comments.map((row) => JSON.stringify(row)).join('\n'))),
    saved('issues-pages.json', pages),
    saved('events.json', JSON.stringify([events])),
    saved('releases.json', JSON.stringify(releases, null, 2)),
  ];
  const { items } = await run(github, { options: { files } });
  expect(items.find(({ externalId }) => externalId === 'issue/1')?.data).toMatchObject({
    comments: 2,
    commentsSeen: 2,
  });
  expect(items.filter(({ type }) => type === 'published').map(({ version }) => version)).toEqual([
    '1.2.0',
    '1.2.0-rc.1',
  ]);
  expect(new Set(items.map(({ type }) => type))).toEqual(
    new Set(['issue', 'pull', 'comment', 'closed', 'labelled', 'referenced', 'merged', 'published']),
  );
});

test('what PowerShell saved, what a search found, and an empty list', async () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(JSON.stringify([ISSUE]), 'utf16le')]);
  expect((await run(github, { options: { file: saved('shell.json', utf16) } })).items).toHaveLength(3);
  const search = JSON.stringify({ total_count: 1, incomplete_results: false, items: readTape().issues.slice(0, 1) });
  expect((await run(github, { options: { file: saved('search.json', search) } })).items).toHaveLength(2);
  expect((await run(github, { options: { file: saved('empty.json', '[]') } })).items).toEqual([]);
});

test('rows that lack what is needed are refused by their place, the others are taken', async () => {
  const { url: _, ...nowhere } = QUIET;
  const file = saved('some.json', JSON.stringify([ISSUE, { number: 8 }, nowhere]));
  const { items, refused } = await run(github, { options: { file } });
  expect(items).toHaveLength(3);
  expect(refused).toEqual([
    { file: 'some.json', row: 2, reason: 'it has no number, title or creation time as GitHub writes them' },
    { file: 'some.json', row: 3, reason: 'it does not name its repository: add url to --json, or name the repository' },
  ]);
  const named = await run(github, {
    options: { file: saved('nowhere.json', JSON.stringify([nowhere])), repo: 'acme/kettle' },
  });
  expect(named.items[0]?.origin).toBe('github:acme/kettle');
});

test('files are told by what is in them, not by their names', async () => {
  expect(await isGithubFile(saved('dump.txt', JSON.stringify([ISSUE])))).toBe(true);
  expect(await isGithubFile(saved('dump.gz', gzipSync(JSON.stringify(readTape().comments))))).toBe(true);
  for (const [name, content] of [
    ['package.json', '{"name":"kettle","version":"1.0.0"}'],
    ['rows.jsonl', '{"kind":"feedback","type":"issue","externalId":"1","at":"2026-01-01"}'],
    ['table.csv', 'number,title,createdAt\n1,Lid,2026-01-01'],
    ['broken.gz', 'not packed at all'],
  ] as const) {
    expect([name, await isGithubFile(saved(name, content))]).toEqual([name, false]);
  }
  expect(await isGithubFile(join(folder, 'absent.json'))).toBe(false);
});

test('a file that broke off, is absent or is packed badly is told as what it is', async () => {
  const half = saved('half.json', JSON.stringify([ISSUE]).slice(0, -20));
  await expect(run(github, { options: { file: half } })).rejects.toThrow(
    'half.json is not saved output of gh: it ends',
  );
  const packed = saved('half.json.gz', gzipSync(JSON.stringify([ISSUE])).subarray(0, 60));
  await expect(run(github, { options: { file: packed } })).rejects.toMatchObject({ code: 'FILE_NOT_WHAT_IT_CLAIMS' });
  await expect(run(github, { options: { file: join(folder, 'absent.json') } })).rejects.toMatchObject({
    code: 'TARGET_NOT_FOUND',
  });
  const origin = github.origin({ file: join(folder, 'absent.json') }, null as never);
  await expect(origin).rejects.toMatchObject({ code: 'TARGET_NOT_FOUND' });
});
