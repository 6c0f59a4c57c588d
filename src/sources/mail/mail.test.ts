/** Mail as mbox and as single messages: the contract, threads, sides, and whose words they are. */
import { expect, test } from 'vitest';
import { exportContract } from '../../../test/contracts/export.ts';
import { run } from '../../../test/contracts/source-run.ts';
import mail from './mail.ts';

const { read, tapeOf, fileOf } = exportContract(mail, [
  {
    file: 'mail.tape.mbox',
    grown: (tape) => tape.replace('Subject: undated', 'Subject: dated\nDate: Fri, 9 Jan 2026 10:00:00 +0000'),
  },
  { file: 'letter.tape.eml' },
]);

test('threads are told by references, sides by domain, and quotes are not theirs', async () => {
  const { items, refused } = await read(tapeOf('mail.tape.mbox'), 'a.mbox');
  expect(
    items.map(({ kind, externalId, threadId, body, data }) => [
      kind,
      externalId.slice(0, 2),
      threadId?.slice(0, 2),
      body,
      data?.side,
    ]),
  ).toEqual([
    [
      'feedback',
      'm1',
      'm1',
      'The kettle wakes the whole house – every morning.\nFrom the kitchen to the attic.',
      'outsider',
    ],
    ['reply', 'm2', 'm1', 'Sorry to hear that. Which model is it?', 'maker'],
    ['reply', 'm3', 'm1', 'The small one.', 'outsider'],
    ['reply', 'm4', 'm1', 'I am away until Friday.', 'bot'],
    ['feedback', 'm5', 'm5', 'Please make one that closes.', 'outsider'],
  ]);
  expect(items[0]).toMatchObject({
    title: 'Too loud',
    data: { comments: 3, commentsSeen: 3 },
    at: Date.UTC(2026, 0, 5, 10),
  });
  expect(items[4]?.data).toMatchObject({ comments: 0 });
  expect(refused.map(({ reason }) => reason)).toEqual(['it has no day that can be read']);
});

test('a reply whose first message was not kept opens what is left of its thread', async () => {
  const without = tapeOf('mail.tape.mbox').split('\nFrom help@')[1] ?? '';
  const { items } = await read(`From help@${without}`, 'a.mbox');
  expect(items.map(({ kind, externalId }) => [kind, externalId.slice(0, 2)])).toEqual([
    ['feedback', 'm2'],
    ['reply', 'm3'],
    ['reply', 'm4'],
    ['feedback', 'm5'],
  ]);
});

test('the same message in two files counts once, and makers can be named', async () => {
  const files = [fileOf(tapeOf('mail.tape.mbox'), 'a.mbox'), fileOf(tapeOf('letter.tape.eml'), 'b.eml')];
  const { items } = await run(mail, { options: { files, map: { makers: 'elsewhere.example' } } });
  expect(items.map(({ data }) => data?.side)).toEqual(['outsider', 'outsider', 'outsider', 'bot', 'maker']);
});
