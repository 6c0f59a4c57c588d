/** Messages of a Singer tap: the contract, and which streams are read as what. */
import { expect, test } from 'vitest';
import { exportContract } from '../../../test/contracts/export.ts';
import singer from './singer.ts';

const MORE = { id: 4, subject: 'Cord', created_at: '2026-02-01T10:00:00Z' };
const { read, tapeOf, fileOf } = exportContract(singer, [
  {
    file: 'singer.tape.jsonl',
    grown: (tape) => `${tape}${JSON.stringify({ type: 'RECORD', stream: 'tickets', record: MORE })}\n`,
  },
]);

test('records become threads and replies by the columns of their schema', async () => {
  const { items, refused } = await read(tapeOf('singer.tape.jsonl'), 'pasted');
  expect(
    items.map(({ kind, type, origin, externalId, threadId }) => [kind, type, origin, externalId, threadId]),
  ).toEqual([
    ['feedback', 'issue', 'singer:export/tickets', '1', '1'],
    ['feedback', 'issue', 'singer:export/tickets', '2', '2'],
    ['reply', 'comment', 'singer:export/tickets', 'comment/91', '1'],
  ]);
  expect(items[0]?.data).toMatchObject({ state: 'closed', labels: ['noise'], row: { plan: 'gold' } });
  expect(refused.map(({ row, reason }) => [row, reason])).toEqual([[9, 'it has no time']]);
});

test('streams that are left out are named before anything is kept', async () => {
  const options = { files: [fileOf(tapeOf('singer.tape.jsonl'), 'a')] };
  const { notes } = (await singer.importing?.describe(options, new AbortController().signal)) ?? { notes: [] };
  expect(notes).toEqual([
    'Streams that are read: “tickets”, “ticket_comments”.',
    'Streams without an id, a text and a time, left out: “tags”.',
  ]);
});
