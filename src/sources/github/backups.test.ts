/** Backups of whole repositories come to the same rows as the answers of the API that they were made from. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../../test/contracts/source-run.ts';
import { textFolder } from '../../../test/worlds/text-folder.ts';
import github from './github.ts';

const AT = '2026-02-09T06:12:03Z';
const LATER = '2026-02-10T08:00:00Z';
const HERE = 'https://github.com/acme/kettle';
const user = (login: string) => ({ login, type: 'User' });

const ISSUE = {
  ...{ number: 5, title: 'The cord is short', body: 'By an arm.', state: 'closed', state_reason: 'completed' },
  ...{ user: user('dee'), author_association: 'NONE', labels: [{ name: 'cord' }], comments: 1 },
  ...{ created_at: AT, updated_at: LATER, closed_at: LATER, html_url: `${HERE}/issues/5` },
};
const COMMENT = {
  ...{ id: 71, body: 'Half a metre more from March on.', user: user('bea'), author_association: 'MEMBER' },
  ...{ created_at: LATER, updated_at: LATER, html_url: `${HERE}/issues/5#issuecomment-71` },
  issue_url: 'https://api.github.com/repos/acme/kettle/issues/5',
};
const CLOSED = {
  url: 'https://api.github.com/repos/acme/kettle/issues/events/81',
  event: 'closed',
  id: 81,
  actor: user('bea'),
  commit_id: 'a'.repeat(40),
  created_at: LATER,
};
const PULL = {
  ...{
    number: 6,
    title: 'A longer cord',
    body: null,
    state: 'closed',
    user: user('bea'),
    author_association: 'MEMBER',
  },
  ...{ created_at: AT, updated_at: LATER, closed_at: LATER, merged_at: LATER, merge_commit_sha: 'a'.repeat(40) },
  ...{ comments: 0, labels: [], html_url: `${HERE}/pull/6`, head: {}, issue_url: `${COMMENT.issue_url.slice(0, -1)}6` },
};

async function read(name: string, ...objects: readonly object[]) {
  using lying = textFolder({ [name]: objects.map((one) => JSON.stringify(one, null, 2)).join('\n') });
  const file = join(lying.path, name);
  expect(await github.importing?.recognises(file)).toBe(2);
  const { items } = await run(github, { options: { files: [file] } });
  return items.toSorted((a, b) => (`${a.kind} ${a.externalId}` < `${b.kind} ${b.externalId}` ? -1 : 1));
}

test('a backup of threads with their timelines reads like the lists of the API', async () => {
  const issue = { number: 5, user: ISSUE.user, author_association: 'NONE' };
  const lists = await read('lists.json', ISSUE, COMMENT, { ...CLOSED, issue }, PULL);
  const commented = { event: 'commented', actor: COMMENT.user, ...COMMENT };
  const remark = { id: 9, pull_request_url: 'x', body: 'this line', created_at: AT };
  const backup = await read(
    'backup.json',
    { type: 'issue', issue: ISSUE, events: [commented, { event: 'subscribed', id: 1 }, CLOSED] },
    { type: 'pull', pull: PULL, events: [], comments: [remark] },
  );
  expect(backup).toEqual(lists);
  expect(backup.map(({ kind, type }) => `${kind} ${type}`)).toEqual([
    'change pull',
    'event closed',
    'feedback issue',
    'reply comment',
  ]);
  expect(backup.find(({ kind }) => kind === 'feedback')?.data).toMatchObject({
    side: 'outsider',
    closedAt: expect.anything(),
  });
});

test('an archive of a repository tells people by their login, and makers by what they are to it', async () => {
  const said = (author: string, authorAssociation: string, body: string) => {
    return { author, authorAssociation, body, createdAt: AT, updatedAt: AT };
  };
  const thread = { title: 'Cord', state: 'OPEN', labels: ['cord'], closedAt: null, assignees: [] };
  const items = await read('archive.json', {
    ...{ magic: 'x', timestamp: LATER, repo: 'acme/kettle', labels: [] },
    issues: [
      { ...thread, ...said('dee', 'NONE', 'Short.'), number: 5, comments: [said('bea', 'MEMBER', 'Longer soon.')] },
    ],
    pulls: [
      {
        ...thread,
        ...said('bea', 'MEMBER', ''),
        number: 6,
        comments: [],
        mergedAt: LATER,
        mergedBy: 'bea',
        reviews: [],
      },
    ],
  });
  expect(items.map(({ kind, origin, author }) => [kind, origin, author?.handle])).toEqual([
    ['change', 'github:acme/kettle', 'bea'],
    ['feedback', 'github:acme/kettle', 'dee'],
    ['reply', 'github:acme/kettle', 'bea'],
  ]);
  expect(items.map(({ data }) => data?.side)).toEqual(['maker', 'outsider', 'maker']);
});
