/** Ideas in ClearFlask's CSV: the contract, its template, and its further columns. */
import { expect, test } from 'vitest';
import { exportContract } from '../../../test/contracts/export.ts';
import clearflask from './clearflask.ts';

const { read, tapeOf } = exportContract(clearflask, [
  { file: 'clearflask.tape.csv', grown: (tape) => `${tape}2026-02-01T10:00:00Z,Cord,Longer\n` },
  { file: 'mapped.tape.csv', grown: (tape) => tape.replace('soon', '2026-01-16T10:00:00Z') },
]);

test('the template has no ids, so ideas are told by what they say', async () => {
  const { items, refused } = await read(tapeOf('clearflask.tape.csv'), 'a.csv');
  expect(items.map(({ title, body }) => [title, body])).toEqual([
    ['Make it quieter', 'It wakes the house'],
    [null, 'A lid that closes'],
  ]);
  expect(new Set(items.map(({ externalId }) => externalId)).size).toBe(2);
  expect(refused.map(({ row }) => row)).toEqual([4]);
});

test('status, tags and votes are read by their names', async () => {
  const { items, refused } = await read(tapeOf('mapped.tape.csv'), 'a.csv');
  expect(items.map(({ externalId, data }) => [externalId, data?.state, data?.votes])).toEqual([
    ['a1', 'closed', 12],
    ['a3', 'open', -1],
  ]);
  expect(items[0]?.data).toMatchObject({ labels: ['noise'], row: { plan: 'gold' } });
  expect(refused.map(({ row }) => row)).toEqual([3]);
});
