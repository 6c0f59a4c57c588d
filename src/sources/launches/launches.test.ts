/** Lists of launches over real files: the contract of every source, three formats, and rows that are refused. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sourceContract, type World } from '../../../test/contracts/source.ts';
import { run } from '../../../test/contracts/source-run.ts';
import { textFolder } from '../../../test/worlds/text-folder.ts';
import { parseLaunches } from './launches.parse.ts';
import launches from './launches.ts';

const TABLE = 'Launched,Name,Version\n2024-03-05,Field phone,4\n2025-03-04,Field phone,5\n';
const PAGE =
  '# Ours\n\n| date | launch | notes |\n|---|:--|---|\n| 4 March 2025 | [Field phone](x) **5** | lighter \\| longer |\n| soon | Six | |\n\nMore words.\n';
const CALENDAR =
  'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a@shop\r\nDTSTART;VALUE=DATE:20250304\r\nSUMMARY:Field phone\\, the\r\n  fifth\r\nDESCRIPTION:Lighter.\\nLonger.\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';

function world(name: string, file: string, text: string, fails?: World['fails']): World {
  return {
    name,
    open() {
      const { path, close } = textFolder({ [file]: text });
      return { options: { path }, close };
    },
    ...(fails && { fails }),
  };
}

sourceContract(launches, [
  {
    name: 'a table that grows',
    open() {
      const { path, write, close } = textFolder({ 'launches.csv': TABLE });
      const grow = () => write('launches.csv', `${TABLE}2026-03-03,Field phone,6\n`);
      return { options: { path }, grow, close };
    },
  },
  world('a Markdown page', 'launches.md', PAGE),
  world('a calendar', 'launches.ics', CALENDAR),
  world('a table without days', 'launches.csv', 'name,colour\nFive,red\n', 'FILE_NOT_WHAT_IT_CLAIMS'),
  world('a folder without lists', 'launches.pdf', 'x', 'NOTHING_TO_READ'),
]);

test('each format gives names, days and notes; a row without a day is refused by its line', () => {
  const read = (text: string) => {
    const told = parseLaunches(text);
    if ('flaw' in told) throw new Error(told.flaw);
    return told;
  };
  expect(read(TABLE).launches.map(({ at, version }) => [at, version])).toEqual([
    [Date.UTC(2024, 2, 5), '4'],
    [Date.UTC(2025, 2, 4), '5'],
  ]);
  const page = read(PAGE);
  expect(page.launches).toMatchObject([{ at: Date.UTC(2025, 2, 4), name: 'Field phone 5', notes: 'lighter | longer' }]);
  expect(page.refused).toEqual([{ row: 6, reason: 'its day is not one, or could be two: write it as 2025-03-01' }]);
  expect(read(CALENDAR).launches).toMatchObject([
    { id: 'a@shop', name: 'Field phone, the fifth', notes: 'Lighter.\nLonger.', at: Date.UTC(2025, 2, 4) },
  ]);
});

test('any text is read or has a flaw', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string().map((text) => `BEGIN:VCALENDAR\n${text}`),
    fc.string().map((text) => `date,name\n${text}`),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const read = parseLaunches(text);
      if (!('flaw' in read)) expect(new Set(read.launches.map(({ id }) => id)).size).toBe(read.launches.length);
    }),
    { seed: 7 },
  );
});

test('a list may say up to when it is complete, and a day that is none is refused', async () => {
  const { path, close } = textFolder({ 'launches.csv': TABLE });
  expect((await run(launches, { options: { path, until: '2025-12-31' } })).observedUntil).toBe(Date.UTC(2025, 11, 31));
  await expect(run(launches, { options: { path, until: 'soon' } })).rejects.toMatchObject({ code: 'USAGE' });
  close();
});
