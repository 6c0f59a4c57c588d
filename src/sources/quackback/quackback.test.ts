/** Quackback's CSVs and ZIP: the contract, and that both hold the same. */
import { expect, test } from 'vitest';
import { exportContract } from '../../../test/contracts/export.ts';
import { run } from '../../../test/contracts/source-run.ts';
import uservoice from '../uservoice/uservoice.ts';
import quackback from './quackback.ts';

const { read, tapeOf, tapeBytes, fileOf } = exportContract(quackback, [
  { file: 'posts.tape.csv', grown: (tape) => `${tape}post_4,Cord,,open,,Ideas,,,0,2026-02-01T10:00:00.000Z\n` },
  { file: 'comments.tape.csv', grown: (tape) => tape.replace('c3,,', 'c3,post_2,') },
  { file: 'votes.tape.csv' },
  { file: 'workspace.tape.zip' },
]);

test('posts keep status, board, tags and votes', async () => {
  const { items, refused } = await read(tapeOf('posts.tape.csv'), 'posts.csv');
  expect(items.map(({ externalId, data }) => [externalId, data?.state, data?.votes])).toEqual([
    ['post_1', 'open', 2],
    ['post_2', 'closed', 0],
  ]);
  expect(items[0]?.data?.labels).toEqual(['noise', 'night', 'Ideas']);
  expect(refused.map(({ row, reason }) => [row, reason])).toEqual([[4, 'it has no time']]);
});

test('staff is told from customers', async () => {
  const { items } = await read(tapeOf('comments.tape.csv'), 'comments.csv');
  expect(items.map(({ threadId, data }) => [threadId, data?.side])).toEqual([
    ['post_1', 'maker'],
    ['post_1', 'outsider'],
  ]);
});

test('the ZIP holds what the files in it hold, and nothing of others', async () => {
  const zip = await read(tapeBytes('workspace.tape.zip'), 'workspace.zip');
  const posts = await read(tapeOf('posts.tape.csv'), 'posts.csv');
  const votes = await read(tapeOf('votes.tape.csv'), 'votes.csv');
  expect(zip.items).toEqual([...posts.items, ...votes.items]);
});

test('a ZIP under the name of another format is refused whole', async () => {
  const options = { files: [fileOf(tapeBytes('workspace.tape.zip'), 'workspace.zip')] };
  await expect(run(uservoice, { options })).rejects.toMatchObject({ code: 'FILE_NOT_WHAT_IT_CLAIMS' });
});
