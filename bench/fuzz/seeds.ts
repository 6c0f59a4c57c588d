/** Whole files that are damaged afterwards: every tape that lies beside a source that imports, and tables of each kind. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { SOURCES } from '#sources/registry.ts';

export interface Seed {
  /** `<source>/<file>`; its ending is the file's. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const FOLDERS = fileURLToPath(new URL('../../src/sources', import.meta.url));

/** Tapes of the other sources hold what a network or a folder answers, not a file that is imported. */
async function importing(): Promise<string[]> {
  const all = await Promise.all(Object.values(SOURCES).map((load) => load()));
  return all.filter((source) => source.importing !== undefined).map(({ id }) => id);
}

export async function seeds(): Promise<Seed[]> {
  const tapes = (await importing()).flatMap((name) =>
    readdirSync(join(FOLDERS, name))
      .filter((file) => /\.tape\.\w+$/.test(file))
      .map((file) => ({ name: `${name}/${file}`, bytes: readFileSync(join(FOLDERS, name, file)) })),
  );
  return [...tapes, ...(await tables())].sort((one, other) => (one.name < other.name ? -1 : 1));
}

const TICKETS = [
  'Issue key,Summary,Description,Reporter,Created,Resolved,Status,Labels,Labels,Fix Version/s,Comment',
  'KET-1,Too loud,"It wakes, the house",ann@customer.example,3/14/2026 10:00,4/1/2026 9:00,Done,noise,night,2.1,"1/4/2026 9:00;mia;Fixed"',
  'KET-2,A lid,"One that ""closes""\nfor good",ben,2026-03-15 11:00,,Open,lid,,,',
  'KET-3,Kabel zu kurz,"Länger, bitte",cem,15.03.2026,,Open,,,,',
];
const REVIEWS = [
  'Package Name,App Version Code,App Version Name,Reviewer Language,Device,Review Submit Date and Time,Review Submit Millis Since Epoch,Review Last Update Date and Time,Review Last Update Millis Since Epoch,Star Rating,Review Title,Review Text,Developer Reply Date and Time,Developer Reply Millis Since Epoch,Developer Reply Text,Review Link',
  'example.kettle,21,2.1,en,pot,2026-01-15T10:00:00Z,1768471200000,2026-01-16T10:00:00Z,1768557600000,2,Loud,Wakes everyone,2026-01-17T10:00:00Z,1768644000000,Sorry!,http://play.example/store?id=k&reviewId=gp:1',
  'example.kettle,,,de,,2026-01-18T10:00:00Z,1768730400000,2026-01-18T10:00:00Z,1768730400000,5,,,,,,http://play.example/store?id=k&reviewId=gp:2',
];
const SURVEY = [
  'Timestamp,How often?,How easy is it (1-5)?,What would you change?',
  ...[
    'make it quieter please',
    'a longer cord would help',
    'boil faster in winter',
    'let me see the water',
    'a lid that closes',
    'nothing at all, thanks',
    'a switch that can be felt',
    'a smaller base for the shelf',
    'steam that does not fog the glass',
    'a filter that is easy to clean',
  ].map((wish, at) => `2026-01-${at + 10} 10:00:00,Daily,${at % 5},"${wish}"`),
];
const TIMELINE = [
  '2026-01-05, Classic, less sugar, substance',
  '2026-03-01, Classic, summer can, appearance',
  '2026-04-10, Classic, 5 cents more, price',
];
const TICKET = {
  id: 1,
  subject: 'Loud',
  description: 'Wakes us',
  status: 'solved',
  created_at: '2026-01-15T10:00:00Z',
  via: { channel: 'web' },
  tags: ['noise'],
};
const POST = {
  id: 'p1',
  title: 'Lid',
  details: 'One that closes',
  status: 'complete',
  score: 7,
  created: '2026-01-15T10:00:00Z',
  author: { id: 'u1', email: 'ann@customer.example', isAdmin: false },
  board: { name: 'Ideas' },
};
const ISSUE = {
  ...{
    number: 1,
    title: 'Loud',
    body: 'Wakes us',
    author: { login: 'ann' },
    createdAt: '2026-01-15T10:00:00Z',
    state: 'CLOSED',
  },
  ...{ closedAt: '2026-02-01T10:00:00Z', labels: [{ name: 'noise' }], comments: [], url: 'https://forge.example/k/1' },
};
const COMMENT = { id: 'c1', issue: 'KET-1', body: 'Me too', author: 'ben', created: '2026-01-16T10:00:00Z' };

async function tables(): Promise<Seed[]> {
  const text = (lines: readonly string[], end = '\n') => Buffer.from(`${lines.join(end)}${end}`);
  const rows = TICKETS.map((line) => line.split(','));
  const lines = (objects: readonly object[]) => text(objects.map((one) => JSON.stringify(one)));
  return [
    { name: 'table/tickets.csv', bytes: text(TICKETS) },
    { name: 'table/tickets-windows.csv', bytes: Buffer.from(TICKETS.join('\r\n').replaceAll(',', ';'), 'latin1') },
    { name: 'table/tickets.csv.gz', bytes: gzipSync(text(TICKETS)) },
    { name: 'table/reviews-utf16.csv', bytes: Buffer.from(`\ufeff${REVIEWS.join('\r\n')}`, 'utf16le') },
    {
      name: 'table/zendesk.json',
      bytes: Buffer.from(JSON.stringify({ tickets: [TICKET, { ...TICKET, id: 2 }], count: 2 })),
    },
    { name: 'table/canny.jsonl', bytes: lines([POST, { ...POST, id: 'p2', mergeHistory: [{ post: { id: 'p1' } }] }]) },
    { name: 'table/comments.jsonl', bytes: lines([COMMENT, { ...COMMENT, id: 'c2' }]) },
    { name: 'table/tickets.xlsx', bytes: await writeXlsx({ sheets: [{ name: 'Tickets', rows }] }) },
    { name: 'table/tickets.ods', bytes: await writeOds({ sheets: [{ name: 'Tickets', rows }] }) },
    { name: 'survey/survey.csv', bytes: text(SURVEY) },
    { name: 'table/github.json', bytes: Buffer.from(JSON.stringify([ISSUE, { ...ISSUE, number: 2, state: 'OPEN' }])) },
    { name: 'timeline/timeline.csv', bytes: text(TIMELINE) },
  ];
}
