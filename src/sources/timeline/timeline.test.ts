/** Timelines with and without headings, typed and from sheets: the contract, and what each line becomes. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, expect, test } from 'vitest';
import { BifocalError } from '#core/errors.ts';
import { sourceContract } from '../../../test/contracts/source.ts';
import { run } from '../../../test/contracts/source-run.ts';
import timeline from './timeline.ts';

const folder = mkdtempSync(join(tmpdir(), 'bifocal-timeline-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function file(content: string | Uint8Array, name = 'list.csv'): string {
  files += 1;
  const path = join(folder, `${files}-${name}`);
  writeFileSync(path, content);
  return path;
}

const TYPED = [
  '2026-01-05, Classic, less sugar, more fruit, substance',
  '2026-03-01, Classic, summer can, appearance',
  '2026-03-02, Classic, posters in every town, message',
  '2026-04-10, Classic, 5 cents more, price',
  '2026-05-02, , answered all letters, service',
  '',
].join('\n');

sourceContract(timeline, [
  {
    name: 'five typed lines',
    open: () => {
      const path = file(TYPED);
      return {
        options: { files: [path] },
        grow: () => writeFileSync(path, `${TYPED}2026-06-01, Classic, cherry, substance\n`),
      };
    },
  },
  {
    name: 'a list of something else',
    open: () => ({ options: { files: [file('id,text\n1,hello\n')] } }),
    fails: 'FILE_NOT_WHAT_IT_CLAIMS',
  },
]);

const rowsOf = async (content: string | Uint8Array, name?: string) =>
  (await run(timeline, { options: { files: [file(content, name)] } })).items.map(
    ({ kind, type, title, line = null, at }) => [...[kind, type, title, line], new Date(at).toISOString().slice(0, 10)],
  );

test('each kind becomes what it is', async () => {
  expect(await rowsOf(TYPED)).toEqual([
    ['change', 'timeline', 'less sugar, more fruit', 'Classic', '2026-01-05'],
    ['change', 'timeline', 'summer can', 'Classic', '2026-03-01'],
    ['document', 'post', 'posters in every town', 'Classic', '2026-03-02'],
    ['change', 'timeline', '5 cents more', 'Classic', '2026-04-10'],
    ['reply', 'timeline', 'answered all letters', null, '2026-05-02'],
  ]);
});

test('German headings, semicolons and days that come first are read', async () => {
  const german =
    'Art;Datum;Produkt;Was\nRezept;05.01.2026;Klassik;ein Drittel weniger Zucker\nWerbung;2.3.2026;Klassik;Plakate in der Stadt\n';
  expect(await rowsOf(german)).toEqual([
    ['change', 'timeline', 'ein Drittel weniger Zucker', 'Klassik', '2026-01-05'],
    ['document', 'post', 'Plakate in der Stadt', 'Klassik', '2026-03-02'],
  ]);
});

test('titles and headings above the first line are passed over', async () => {
  const lines = [13, 14, 15, 16, 17].map((day) => `${day}/01/2026,New lid ${day},product`);
  const path = file(['Launch plan 2026,,', ',,', 'When,What we did,Kind', ...lines, 'soon,New box,design'].join('\n'));
  const { items, refused } = await run(timeline, { options: { files: [path] } });
  expect([items.map(({ title }) => title), refused.map(({ row }) => row)]).toEqual([
    lines.map((_, at) => `New lid ${at + 13}`),
    [9],
  ]);
});

test('a sheet is read', async () => {
  const rows = [
    ['Date', 'Product', 'What changed', 'Kind'],
    [new Date(Date.UTC(2026, 0, 5)), 'Classic', 'a third less sugar', 'substance'],
    [new Date(Date.UTC(2026, 2, 1)), 'Classic', 'summer can', 'packaging'],
  ];
  const book = await writeXlsx({ sheets: [{ name: 'Changes', rows }] });
  expect((await rowsOf(book, 'list.xlsx')).map(([, , title]) => title)).toEqual(['a third less sugar', 'summer can']);
});

test('a line that lacks its kind or day is refused by its row', async () => {
  const { refused } = await run(timeline, {
    options: { files: [file(`${TYPED}2026-06-01, Classic, cherry, whim\nsoon, Classic, lime, substance\n`)] },
  });
  expect(refused.map(({ row }) => row)).toEqual([6, 7]);
});

test('a damaged list is refused or read, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(TYPED.length), fc.string({ maxLength: 30 }), async (at, text) => {
      const path = file(`${TYPED.slice(0, at)}${text}${TYPED.slice(at)}`);
      await run(timeline, { options: { files: [path] } }).catch((error: unknown) => {
        if (!(error instanceof BifocalError)) throw error;
      });
    }),
    { numRuns: 100 },
  );
});
