/** Responses from Delighted: the contract, scales, and further answers. */
import { expect, test } from 'vitest';
import { exportContract } from '../../../test/contracts/export.ts';
import delighted from './delighted.ts';

const { read, tapeOf } = exportContract(delighted, [
  {
    file: 'delighted.tape.json',
    grown: (tape) => tape.replace(/9,(?=\s+"comment": "off)/, '3,'),
  },
]);

test('scores keep their scale, and each free answer is one of its own', async () => {
  const { items, refused } = await read(tapeOf('delighted.tape.json'), 'a.json');
  expect(
    items.map(({ kind, type, externalId, amount, body, data }) => [
      kind,
      type,
      externalId,
      amount,
      body ?? null,
      data?.scale,
    ]),
  ).toEqual([
    ['feedback', 'survey', 'r1', 9, 'Boils fast & looks good', 10],
    ['feedback', 'survey', 'r1/q1', null, 'A longer cord', 10],
    ['event', 'rating', 'rating/r1/q2', 7, null, 10],
    ['event', 'rating', 'rating/r2', 4, null, 5],
  ]);
  expect(items[1]?.data?.question).toBe('What is missing?');
  expect(items[3]?.author).toEqual({ space: 'email', handle: 'ben@customer.example' });
  expect(refused).toEqual([{ file: expect.anything(), row: 3, reason: 'its score does not lie between 0 and 5' }]);
});
