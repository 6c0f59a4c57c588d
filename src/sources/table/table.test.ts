/** Tables in the dialects that programs write them in: the contract, and what comes of each row. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, expect, test } from 'vitest';
import { BifocalError } from '#core/errors.ts';
import { sourceContract } from '../../../test/contracts/source.ts';
import { run } from '../../../test/contracts/source-run.ts';
import table from './table.ts';

const folder = mkdtempSync(join(tmpdir(), 'bifocal-table-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function file(content: string | Uint8Array, name = 'table.csv'): string {
  files += 1;
  const path = join(folder, `${files}-${name}`);
  writeFileSync(path, content);
  return path;
}

const read = (content: string | Uint8Array, options: object = {}, name?: string) =>
  run(table, { options: { files: [file(content, name)], ...options } });

const TICKETS = [
  'key,summary,description,created,reporter,status,resolved,labels,rating',
  'K-1,Too loud,"It wakes the house,\nevery morning.",2026-01-05,ann@example.org,closed,2026-01-09,"noise, morning",2',
  'K-2,Lid,"The ""lid"" sticks",2026-01-06T10:00:00Z,ben,open,,,5',
  'K-3,,,2026-01-07,cleo,open,,,4',
  '',
].join('\n');
const COMMENTS = [
  '{"key":"K-1","author":"mia","created":"2026-01-06T08:00:00.000+0000","body":"We hear it too."}',
  '{"key":"K-1","author":"ann@example.org","created":"2026-01-07T08:00:00.000+0000","body":"Thanks."}',
  '{"key":"K-2","author":"mia","created":"2026-01-08","body":"Oil it."}',
  '',
].join('\n');

sourceContract(table, [
  {
    name: 'an export with replies',
    open: () => {
      const tickets = file(TICKETS);
      const comments = file(gzipSync(COMMENTS), 'comments.jsonl.gz');
      return {
        options: { files: [tickets, comments] },
        grow: () => writeFileSync(tickets, `${TICKETS}K-4,Steam,More steam please,2026-01-10,dan,open,,,\n`),
      };
    },
  },
  {
    name: 'a board with answers in a column',
    open: () => ({
      options: {
        files: [
          file(
            'number;title;description;created_at;response;responded_at;responded_by\n' +
              '1;Quieter;"Please";05.01.2026;"We do";07.01.2026;Mia\n2;Blue;"In blue";06.01.2026;;;\n',
          ),
        ],
      },
    }),
  },
  {
    name: 'a file that ends in the middle of a quote',
    open: () => ({ options: { files: [file(`${TICKETS}K-5,"never closed`)] } }),
    fails: 'FILE_NOT_WHAT_IT_CLAIMS',
  },
  {
    name: 'a picture',
    open: () => ({ options: { files: [file(new Uint8Array([137, 80, 78, 71, 0, 1, 2, 0, 0, 44, 10]))] } }),
    fails: 'FILE_NOT_WHAT_IT_CLAIMS',
  },
]);

test('a thread carries how it stands, what it weighs, and how many replies were read', async () => {
  const { items } = await run(table, {
    options: { files: [file(TICKETS), file(COMMENTS, 'comments.jsonl')] },
  });
  const thread = items.find(({ externalId }) => externalId === 'K-1');
  expect(thread).toMatchObject({ kind: 'feedback', type: 'review', title: 'Too loud', amount: 2 });
  expect(thread?.author).toEqual({ space: 'email', handle: 'ann@example.org' });
  expect(thread?.data).toEqual({
    ...{ state: 'closed', closedAt: Date.UTC(2026, 0, 9), labels: ['noise', 'morning'], scale: 5 },
    ...{ comments: 2, commentsSeen: 2 },
  });
  expect(items.filter(({ kind }) => kind === 'reply').map(({ threadId, origin }) => [threadId, origin])).toEqual([
    ['K-1', thread?.origin],
    ['K-1', thread?.origin],
    ['K-2', thread?.origin],
  ]);
  expect(items.find(({ externalId }) => externalId === 'rating/K-3')).toMatchObject({ kind: 'event', amount: 4 });
});

const ROW = 'id;text;date\n1;größer wäre schön;03.04.2026\n';

test.each([
  ['UTF-8 with a mark', Buffer.from(`\ufeff${ROW}`)],
  ['Windows-1252', Buffer.from(ROW, 'latin1')],
  ['UTF-16 with a mark', Buffer.from(`\ufeff${ROW}`, 'utf16le')],
  ['UTF-16 without one', Buffer.from(ROW, 'utf16le')],
  ['gzip under another name', gzipSync(ROW)],
  ['titles above the headings', Buffer.from(`Export vom Montag\n\nFilter: alle;;\n${ROW}`)],
  ['line ends of old', Buffer.from(ROW.replaceAll('\n', '\r'))],
  ['line ends of Windows', Buffer.from(ROW.replaceAll('\n', '\r\n'))],
  ['tabs', Buffer.from(ROW.replaceAll(';', '\t'))],
])('%s is read', async (_, bytes) => {
  const { items } = await read(bytes);
  expect(items.map(({ externalId, body, at }) => [externalId, body, at])).toEqual([
    ['1', 'größer wäre schön', Date.UTC(2026, 3, 3)],
  ]);
});

test('workbooks are read: the sheet with the headings that are known, and its sisters', async () => {
  const heads = ['id', 'text', 'created', 'rating'];
  const sheets = [
    { name: 'Cover', rows: [['Feedback'], ['of the spring']] },
    { name: 'March', rows: [['All of March'], heads, [1, 'Too loud', new Date(Date.UTC(2026, 2, 3)), 2]] },
    { name: 'April', rows: [heads, [2, 'Fine', new Date(Date.UTC(2026, 3, 3)), 5]] },
  ];
  for (const [name, book] of [
    ['t.xlsx', await writeXlsx({ sheets })],
    ['t.ods', await writeOds({ sheets })],
  ] as const) {
    const { items } = await read(book, {}, name);
    expect(items.map(({ externalId, body, at, amount }) => [externalId, body, at, amount])).toEqual([
      ['1', 'Too loud', Date.UTC(2026, 2, 3), 2],
      ['2', 'Fine', Date.UTC(2026, 3, 3), 5],
    ]);
    await expect(read(book.subarray(0, book.length / 2), {}, name)).rejects.toMatchObject({
      code: 'FILE_NOT_WHAT_IT_CLAIMS',
    });
  }
});

const dated = (...dates: string[]) =>
  `id,text,date\n${dates.map((date, at) => `${at},Hello there,${date}`).join('\n')}\n`;
const daysOf = async (content: string, options: object = {}) =>
  (await read(content, options)).items.map(({ at }) => new Date(at).toISOString().slice(0, 10));

test('the whole column decides which number is the day', async () => {
  expect(await daysOf(dated('3/4/2026', '25/4/2026'))).toEqual(['2026-04-03', '2026-04-25']);
  expect(await daysOf(dated('3/4/2026', '4/25/2026'))).toEqual(['2026-03-04', '2026-04-25']);
  const many = Array.from({ length: 1_500 }, () => '3/4/2026');
  expect((await daysOf(dated(...many, '25/4/2026')))[0]).toBe('2026-04-03');
  expect(await daysOf(dated('3/4/2026', '4/4/2026', '1/5/2026'))).toEqual(['2026-04-03', '2026-04-04', '2026-05-01']);
  expect(await daysOf(dated('3/4/2026'), { dates: 'day-first' })).toEqual(['2026-04-03']);
  const notes = (await table.importing?.describe({ files: [file(dated('3/4/2026'))] }, AbortSignal.timeout(9_000)))
    ?.notes;
  expect(notes?.join()).toContain('--dates day-first');
});

test('rows that lack what is needed are refused by row and reason, the others taken', async () => {
  const { items, refused } = await read(
    'id,text,date\n1,Fine,2026-01-01\n,No id,2026-01-01\n3,,2026-01-01\n4,x,soon\n5,a,2026-01-01,b\n',
  );
  expect(items.map(({ externalId }) => externalId)).toEqual(['1']);
  expect(refused.map(({ row, reason }) => [row, reason])).toEqual([
    [6, 'it has 1 cell more than there are headings'],
    [3, 'it has no id'],
    [4, 'it has no text'],
    [5, 'its time is none that can be read'],
  ]);
});

test('a table without a column that is needed says which, and takes a mapping', async () => {
  const content = 'Kz,Worte,Am\n7,Hello,2026-01-01\n';
  await expect(read(content)).rejects.toMatchObject({
    code: 'COLUMN_NOT_FOUND',
    details: { missing: 'an id and a text and a time' },
  });
  const { items } = await read(content, { map: { id: 'Kz', text: 'Worte', at: 'Am' } });
  expect(items.map(({ externalId, body }) => [externalId, body])).toEqual([['7', 'Hello']]);
  await expect(read(content, { map: { id: 'Nr' } })).rejects.toMatchObject({ code: 'USAGE' });
});

test('a month of reviews from Google Play, in its UTF-16, is read without a mapping', async () => {
  const head =
    'Package Name,App Version Name,Reviewer Language,Review Submit Date and Time,Review Last Update Date and Time,Star Rating,Review Title,Review Text,Developer Reply Date and Time,Developer Reply Text,Review Link';
  const rows = [
    'org.example,2.1,de,2026-01-05T10:00:00Z,2026-01-06T10:00:00Z,2,,Zu laut,2026-01-07T10:00:00Z,Wir hören es,https://play.example/?reviewId=gp1',
    'org.example,2.1,en,2026-01-05T11:00:00Z,2026-01-05T11:00:00Z,5,,,,,https://play.example/?reviewId=gp2',
  ];
  const { items } = await read(Buffer.from(`\ufeff${[head, ...rows].join('\n')}`, 'utf16le'));
  expect(items.map(({ kind, type, amount, lang }) => [kind, type, amount ?? null, lang ?? null])).toEqual([
    ['feedback', 'review', 2, 'de'],
    ['reply', 'answer', null, null],
    ['event', 'rating', 5, 'en'],
  ]);
  expect(items[0]).toMatchObject({ version: '2.1', data: { comments: 1, commentsSeen: 1 } });
});

test('a board’s score counts votes, and tickets are read out of their wrapper', async () => {
  const post = {
    id: 'p1',
    title: 'Quieter',
    details: 'Please',
    status: 'open',
    score: 12,
    created: '2026-01-05',
    author: { name: 'ann' },
  };
  const { items } = await read(JSON.stringify({ posts: [post], hasMore: false }), {}, 'posts.json');
  expect(items.map(({ body, data, type }) => [body, data?.votes, type])).toEqual([['Please', 12, 'issue']]);
});

test('other columns stay in the record, those that name people do not', async () => {
  const { items } = await read(
    'id,text,date,plan,assignee,Contact e-mail\n1,Hi,2026-01-01,gold,Mia Muster,a@b.example\n',
  );
  expect(items[0]?.data?.row).toEqual({ plan: 'gold' });
});

test('whatever is written into a table comes out of it', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', ',', ';', '"', '\n', '\r\n', '\t', '1', '😀') });
  await fc.assert(
    fc.asyncProperty(
      fc.array(cell, { minLength: 1, maxLength: 20 }),
      fc.constantFrom(',', ';', '\t'),
      async (texts, by) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const lines = texts.map((text, at) => [`${at}`, quoted(`x${text}x`), '2026-01-01'].join(by));
        const { items, refused } = await read([['id', 'body', 'created'].join(by), ...lines].join('\n'));
        expect(refused).toEqual([]);
        expect(items.map(({ body }) => body)).toEqual(texts.map((text) => `x${text}x`));
      },
    ),
    { numRuns: 60 },
  );
});

test('a damaged file is refused or read, and nothing else', async () => {
  const whole = Buffer.from(TICKETS);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }),
      fc.nat(whole.length),
      async (changes, end) => {
        const bytes = Buffer.from(whole.subarray(0, end));
        for (const [at, byte] of changes) if (at < end) bytes[at] = byte;
        await read(bytes).catch((error: unknown) => {
          if (!(error instanceof BifocalError)) throw error;
        });
      },
    ),
    { numRuns: 200 },
  );
});
