/** Conversations from Intercom: the contract, and who said what. */
import { expect, test } from 'vitest';
import { exportContract } from '../../../test/contracts/export.ts';
import intercom from './intercom.ts';

const { read, tapeOf } = exportContract(intercom, [
  {
    file: 'intercom.tape.json',
    grown: (tape) => tape.replace('"id": "103",', '"id": "103", "created_at": 1767660000,'),
  },
]);

test('what customers and colleagues said is told apart, and notes are left', async () => {
  const { items, refused } = await read(tapeOf('intercom.tape.json'), 'a.json');
  expect(items.map(({ kind, type, externalId, body, data }) => [kind, type, externalId, body, data?.side])).toEqual([
    ['feedback', 'issue', '101', 'The kettle wakes everyone.', 'outsider'],
    ['reply', 'comment', 'part/p1', 'Sorry! Which model?', 'maker'],
    ['reply', 'comment', 'part/p3', 'The small one.', 'outsider'],
    ['feedback', 'survey', 'rated/101', 'Kind, but still loud', 'outsider'],
    ['feedback', 'issue', '102', 'Please make one that closes.', 'outsider'],
  ]);
  expect(items[0]?.data).toMatchObject({ state: 'closed', closedAt: 1767607000000, labels: ['noise'] });
  expect(items[0]?.author).toEqual({ space: 'email', handle: 'ann@customer.example' });
  expect(refused).toEqual([{ file: expect.anything(), row: 3, reason: 'it has no time that can be read' }]);
});

test('without its parts a conversation says nothing of answers', async () => {
  const { items } = await read(tapeOf('intercom.tape.json'), 'a.json');
  expect(items[4]?.data).not.toHaveProperty('comments');
});

test('a list in its wrapper, the one of an older API, a bare list and one object a line hold the same', async () => {
  const told = JSON.parse(tapeOf('intercom.tape.json')) as { conversations?: object[] } | object[];
  const all = Array.isArray(told) ? told : (told.conversations ?? []);
  const bare = await read(JSON.stringify(all), 'a.json');
  const pages = { type: 'pages', page: 1, per_page: 20, total_pages: 1, next: null };
  for (const [name, content] of [
    ['b.json', JSON.stringify({ type: 'conversation.list', pages, total_count: 3, conversations: all })],
    ['c.json', JSON.stringify({ type: 'list', data: all, total_count: 3, pages })],
    ['d.jsonl', all.map((one) => JSON.stringify(one)).join('\n')],
  ] as const) {
    expect((await read(content, name)).items, name).toEqual(bare.items);
  }
});
