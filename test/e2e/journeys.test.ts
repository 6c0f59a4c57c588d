/** Ways that people go through the app, in a real browser on the real server: from a sheet to a sentence, and back. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppInBrowser, faultsOf, overflowOf, startApp, violationsOn } from './app-in-browser.ts';

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
  ...Array.from({ length: 32 }, (_, at) => `${13 + (at % 15)}/0${1 + (at % 9)}/2026,Ann ${at},The lid leaks ${at},2`),
  'soon,Ben,No day here,3',
].join('\n');
const sheet = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

let gallop = '';
/** The sample, read once. */
async function sample(): Promise<string> {
  if (gallop === '') gallop = await app.read('sample:gallop');
  return gallop;
}

async function hand(page: Page, name: string, text: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(sheet(name, text));
}

test('from a sheet to a reading of one’s own, and the sheet taken back later', async () => {
  const page = await app.open('/');
  await hand(page, 'Voices of our customers.csv', SHEET);
  const dialog = page.getByRole('dialog');
  await dialog.getByText('32 of 33 rows would be taken').waitFor();
  expect(await dialog.locator('.refused').textContent()).toMatch(/row 37.*its time is none/);
  expect(await violationsOn(page)).toEqual([]);
  expect((await app.server.ask('/products')).json).toMatchObject({ items: [] });
  await page.getByLabel('Which product or business is it about?').fill('Kettle');
  await page.getByRole('button', { name: 'Take 32 rows and read' }).click();
  await page.getByRole('button', { name: 'More customer' }).click();
  expect(await page.locator('#focus').textContent()).toMatch(/^In 52 weeks 32 people wrote 32 reviews/);
  await page.getByRole('link', { name: 'Sources' }).first().click();
  await page.getByText('32 rows').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Taken back: 32 pieces went.').waitFor();
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

test('an audit opens to its curve, at an address that can be shared', async () => {
  const { id } = (await app.server.store.products.byName('Kettle')) ?? {};
  const page = await app.open(`/p/${id}/audits?near=audit%3Aratings`, { viewport: { width: 1440, height: 900 } });
  const curve = page.locator('.near .curve');
  await curve.waitFor();
  expect(await curve.locator('figcaption').textContent()).toMatch(/here 2 stars, a score of \d+\.$/);
  expect(await violationsOn(page)).toEqual([]);
  await page.context().close();
}, 60_000);

test('somebody counts as what a person says; who asks to be forgotten is, from that product alone; words are kept so long', async () => {
  const { store } = app.server;
  const page = await app.open('/');
  for (const name of ['Cup', 'Pan']) {
    await hand(page, `${name}.csv`, `id,text,date,author\n1,It leaks on ${name},2026-01-05,ann@example.org\n`);
    await page.getByLabel('Which product or business is it about?').fill(name);
    await page.getByRole('button', { name: 'Take 1 row and read' }).click();
    await page.getByRole('heading', { name: 'Which is it, do you think?' }).waitFor();
    await page.goto(app.server.address);
  }
  const { id = '' } = (await store.products.byName('Cup')) ?? {};
  await page.goto(`${app.server.address}/p/${id}/settings`);
  await page.getByRole('heading', { name: 'People' }).scrollIntoViewIfNeeded();
  await page
    .getByLabel(/^outsiders|^not known \(1/)
    .last()
    .check();
  const role = page.getByLabel(/^What [0-9a-f]{8} is$/);
  await role.selectOption('of the team');
  await page.getByLabel(/^the team/).check();
  await page.getByText('You said so.').waitFor();
  await page.getByRole('button', { name: /^Undo what was said of/ }).click();
  await page.getByText('Nobody.').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByLabel(/^Forget a person/).fill('ann@example.org');
  await page.getByLabel(/for good/).check();
  await page.getByRole('button', { name: 'Forget' }).click();
  await page.getByText('1 text of theirs went').waitFor();
  expect(JSON.stringify((await app.server.ask(`/products/${id}/log`)).json)).not.toContain('ann@');
  const other = (await store.products.byName('Pan'))?.id ?? '';
  const { json } = await app.server.ask(`/products/${other}/feedback`);
  expect((json as { items: { body: string }[] }).items.map(({ body }) => body)).toEqual(['It leaks on Pan']);
  await page.getByLabel(/^Keep words for so many months/).fill('12');
  await page.getByRole('button', { name: 'Keep so' }).click();
  await page.getByText('Words are kept for 12 months.').waitFor();
  expect((await store.products.byId(id))?.settings.keepMonths).toBe(12);
  await page.context().close();
}, 90_000);

interface Told {
  readonly items: readonly { readonly id: string; readonly name: string; readonly pieces: number }[];
}

test('who asked for a faster horse is found, and the need beneath is told apart', async () => {
  const product = await sample();
  const needs = async () => ((await app.server.ask(`/products/${product}/needs?limit=200`)).json as Told).items;
  const faster = (await needs()).find(({ name }) => name.includes('faster horses'));
  const page = await app.open(`/p/${product}/needs`);
  await page.getByRole('link', { name: 'faster horses' }).click();
  const near = page.locator('.near');
  await near.getByText('Please just faster horses').first().waitFor();
  await page.keyboard.press('Shift+S');
  for (const said of ['I only wanted it punctual', "It's slow to be here", 'just, leave earlier'])
    await near.getByLabel(said).check();
  await near.getByLabel('What do these need?').fill('To arrive when I said');
  await page.keyboard.press('Enter');
  await near.getByText('Split.').waitFor();
  const apart = (await needs()).find(({ name }) => name === 'To arrive when I said');
  expect(apart?.pieces).toBe(3);
  expect((await needs()).find(({ id }) => id === faster?.id)?.pieces).toBe((faster?.pieces ?? 0) - 3);
  await page.getByRole('link', { name: 'To arrive when I said' }).click();
  await near.getByText('I only wanted it punctual').first().waitFor();
  await page.context().close();
}, 120_000);

test('a verdict is disputed, and the next reading counts one conflict less', async () => {
  const product = await sample();
  const audit = `${app.server.address}/p/${product}/audits?near=audit%3Aclaim-conflicts`;
  const page = await app.open(`/p/${product}/audits?near=audit%3Aclaim-conflicts`);
  await page.locator('.near').getByText('2 wait for somebody to look').first().waitFor();
  await page.goto(`${app.server.address}/p/${product}/claims`);
  await page.locator('[aria-labelledby=verdict-seems-to-conflict] .claim a').first().click();
  await page.getByLabel(/Is the verdict right/).fill('The second horse stands by again.');
  await page.getByRole('button', { name: 'The verdict is wrong' }).click();
  await page.locator('.near').getByText('Set aside.', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Read again' }).click();
  await page.getByRole('button', { name: 'More customer' }).click();
  await page.locator('#focus').waitFor();
  await expect.poll(conflictsOf, { timeout: 60_000 }).toMatch(/1 waits for somebody to look/);
  await page.goto(audit);
  await page.locator('.near').getByText('1 waits for somebody to look').first().waitFor();
  await page.context().close();
}, 120_000);

async function conflictsOf(): Promise<string> {
  const { json } = await app.server.ask(`/products/${await sample()}/reading`);
  const { audits } = (json as { reading: { audits: { id: string; because: string }[] } }).reading;
  return audits.find(({ id }) => id === 'claim-conflicts')?.because ?? '';
}

test('a weight that is moved says where the lens would stand, in an address that can be shared, and is put back', async () => {
  const product = await sample();
  const page = await app.open(`/p/${product}/settings`);
  const said = page.locator('.weights [role=status]').last();
  await said.getByText(/^Each counted once: \d+/).waitFor();
  await page.getByLabel(/^Are they told\?/).focus();
  await page.keyboard.press('End');
  await said.getByText(/^By your weights \d+, .*; each counted once \d+/).waitFor();
  const words = await said.textContent();
  const shared = await app.open(new URL(page.url()).pathname + new URL(page.url()).search);
  await shared.locator('.weights [role=status]', { hasText: words ?? '' }).waitFor();
  await shared.context().close();
  await page.getByRole('button', { name: 'Count each once' }).click();
  await said.getByText(/^Each counted once/).waitFor();
  expect(new URL(page.url()).search).toBe('');
  await page.context().close();
}, 60_000);

test('likely answers, by key: yes, no, and taken back', async () => {
  const product = await sample();
  const links = async (method: string) =>
    (await app.server.ask(`/products/${product}/links?method=${method}`)).json as {
      items: { id: string }[];
      total: number;
    };
  const { items, total } = await links('offered');
  const page = await app.open(`/p/${product}/shipped`);
  await page.getByRole('link', { name: `Look at ${total} likely answers` }).click();
  const rows = page.locator('[data-link]');
  await rows.first().waitFor();
  await page.keyboard.press('Shift+Y');
  await rows.nth(0).getByText('Somebody said yes.').waitFor();
  await page.keyboard.press('Shift+N');
  await rows.nth(1).getByText('Somebody said no.').waitFor();
  await expect
    .poll(async () => (await links('vetoed')).items.map(({ id }) => id), { timeout: 15_000 })
    .toEqual([items[1]?.id]);
  await page.keyboard.press('k');
  await page.keyboard.press('Shift+U');
  await rows.nth(1).getByRole('button', { name: /^Yes/ }).waitFor();
  await expect.poll(async () => (await links('vetoed')).total, { timeout: 15_000 }).toBe(0);
  expect((await links('confirmed')).items.map(({ id }) => id)).toEqual([items[0]?.id]);
  await rows.nth(1).getByRole('link').click();
  await page.locator('.near .said').nth(1).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.context().close();
}, 120_000);
