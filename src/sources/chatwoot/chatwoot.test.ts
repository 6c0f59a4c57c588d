/** A CSAT report from Chatwoot: the contract, and its last line. */
import { expect, test } from 'vitest';
import { exportContract } from '../../../test/contracts/export.ts';
import chatwoot from './chatwoot.ts';

const MORE = 'Mia,4,"Good",Dee,,,https://chat.example/app/accounts/1/conversations/14,2026-01-20 10:00:00 UTC\n';
const { read, tapeOf } = exportContract(chatwoot, [
  { file: 'chatwoot.tape.csv', grown: (tape) => tape.replace('Reporting', `${MORE}Reporting`) },
]);

test('the line that names the period is no data, and no phone or agent is kept', async () => {
  const { items, refused } = await read(tapeOf('chatwoot.tape.csv'), 'a.csv');
  expect(items.map(({ kind, type, amount, body }) => [kind, type, amount, body ?? null])).toEqual([
    ['feedback', 'survey', 5, 'Quick and kind'],
    ['event', 'rating', 1, null],
  ]);
  expect(refused.map(({ row }) => row)).toEqual([4]);
  expect(JSON.stringify(items)).not.toMatch(/Mia|5550100/);
  expect(items[0]?.author).toEqual({ space: 'email', handle: 'ann@customer.example' });
});
