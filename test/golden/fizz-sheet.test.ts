/** The reviews of Fizz as the spreadsheet that its shop exports: imported, they give the same figures as the evidence that the sample ships with. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Reading } from '#core/reading.ts';
import { run } from '../../src/cli/main.ts';
import { capturedTerminal } from '../e2e/captured-terminal.ts';

const FIZZ = join(import.meta.dirname, '../../examples/fizz');
const home = mkdtempSync(join(tmpdir(), 'bifocal-fizz-sheet-'));
const SHEET = 'Fizz by sheet';

afterAll(() => rmSync(home, { recursive: true, force: true }));

async function bifocal(...words: string[]): Promise<string> {
  const terminal = capturedTerminal({ BIFOCAL_HOME: home });
  expect(await run(words, terminal), terminal.err()).toBe(0);
  return terminal.out();
}

/** The sample without its reviews: the shelf, the advertising, the survey. */
function withoutReviews(): string {
  const folder = join(home, 'shop');
  const survey = join(folder, 'survey');
  mkdirSync(survey, { recursive: true });
  for (const name of ['catalogue', 'advertising.csv'])
    cpSync(join(FIZZ, name), join(folder, name), { recursive: true });
  cpSync(join(FIZZ, 'voices/survey.jsonl'), join(survey, 'survey.jsonl'));
  const manifest = readFileSync(join(FIZZ, 'voices/manifest.json'), 'utf8');
  writeFileSync(join(survey, 'manifest.json'), manifest.replace('reviews:fizz', 'survey:fizz'));
  const own = readFileSync(join(FIZZ, 'bifocal.json'), 'utf8');
  writeFileSync(join(folder, 'bifocal.json'), own.replace('"voices"', '"survey"').replace('"Fizz"', `"${SHEET}"`));
  return folder;
}

const toldIn = ({ audits, stage, place, lean }: Reading) => ({
  audits: audits.map(({ id, state, n, value, because }) => ({ id, state, n, value, because })),
  ...{ stage, lean: { verdict: lean.verdict, difference: lean.difference } },
  place: { name: place.name, certainty: place.certainty, between: place.between },
});

test('every figure and every sentence is the same, whichever way the reviews came', { timeout: 180_000 }, async () => {
  const told = JSON.parse(await bifocal('import', join(FIZZ, 'reviews.csv'), '--product', SHEET, '--json')) as object;
  expect(told).toMatchObject({ read: 150, refused: [] });
  const bySheet = Reading.parse(JSON.parse(await bifocal(withoutReviews(), '--json')));
  const byEvidence = Reading.parse(JSON.parse(await bifocal(FIZZ, '--json')));
  expect(toldIn(bySheet)).toEqual(toldIn(byEvidence));
  const favourite = bySheet.audits.find(({ id }) => id === 'unsaid-favourite');
  expect(favourite?.because).toMatch(/^20 people gave Fizz Small Bottle five stars/);
});
