/** Fider's CSV and its backup: the contract, and a board put together from its tables. */
import { expect, test } from 'vitest';
import { exportContract } from '../../../test/contracts/export.ts';
import fider from './fider.ts';

const { read, tapeOf, tapeBytes } = exportContract(fider, [
  { file: 'posts.tape.csv', grown: (tape) => `${tape}5,Cord,,2026-02-01T10:00:00Z,Ann,0,0,open,,,,,,\n` },
  { file: 'backup.tape.zip' },
]);

test('the CSV holds posts, the makers’ answer and what repeats what', async () => {
  const { items, refused } = await read(tapeOf('posts.tape.csv'), 'posts.csv');
  expect(items).toMatchObject([
    {
      externalId: '1',
      data: {
        ...{ state: 'closed', closedAt: Date.parse('2026-03-01T09:00:00Z'), votes: 2, labels: ['noise', 'night'] },
        ...{ comments: 3, commentsSeen: 1 },
      },
    },
    { kind: 'reply', type: 'answer', body: 'The new one is quiet.', data: { side: 'maker' } },
    { externalId: '2', data: { state: 'open', closedAt: null } },
    { externalId: '3', data: { state: 'closed', reason: 'duplicate', duplicateOf: '1' } },
  ]);
  expect(refused.map(({ row, reason }) => [row, reason])).toEqual([[6, 'it has no number']]);
});

test('the backup joins its tables: persons, tags, comments that still stand, votes; what was deleted is not told', async () => {
  const { items } = await read(tapeBytes('backup.tape.zip'), 'backup.zip');
  expect(items.map(({ externalId, threadId, data }) => [externalId, threadId, data?.side])).toEqual([
    ['1', '1', 'outsider'],
    ['answer/1', '1', 'maker'],
    ['comment/21', '1', 'outsider'],
    ['comment/22', '1', 'maker'],
    ['vote/11/1', '1', 'outsider'],
    ['vote/11/2', '1', 'outsider'],
    ['2', '2', 'outsider'],
    ['vote/12/2', '2', 'outsider'],
    ['3', '3', 'outsider'],
  ]);
  expect(items[0]).toMatchObject({
    author: { space: 'email', handle: 'ann@customer.example' },
    data: { votes: 2, comments: 3, commentsSeen: 3, labels: ['noise'], state: 'closed' },
  });
  // A title of digits alone was written as a number.
  expect(items.at(-1)).toMatchObject({ title: '2024', data: { duplicateOf: '1', reason: 'duplicate' } });
});

test('both name a post alike', async () => {
  const ids = async (tape: Uint8Array, name: string) =>
    (await read(tape, name)).items.flatMap(({ kind, origin, externalId }) =>
      kind === 'feedback' ? `${origin} ${externalId}` : [],
    );
  expect(await ids(tapeBytes('backup.tape.zip'), 'a.zip')).toEqual(await ids(tapeBytes('posts.tape.csv'), 'a.csv'));
});
