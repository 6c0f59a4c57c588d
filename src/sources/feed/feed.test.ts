/** Feeds as a source: the contract over files and an address, then what each form means, and what is refused. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openHttp } from '#engine/http.ts';
import { sourceContract } from '../../../test/contracts/source.ts';
import { run } from '../../../test/contracts/source-run.ts';
import { processorTime } from '../../../test/processor-time.ts';
import { portOf } from '../../../test/worlds/live-world.ts';
import { feedAddress } from './address.ts';
import { feedNamedIn } from './feed.parse.ts';
import feed from './feed.ts';

const folder = mkdtempSync(join(tmpdir(), 'bifocal-feed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const tape = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8');
const ATOM = tape('atom.tape.xml');
const RSS = tape('rss.tape.xml');
const JSON_FEED = tape('feed.tape.json');
let files = 0;
function fileOf(content: string, ending = 'xml'): string {
  files += 1;
  const path = join(folder, `${files}.${ending}`);
  writeFileSync(path, content);
  return path;
}

const URL_OF = 'https://kettle.example/news/atom.xml';
const NEW =
  '<entry><title>New</title><id>n3</id><updated>2026-03-01T00:00:00Z</updated><summary>Said.</summary></entry>';
const grown = (atom: string) => atom.replace('</feed>', `${NEW}</feed>`);
const FETCHED = Date.parse('2026-06-01T00:00:00Z');
const serving = (body: () => string) => portOf({ serve: () => ({ status: 200, body: body() }) }, FETCHED);

sourceContract(feed, [
  ...[
    ['Atom in a file', ATOM, 'xml'],
    ['RSS in a file', RSS, 'xml'],
    ['JSON Feed in a file', JSON_FEED, 'json'],
  ].map(([name = '', text = '', ending]) => ({
    name,
    open: () => ({ options: { path: fileOf(text, ending) } }),
  })),
  {
    name: 'a feed of customers in a file that grows',
    open: () => {
      const path = fileOf(ATOM);
      return { options: { path, as: 'feedback' }, grow: () => writeFileSync(path, grown(ATOM)) };
    },
  },
  {
    name: 'an address',
    open: () => {
      let text = ATOM;
      return {
        options: { url: URL_OF },
        http: serving(() => text),
        grow: () => {
          text = grown(text);
        },
      };
    },
  },
  {
    name: 'an address of something else',
    open: () => ({ options: { url: URL_OF }, http: serving(() => '<p>hello</p>') }),
    fails: 'FILE_NOT_WHAT_IT_CLAIMS',
  },
]);

const read = async (text: string, options: object = {}, ending?: string) =>
  run(feed, { options: { path: fileOf(text, ending), ...options } });

test('Atom: relative addresses, three sorts of content, times with zones and later changes', async () => {
  const { items } = await read(ATOM);
  expect(items).toMatchObject([
    {
      ...{ kind: 'document', type: 'post', origin: 'feed:kettle.example/news/atom.xml', author: null, lang: 'en' },
      ...{ externalId: 'tag:kettle.example,2026:1', title: 'The quiet kettle', url: 'https://kettle.example/news/1' },
      at: Date.parse('2026-01-05T09:00:00Z'),
      changedAt: Date.parse('2026-01-07T10:00:00Z'),
      data: { channel: 'feed', labels: ['Quiet'] },
    },
    { url: 'https://kettle.example/archive/2?a=1&b=2', at: Date.parse('2026-02-10T09:00:00Z') },
  ]);
  expect(items[0]?.body).toMatch(/^Boils at 38\sdecibels\.\n+No & never wakes anybody\.$/);
  expect(items[1]?.body).toMatch(/^It closes\.\n+Always < once\.$/);
});

test('RSS of customers: CDATA, named zones, two-digit years, the whole text, persons, an entry without a name', async () => {
  const { items, refused } = await read(RSS, { as: 'feedback' });
  expect(items).toMatchObject([
    {
      ...{
        kind: 'feedback',
        externalId: 'post-1',
        title: 'Too <loud> & too hot',
        at: Date.parse('2026-01-05T09:30:00Z'),
      },
      ...{ author: { space: 'email', handle: 'ann@customer.example' }, url: 'https://forum.kettle.example/t/1' },
      data: { side: 'outsider', labels: ['noise'] },
    },
    {
      ...{ externalId: 'https://forum.kettle.example/t/2', title: 'AT&T would be proud', body: 'I love it.' },
      ...{ at: Date.parse('2026-01-06T08:30:00Z'), author: { space: 'feed:forum.kettle.example/', handle: 'ben' } },
      url: 'https://forum.kettle.example/t/2',
    },
    { body: 'Nobody named this one.', externalId: expect.stringMatching(/^[\da-f]{32}$/) },
  ]);
  // Who is quoted did not say it here.
  expect(items[0]?.body).toContain('It wakes the house.');
  expect(items[0]?.body).not.toContain('two minutes');
  expect(refused).toEqual([{ file: expect.any(String), row: 31, reason: 'it has no time that can be read' }]);
});

test('JSON Feed: numbers as ids, text and HTML, the one without a day refused', async () => {
  const { items, refused } = await read(JSON_FEED, {}, 'json');
  expect(items).toMatchObject([
    {
      externalId: '7',
      body: 'A metre & a half.',
      url: 'https://kettle.example/notes/7',
      changedAt: expect.any(Number),
    },
    { externalId: '8', title: null, body: 'New colours <soon>.' },
  ]);
  expect(refused).toMatchObject([{ row: 3 }]);
});

test('an entry that stands twice is told once, as it was changed last', async () => {
  const twice = ATOM.replace(
    '</feed>',
    `${ATOM.slice(ATOM.indexOf('<entry>'), ATOM.indexOf('</entry>') + 8)
      .replace('38&amp;nbsp;', '36 ')
      .replace('2026-01-07', '2026-01-09')}</feed>`,
  );
  const { items } = await read(twice);
  expect(items).toHaveLength(2);
  expect(items[0]?.body).toContain('36');
});

test('entities that unfold, tags without an end, depth and files of other kinds are refused in a moment', async () => {
  const lol = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');
  const bombs = [
    `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">${lol}]><rss><channel><title>&l9;</title></channel></rss>`,
    '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;</title></channel></rss>',
    '<a>'.repeat(1_000_000),
    `<rss ${'a'.repeat(200_000)}><channel></channel></rss>`,
    `<rss><channel><item><title>${'&amp;'.repeat(1_000)}`,
    '<rss><channel></rss></channel>',
    '<html><body>hello</body></html>',
  ];
  for (const bomb of bombs) {
    const before = processorTime();
    await expect(read(bomb), bomb.slice(0, 60)).rejects.toMatchObject({ code: 'FILE_NOT_WHAT_IT_CLAIMS' });
    expect(processorTime() - before).toBeLessThan(1_000);
  }
});

test('a page says which feed it names, and what fell out between two gathers is missing', async () => {
  const page = `<!doctype html><link rel="alternate" type="application/rss+xml" href="/feed?x=1&amp;y=2">`;
  expect(feedNamedIn(page, 'https://kettle.example/news')).toBe('https://kettle.example/feed?x=1&y=2');
  const first = await run(feed, { options: { url: URL_OF }, http: serving(() => ATOM) });
  expect(first.missing.map(({ because }) => because)).toEqual([
    'kettle.example/news/atom.xml begins at 2026-01-05; if it said anything before, that was not read.',
  ]);
  const later = `<feed xmlns="http://www.w3.org/2005/Atom">${NEW}</feed>`;
  const second = await run(feed, { options: { url: URL_OF }, http: serving(() => later) }, { cursor: first.cursor });
  expect(second.missing.at(-1)?.because).toBe(
    'Between 2026-02-10 and 2026-03-01 entries may have left kettle.example/news/atom.xml before they were read.',
  );
  expect(second.replaces).toEqual([]);
  const turned = { options: { url: URL_OF, as: 'feedback' }, http: serving(() => later) };
  expect((await run(feed, turned, { cursor: first.cursor })).replaces).toHaveLength(1);
});

test('a server is asked whether anything changed, by its tag and by its day', async () => {
  const asked: unknown[] = [];
  const server = createServer(({ headers }, answer) => {
    asked.push([headers['if-none-match'], headers['if-modified-since']]);
    const same = headers['if-none-match'] === '"one"';
    answer.writeHead(same ? 304 : 200, { etag: '"one"', 'last-modified': 'Tue, 10 Feb 2026 09:00:00 GMT' });
    answer.end(same ? undefined : ATOM);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/atom.xml`;
    const world = { options: { url }, http: openHttp({ allowPrivate: true }) };
    const first = await run(feed, world);
    const second = await run(feed, world, { cursor: first.cursor });
    expect([first.items.length, second.items.length, second.cursor]).toEqual([2, 0, first.cursor]);
    expect(asked[1]).toEqual(['"one"', 'Tue, 10 Feb 2026 09:00:00 GMT']);
  } finally {
    server.close();
  }
});

test('addresses that end as feeds do are feeds; any other is one when it is called so', () => {
  for (const one of ['https://a.example/feed/', 'https://a.example/blog/index.xml', 'https://a.example/?feed=rss2'])
    expect(feedAddress(one)).toBe(one);
  expect(feedAddress('feed:a.example/news')).toBe('https://a.example/news');
  for (const other of ['https://a.example/CHANGELOG.md', 'https://a.example/', 'a.example/feed', 'feed:'])
    expect(feedAddress(other)).toBeNull();
});
