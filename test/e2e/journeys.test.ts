/** Ways that people go through the app, in a real browser on the real server: from a sheet to a sentence, and back. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppInBrowser, overflowOf, startApp, violationsOn } from './app-in-browser.ts';

let app: AppInBrowser;

beforeAll(async () => {
  app = await startApp();
}, 120_000);
afterAll(() => app.close());

/** As a person keeps one: titles above, days first, no numbers, a row that is none. */
const SHEET = [
  'Customer voices 2026,,,',
  'as of October,,,',
  ',,,',
  'Date of contact,Customer name,What they said,Stars',
  ...Array.from(
    { length: 24 },
    (_, at) => `${13 + (at % 15)}/0${1 + (at % 9)}/2026,Ann ${at % 9},The lid leaks ${at},2`,
  ),
  'soon,Ben,No day here,3',
].join('\n');
const sheet = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

async function hand(page: Page, name: string, text: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(sheet(name, text));
}

test('from a sheet to a reading of one’s own, and the sheet taken back later', async () => {
  const page = await app.open('/');
  await hand(page, 'Voices of our customers.csv', SHEET);
  const dialog = page.getByRole('dialog');
  await dialog.getByText('24 of 25 rows would be taken').waitFor();
  expect(await dialog.locator('.refused').textContent()).toMatch(/row 29.*its time is none/);
  expect(await violationsOn(page)).toEqual([]);
  expect((await app.server.ask('/products')).json).toMatchObject({ items: [] });
  await page.getByLabel('Which product or business is it about?').fill('Kettle');
  await page.getByRole('button', { name: 'Take 24 rows and read' }).click();
  await page.getByRole('button', { name: 'More customer' }).click();
  expect(await page.locator('#focus').textContent()).toMatch(/^In 52 weeks 9 people wrote 24 reviews/);
  await page.getByRole('link', { name: 'Sources' }).first().click();
  await page.getByText('24 rows').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Taken back: 24 pieces went.').waitFor();
  await page.context().close();
}, 60_000);

test('headings that nobody knows are named by a person, and a timeline is typed', async () => {
  const page = await app.open('/', { viewport: { width: 360, height: 800 }, colorScheme: 'dark' });
  await hand(page, 'list.csv', 'Eingang;Kundin;Meinung\n05.01.2026;Ann;Zu laut\n06.01.2026;Ben;Gut so\n');
  await page.getByLabel('Which column holds what they said?').selectOption('Meinung');
  await page.getByLabel('Which column holds the day?').selectOption('Eingang');
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Look again' }).click();
  await page.getByText('2 of 2 rows would be taken').waitFor();
  await page.getByRole('button', { name: 'Leave it' }).click();
  await page.getByRole('button', { name: 'Type a timeline' }).click();
  await page.getByLabel('Day 1').fill('2026-02-03');
  await page.getByLabel('What was done 1').fill('A lid, that "closes"');
  await page.getByLabel('Day 2').fill('2026-03-01');
  await page.getByLabel('What was done 2').fill('Posters');
  await page.getByLabel('What it changed 2').selectOption('what is said about it');
  expect([await violationsOn(page), await overflowOf(page)]).toEqual([[], 0]);
  await page.getByRole('button', { name: 'Look at them' }).click();
  await page.getByText('2 of 2 rows would be taken').waitFor();
  expect(await page.getByRole('dialog').locator('.said').allTextContents()).toEqual([
    'A lid, that "closes"',
    'Posters',
  ]);
  await page.context().close();
}, 60_000);
