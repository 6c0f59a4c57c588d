/** Surveys of one row a respondent: the contract, and what each column becomes. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { BifocalError } from '#core/errors.ts';
import { sourceContract } from '../../../test/contracts/source.ts';
import { run } from '../../../test/contracts/source-run.ts';
import survey from './survey.ts';

const folder = mkdtempSync(join(tmpdir(), 'bifocal-survey-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const WISHES = [
  'make it quieter please',
  'a longer cord would help',
  'nothing, it is fine',
  'boil faster in winter',
  'let me see the water',
  'a lid that closes',
];
const HEAD = 'Timestamp,How often?,Your name,How easy is it (1-5)?,What would you change?,What do you like?';
const answer = (at: number) =>
  `2026-01-0${at + 1} 10:00:00,${at % 2 ? 'Daily' : 'Weekly'},Ann ${at},${(at % 5) + 1},"${WISHES[at]}","I like that ${WISHES[5 - at]}"`;
const SURVEY = `${[HEAD, ...WISHES.map((_, at) => answer(at))].join('\n')}\n`;

let files = 0;
function file(content: string): string {
  files += 1;
  const path = join(folder, `${files}.csv`);
  writeFileSync(path, content);
  return path;
}

sourceContract(survey, [
  {
    name: 'six respondents',
    open: () => {
      const path = file(SURVEY);
      const more = '2026-02-01 10:00:00,Daily,Zoe,4,"cheaper spare parts","the sound when it is done"\n';
      return { options: { files: [path] }, grow: () => writeFileSync(path, SURVEY + more) };
    },
  },
  { name: 'no day', open: () => ({ options: { files: [file('a,b,c\n1,2,3\n')] } }), fails: 'COLUMN_NOT_FOUND' },
]);

test('words are feedback, scales events, choices stay with the respondent, names do not', async () => {
  const { items } = await run(survey, { options: { files: [file(SURVEY)] } });
  expect(items).toHaveLength(6 * 4);
  const [response, scale, change, like] = items;
  expect(response).toMatchObject({ kind: 'event', type: 'response', data: { choices: { 'How often?': 'Weekly' } } });
  expect(scale).toMatchObject({ kind: 'event', type: 'scale', amount: 1 });
  expect(change).toMatchObject({ kind: 'feedback', type: 'survey', body: WISHES[0], at: Date.UTC(2026, 0, 1, 10) });
  expect(like?.author).toEqual(change?.author);
  expect(JSON.stringify(items)).not.toContain('Ann');
});

test('a survey is told from a table of tickets, and a day may be named', async () => {
  expect(await survey.importing?.recognises(file(SURVEY))).toBe(2);
  const undated = file(SURVEY.replace('Timestamp', 'Respondent ID').replace(/2026-01-0(\d) 10:00:00/g, '$1'));
  expect(await survey.importing?.recognises(undated)).toBe(2);
  expect(await survey.importing?.recognises(file('id,title,text,date,status,plan\n1,a,b,2026-01-01,open,x\n'))).toBe(0);
  const { items } = await run(survey, { options: { files: [undated], map: { at: '2026-03-01' } } });
  expect(new Set(items.map(({ at }) => at))).toEqual(new Set([Date.UTC(2026, 2, 1)]));
});

test('two numbers are a choice, columns of one question are read alike, and long answers about people stay', async () => {
  const long = (at: number) =>
    `what instructors need, told at length by the ${at}th: ${WISHES[at % 6]}, and ${WISHES[(at + 1) % 6]} too`;
  const rows = Array.from({ length: 12 }, (_, at) => [
    `2026-01-${10 + at}`,
    (at % 2) + 2,
    `my own words, the ${at}th`,
    at < 5 ? 'the same words' : '',
    long(at),
    `Ann ${at}`,
  ]);
  const head = [
    'Timestamp',
    'Python 2 or 3?',
    'Wish 1',
    'Wish 2',
    'Advice for instructors',
    'Names of your instructors',
  ];
  const { items } = await run(survey, {
    options: {
      files: [file(`${[head, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n')}\n`)],
    },
  });
  expect(items.filter(({ type }) => type === 'scale')).toEqual([]);
  expect(items[0]?.data).toEqual({ choices: { 'Python 2 or 3?': '2' } });
  const asked = Map.groupBy(items, ({ data }) => data?.question);
  expect(asked.get('Wish 2')).toHaveLength(5);
  expect(asked.get('Advice for instructors')).toHaveLength(12);
  expect(JSON.stringify(items)).not.toContain('Ann');
});

test('a row of answers is not taken for the headings, whatever words it holds', async () => {
  const wide = SURVEY.replace('Timestamp', 'Respondent').replace('Daily', 'Text');
  const { items } = await run(survey, { options: { files: [file(wide)], map: { at: '2026-03-01' } } });
  expect(items.filter(({ type }) => type === 'response')).toHaveLength(6);
});

test('a damaged survey is refused or read, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(SURVEY.length), fc.string({ maxLength: 20 }), async (at, text) => {
      const path = file(`${SURVEY.slice(0, at)}${text}${SURVEY.slice(at)}`);
      await run(survey, { options: { files: [path] } }).catch((error: unknown) => {
        if (!(error instanceof BifocalError)) throw error;
      });
    }),
    { numRuns: 60 },
  );
});
