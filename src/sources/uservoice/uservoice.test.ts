/** Ideas from UserVoice in both shapes: the contract, and one row a voter. */
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { exportContract } from '../../../test/contracts/export.ts';
import uservoice from './uservoice.ts';

const { read, tapeOf, fileOf } = exportContract(uservoice, [
  { file: 'uservoice.tape.csv', grown: (tape) => tape.replace('3,,,https', '3,Cord,,https') },
  { file: 'voters.tape.csv', grown: (tape) => tape.replace(',No id', '13,No id') },
]);

test('suggestions keep their status, and what they were merged into', async () => {
  const { items, refused } = await read(tapeOf('uservoice.tape.csv'), 'a.csv');
  expect(items.map(({ externalId, title, at }) => [externalId, title, at])).toEqual([
    ['1', 'Make it quieter', Date.UTC(2026, 0, 15, 10)],
    ['2', 'Less noise please', Date.UTC(2026, 0, 16, 10)],
  ]);
  expect(items[0]?.data).toMatchObject({ state: 'closed', labels: ['night', 'loud', 'Noise', 'Kettles'] });
  expect(items[1]?.data).toMatchObject({ state: 'open', duplicateOf: '1' });
  expect(refused.map(({ row }) => row)).toEqual([4]);
});

test('rows of one idea are one idea with its voters', async () => {
  const { items, refused } = await read(tapeOf('voters.tape.csv'), 'a.csv');
  expect(items.map(({ kind, threadId }) => `${kind} ${threadId}`)).toEqual([
    'feedback 11',
    'event 11',
    'event 11',
    'event 11',
    'feedback 12',
    'event 12',
  ]);
  expect(items[0]?.data).toMatchObject({
    state: 'closed',
    reason: 'declined',
    votes: 3,
    labels: ['lid', 'safety', 'Lids', 'Kettles'],
  });
  expect(items[2]).toMatchObject({
    type: 'vote',
    at: Date.UTC(2026, 1, 2, 10),
    author: { handle: 'ben@customer.example' },
  });
  expect(refused.map(({ row }) => row)).toEqual([6]);
});

test('a workbook of the same columns is the same export', async () => {
  const rows = [
    ['Idea Id', 'Idea Title', 'Created Timestamp', 'User Email Address'],
    ['11', 'A lid', '2026-02-01 10:00:00', 'ann@customer.example'],
  ];
  const book = await writeXlsx({ sheets: [{ name: 'Ideas', rows }] });
  expect(await uservoice.importing?.recognises(fileOf(book, 'ideas.xlsx'))).toBe(2);
  expect((await read(book, 'ideas.xlsx')).items.map(({ kind }) => kind)).toEqual(['feedback', 'event']);
});
