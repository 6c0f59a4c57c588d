/** Jira's CSV and XML: the contract, repeated columns of comments, and that the XML names what the live service names. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportContract } from '../../../test/contracts/export.ts';
import feed from '../feed/feed.ts';
import { originOf, placeAt } from '../jira/place.ts';
import jiraExport from './jira-export.ts';

const { read, tapeOf, fileOf } = exportContract(jiraExport, [
  {
    file: 'issues.tape.csv',
    grown: (tape) => `${tape}Cord,KET-6,10006,Bug,To Do,KET,,Ben,b,01/Feb/26 10:00 AM,,,,,,0,,,,,,,\n`,
  },
  {
    file: 'issues.tape.xml',
    grown: (tape) =>
      tape.replace(
        '  </channel>',
        '<item><link>https://kettle.atlassian.example/browse/KET-6</link><key>KET-6</key><summary>Cord</summary><created>Sun, 1 Feb 2026 10:00:00 +0000</created></item></channel>',
      ),
  },
]);

test('columns of one name are a list: comments with their days and writers, labels, versions', async () => {
  const { items, refused, missing } = await read(tapeOf('issues.tape.csv'), 'issues.csv');
  expect(items).toMatchObject([
    {
      ...{
        externalId: 'KET-1',
        version: '2.0',
        author: { handle: '557058:a1' },
        at: Date.parse('2026-01-13T10:00:00Z'),
      },
      body: 'It wakes the house.\n\n```\nboil();\n```',
      data: {
        ...{ state: 'closed', closedAt: Date.parse('2026-03-01T09:00:00Z'), reason: 'Fixed', votes: 3 },
        ...{ labels: ['noise', 'night'], comments: 2, commentsSeen: 2 },
        fixVersions: [
          { name: '2.1', at: null },
          { name: '2.2', at: null },
        ],
      },
    },
    {
      ...{ kind: 'reply', threadId: 'KET-1', at: Date.parse('2026-01-14T08:30:00Z'), body: 'Which one; the blue one?' },
      author: { handle: '557058:m1' },
    },
    { kind: 'reply', author: { handle: '557058:a1' } },
    { externalId: 'KET-2', data: { state: 'open', comments: 0, commentsSeen: 0 } },
    // Its comment has no day that can be read: it is counted, and not taken for silence.
    { externalId: 'KET-3', data: { duplicateOf: 'KET-1', comments: 1, commentsSeen: 0 } },
  ]);
  expect(refused.map(({ reason }) => reason)).toEqual(['it has no time that can be read']);
  expect(missing).not.toEqual([]);
});

test('the XML names issues and comments as the live service does, and leaves out what was not for all', async () => {
  const { items, refused } = await read(tapeOf('issues.tape.xml'), 'issues.xml');
  const live = originOf(placeAt('https://kettle.atlassian.example', 'KET') ?? expect.fail());
  expect(items).toMatchObject([
    {
      ...{
        origin: live,
        externalId: 'KET-1',
        body: 'It wakes the house.',
        url: 'https://kettle.atlassian.example/browse/KET-1',
      },
      author: { space: 'jira:kettle.atlassian.example', handle: '557058:a1' },
      data: { labels: ['noise', 'night', 'Reed'], votes: 3, reason: 'Fixed', comments: 3, commentsSeen: 2 },
    },
    { externalId: 'comment/20001', body: 'Which one?' },
    { externalId: 'comment/20002' },
    { externalId: 'KET-3', title: 'Quieter & cooler', author: null, data: { duplicateOf: 'KET-1' } },
  ]);
  expect(refused).toMatchObject([{ row: 80, reason: 'it has no time that can be read' }]);
  // Both are written as RSS.
  expect(await feed.importing?.recognises(fileOf(tapeOf('issues.tape.xml'), 'a.xml'))).toBe(0);
  const rss = readFileSync(join(import.meta.dirname, '../feed/rss.tape.xml'));
  expect(await jiraExport.importing?.recognises(fileOf(rss, 'b.xml'))).toBe(0);
});
