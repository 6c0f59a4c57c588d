/** Feedback in the JSON of Unwrap: the contract, and conversations. */
import { expect, test } from 'vitest';
import { exportContract } from '../../../test/contracts/export.ts';
import unwrap from './unwrap.ts';

const { read, tapeOf } = exportContract(unwrap, [
  { file: 'unwrap.tape.json', grown: (tape) => tape.replace('"soon"', '"2026-02-01"') },
]);

test('reviews, posts, ratings and replies are told apart, and people stay out of the record', async () => {
  const { items, refused } = await read(tapeOf('unwrap.tape.json'), 'a.json');
  expect(items.map(({ kind, type, externalId, data }) => [kind, type, externalId, data?.side])).toEqual([
    ['feedback', 'review', 'w1', 'outsider'],
    ['reply', 'comment', 'part/w1-1', 'maker'],
    ['feedback', 'post', 'w2', 'outsider'],
    ['event', 'rating', 'rating/w3', undefined],
  ]);
  expect(items[0]?.data).toMatchObject({ scale: 5, comments: 1, commentsSeen: 1, row: { plan: 'gold' } });
  expect(JSON.stringify(items[0]?.data)).not.toContain('@');
  expect(refused.map(({ row }) => row)).toEqual([4]);
});
