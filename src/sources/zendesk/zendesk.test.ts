/** Zendesk's tickets in their three wrappers: the contract, comments, notes, and what rated means. */
import { expect, test } from 'vitest';
import { exportContract } from '../../../test/contracts/export.ts';
import zendesk from './zendesk.ts';

const NEW = '{"id":103,"subject":"Cord","status":"new","requester_id":9,"created_at":"2026-02-01T10:00:00Z"}';

const { read, tapeOf } = exportContract(zendesk, [
  {
    file: 'tickets.tape.json',
    grown: (tape) => tape.replace('"tickets": [', `"tickets": [${NEW},`),
  },
  {
    file: 'comments.tape.jsonl',
    grown: (tape) =>
      `${tape}{"id":204,"subject":"New","status":"new","requester_id":9,"created_at":"2026-02-01T10:00:00Z"}\n`,
  },
]);

test('a list beside its users, a bare list and one object a line hold the same', async () => {
  const whole = JSON.parse(tapeOf('tickets.tape.json')) as { tickets: object[] };
  const wrapped = await read(tapeOf('tickets.tape.json'), 'a.json');
  const bare = await read(JSON.stringify(whole.tickets), 'b.json');
  const lines = await read(whole.tickets.map((one) => JSON.stringify(one)).join('\n'), 'c.jsonl');
  const alone = await read(JSON.stringify({ tickets: whole.tickets }), 'd.json');
  expect(wrapped.items).toHaveLength(3);
  for (const other of [bare, lines, alone]) expect(other.items).toEqual(wrapped.items);
  expect(wrapped.items).toMatchObject([
    { externalId: '101', author: { handle: '7' }, data: { state: 'closed', labels: ['noise', 'night', 'email'] } },
    { kind: 'feedback', type: 'survey', amount: 1, body: 'Quick and kind.', data: { scale: 1 } },
    { externalId: '102', data: { state: 'open', labels: ['web'] } },
  ]);
  // Nobody may call silent what was not exported.
  expect(wrapped.items[0]?.data).not.toHaveProperty('comments');
});

test('comments are answers: not the opening, not notes among colleagues', async () => {
  const { items, refused } = await read(tapeOf('comments.tape.jsonl'), 'comments.jsonl');
  expect(items).toMatchObject([
    {
      ...{ externalId: '201', author: { space: 'email', handle: 'cem@customer.example' } },
      data: { closedAt: Date.parse('2026-01-19T10:00:00Z'), comments: 2, commentsSeen: 2 },
    },
    { externalId: 'comment/2', body: 'It comes in March.', data: { side: 'maker' } },
    { externalId: 'comment/4', data: { side: 'outsider' } },
    { externalId: '202', body: 'Every morning.', data: { comments: 0 } },
  ]);
  expect(refused.map(({ row, reason }) => [row, reason])).toEqual([[3, 'it has no text']]);
});
