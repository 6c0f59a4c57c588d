/** Responses from Formbricks in both shapes: the contract, and what each field becomes. */
import { expect, test } from 'vitest';
import { exportContract } from '../../../test/contracts/export.ts';
import formbricks from './formbricks.ts';

const { read, tapeOf } = exportContract(formbricks, [
  { file: 'formbricks.tape.csv', grown: (tape) => `${tape}2026-02-01T00:00:00Z,f6,c6,1,still loud,noise\n` },
  { file: 'hub.tape.json', grown: (tape) => tape.replace('"value_text": ""', '"value_text": "The cord is short"') },
]);

test('the CSV keeps rating, text and category, and refuses what has no id or day', async () => {
  const { items, refused } = await read(tapeOf('formbricks.tape.csv'), 'a.csv');
  expect(items.map(({ kind, type, amount, body }) => [kind, type, amount, body ?? null])).toEqual([
    ['feedback', 'survey', 2, 'It hums, all night'],
    ['event', 'rating', 5, null],
    ['feedback', 'survey', null, 'Make it quieter, please'],
  ]);
  expect(items[0]?.data?.labels).toEqual(['noise']);
  expect(refused.map(({ row }) => row)).toEqual([5, 6]);
});

test('a field of the Hub is words, a point on its scale, or a choice', async () => {
  const { items } = await read(tapeOf('hub.tape.json'), 'a.json');
  expect(
    items.map(({ kind, type, externalId, amount, body, data }) => [
      kind,
      type,
      externalId,
      amount ?? null,
      body ?? null,
      data?.question,
    ]),
  ).toEqual([
    ['feedback', 'survey', 't/s1/why', null, 'Too loud', 'Why do you leave?'],
    ['event', 'rating', 'rating/t/s1/nps', 3, null, 'Would you tell a friend?'],
    ['event', 'answer', 'answer/t/s1/plan', null, null, 'Which plan?'],
  ]);
  expect(items[1]?.data?.scale).toBe(10);
});
