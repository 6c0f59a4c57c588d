/** Catalogues over real files: the contract of every source, each format, and what must be refused. */
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sourceContract, type World } from '../../../test/contracts/source.ts';
import { run } from '../../../test/contracts/source-run.ts';
import { textFolder } from '../../../test/worlds/text-folder.ts';
import catalogue from './catalogue.ts';

interface Tape {
  readonly shopify: Readonly<Record<string, object>>;
  readonly merchant: string;
}
const TAPE = JSON.parse(readFileSync(join(import.meta.dirname, 'catalogue.tape.json'), 'utf8')) as Tape;
const BUN = 'id,name,recipe,flour,box,price\nb1,Bun,milk and rye,rye,plain,1.20\n';

function world(
  name: string,
  files: Record<string, string | Uint8Array>,
  more: object = {},
  fails?: World['fails'],
): World {
  return {
    name,
    open() {
      const { path, close } = textFolder(files);
      return { options: { path, ...more }, close };
    },
    ...(fails && { fails }),
  };
}

const files = (byDay: Readonly<Record<string, object>>) =>
  Object.fromEntries(Object.entries(byDay).map(([day, shelf]) => [`${day}.json`, JSON.stringify(shelf)]));

async function changes(given: Record<string, string>, more: object = {}) {
  const folder = textFolder(given);
  try {
    const { items, ...rest } = await run(catalogue, { options: { path: folder.path, ...more } });
    const told = items.filter(({ type }) => type === 'catalogue').map(({ title, data }) => [title, data?.of]);
    return { told, items, ...rest };
  } finally {
    folder.close();
  }
}

sourceContract(catalogue, [
  {
    name: 'a table that grows by a snapshot',
    open() {
      const folder = textFolder({ '2025-01-01.csv': BUN, '2025-04-01.csv': BUN.replace('plain', 'with a bow') });
      const grow = () => folder.write('2025-07-01.csv', BUN.replace('rye,rye', 'oats,oat'));
      return { options: { path: folder.path }, grow, close: folder.close };
    },
  },
  world('a shop’s products.json', files(TAPE.shopify)),
  world('one feed, and so no change', { 'feed-2025-03.xml': TAPE.merchant }),
  world('a folder without snapshots', { 'readme.md': 'nothing' }, {}, 'NOTHING_TO_READ'),
  world('a snapshot without a day', { 'shelf.csv': BUN }, {}, 'FILE_NOT_WHAT_IT_CLAIMS'),
  world('a table without an id', { '2025-01-01.csv': 'colour,taste\nred,sweet\n' }, {}, 'FILE_NOT_WHAT_IT_CLAIMS'),
  world(
    'a picture in place of a table',
    { '2025-01-01.csv': Uint8Array.of(0x89, 0x50, 0, 1) },
    {},
    'FILE_NOT_WHAT_IT_CLAIMS',
  ),
  world(
    'a feed that declares entities',
    { '2025-01-01.xml': '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><item><id>&b;</id></item></rss>' },
    {},
    'FILE_NOT_WHAT_IT_CLAIMS',
  ),
  world(
    'a feed cut off in the middle',
    { '2025-01-01.xml': TAPE.merchant.slice(0, 300) },
    {},
    'FILE_NOT_WHAT_IT_CLAIMS',
  ),
  world('a folder that is not there', {}, { path: '/nowhere/at/all' }, 'TARGET_NOT_FOUND'),
]);

test('substance, appearance and price are told apart, and a move to another server is none', async () => {
  const { told } = await changes({
    '2025-01-01.csv': `${BUN}b2,Roll,white flour,wheat,plain,0.90\n`,
    '2025-04-01.csv': 'id,name,recipe,flour,box,price\nb1,Bun,oats,oat,bow,1.30\nb3,Knot,sesame,wheat,plain,1\n',
  });
  expect(told).toEqual([
    ['Bun: box, flour, price, recipe altered', ['substance', 'appearance', 'price']],
    ['Roll: dropped', ['substance']],
    ['Knot: added', ['substance']],
  ]);
  const shop = await changes(files(TAPE.shopify) as Record<string, string>);
  expect(shop.told).toEqual([['Kettle No. 3: grams, options, price, variants altered', ['substance', 'price']]]);
});

test('a season’s edition with the very same substance is the same in another dress', async () => {
  const { told, items } = await changes({
    '2025-01-01.csv': BUN,
    '2025-04-01.csv': `${BUN}b9,Spring Bun,milk and rye,rye,blossoms,1.50\n`,
    '2025-07-01.csv': BUN,
  });
  expect(told).toEqual([
    ['Spring Bun: added, the same in another dress', ['appearance']],
    ['Spring Bun: dropped, the same stays in another dress', ['appearance']],
  ]);
  expect(items.find(({ type }) => type === 'catalogue')?.data?.twin).toBe('b1');
});

test('what the user says of a field comes first, and a field that a snapshot leaves out has not changed', async () => {
  const moods = { '2025-01-01.csv': 'id,mood,flour\n1,calm,rye\n', '2025-02-01.csv': 'id,mood\n1,loud\n' };
  expect((await changes(moods)).told).toEqual([['1: mood calm → loud', ['substance']]]);
  expect((await changes(moods, { appearance: ['Mood'] })).told).toEqual([['1: mood calm → loud', ['appearance']]]);
  expect((await changes(moods, { aside: ['mood'] })).told).toEqual([]);
});

test('one file holds many snapshots where a column names their days; rows without one are refused by line', async () => {
  const long = 'sku;as_of;recipe\nA;01.02.2025;milk\nA;soon;milk\nA;01.03.2025;oats\nA;01.03.2025;rye\n';
  const { told, refused, missing, observedUntil } = await changes({ 'all.csv': long }, { date: 'as of' });
  expect(told).toEqual([['A: recipe milk → rye', ['substance']]]);
  expect(refused.map(({ file, row }) => [file, row])).toEqual([['all.csv', 3]]);
  expect(missing[0]?.because).toBe('1 rows of the catalogue repeat an id of the same day; the last of each was taken.');
  expect(observedUntil).toBe(Date.UTC(2025, 2, 1));
});

test('the past is what stood then', async () => {
  const folder = textFolder({ '2025-01-01.csv': BUN, '2025-04-01.csv': 'id,name,recipe\nb1,Bun,oats\n' });
  const { items, observedUntil, missing } = await run(
    catalogue,
    { options: { path: folder.path } },
    { until: Date.UTC(2025, 1, 1) },
  );
  folder.close();
  expect(items.map(({ type }) => type)).toEqual(['look', 'listed']);
  expect(observedUntil).toBe(Date.UTC(2025, 0, 1));
  expect(missing[0]?.because).toContain('Only one snapshot');
});

test('a link that leads out of the folder is not followed', async () => {
  const folder = textFolder({ '2025-01-01.csv': BUN });
  symlinkSync('/etc/hostname', join(folder.path, '2025-02-01.csv'));
  await expect(run(catalogue, { options: { path: folder.path } })).rejects.toMatchObject({ code: 'TARGET_UNREADABLE' });
  folder.close();
});
