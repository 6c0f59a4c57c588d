/** Notes from both versions of Productboard: the contract, and whose words they are. */
import { expect, test } from 'vitest';
import { exportContract } from '../../../test/contracts/export.ts';
import productboard from './productboard.ts';

const { read, tapeOf } = exportContract(productboard, [
  { file: 'productboard.tape.json', grown: (tape) => tape.replace('"title": "",', '"title": "Cord",') },
  { file: 'second.tape.json', grown: (tape) => tape.replace('"createdAt": null', '"createdAt": "2026-03-01"') },
]);

test('the first version: the customer is the author, the owner is not kept', async () => {
  const { items, refused } = await read(tapeOf('productboard.tape.json'), 'a.json');
  expect(items.map(({ externalId, title, body, author }) => [externalId, title, body, author?.handle])).toEqual([
    ['n1', 'Asks for quiet', 'Ann says it hums.', 'ann@customer.example'],
    ['n2', 'Lid', 'One that closes', 'ben@customer.example'],
  ]);
  expect(JSON.stringify(items)).not.toContain('pm@kettle');
  expect(refused.map(({ row, reason }) => [row, reason])).toEqual([[3, 'it has no text']]);
});

test('the second version: texts and conversations', async () => {
  const { items, refused } = await read(tapeOf('second.tape.json'), 'a.json');
  expect(items.map(({ title, body, url }) => [title, body, url])).toEqual([
    ['Asks for quiet', 'It hums.', 'https://pb.example/notes/2f01'],
    ['Chat', 'Is there a lid?\nNot yet.', null],
  ]);
  expect(items[0]?.data?.labels).toEqual(['noise']);
  expect(refused).toHaveLength(1);
});
