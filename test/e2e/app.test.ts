/** The app in a real browser on the real server: from the first start to a reading, an import and back, a figure's address. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRound } from '#engine/rounds.ts';
import { takeRounds } from '#engine/rounds-import.ts';
import { kettle } from '../worlds/kettle.ts';
import { kettleVoices } from '../worlds/kettle-voices.ts';
import { builtWeb, faultsOf } from './app-in-browser.ts';
import { launchBrowser } from './browser.ts';
import { sent, startServer, type TestServer } from './server.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** What an attacker would write into a commit, an issue or a review. */
const PAYLOAD = '<img src=x onerror="document.title=\'pwned\'"> <script>document.title="pwned"</script>';

const folder = mkdtempSync(join(tmpdir(), 'bifocal-app-'));
const world = kettle();
const voices = kettleVoices();
const complaints: string[] = [];
let server: TestServer;
let browser: Browser;
let own = '';

beforeAll(async () => {
  const files = {
    'src/hostile.ts': 'hostile\n'.repeat(400),
    'README.md': '# Kettle\n\nBoils water.\n\nThe fastest kettle in the world.\n\nIt boils a litre in 40 seconds.\n',
  };
  world.commit(`feat: ${PAYLOAD}`, { at: Date.UTC(2026, 0, 5), files, author: 'Eve <eve@example.org>' });
  world.save();
  server = await startServer(await builtWeb());
  browser = await launchBrowser();
}, 240_000);

afterAll(async () => {
  await browser.close();
  await server.close();
  world.remove();
  voices.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** A page whose every complaint is kept: a refused script or style is one. */
async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(100_000);
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(`${server.address}${path}`);
  return page;
}

/** The one that the first test reads. */
async function productId(): Promise<string> {
  if (own === '') {
    const { json } = await server.ask('/products');
    own = (json as { items: { id: string }[] }).items[0]?.id ?? '';
  }
  return own;
}

test('scripts come packed to whoever unpacks them, and are the same to everybody', async () => {
  const [script] = /\/assets\/index-[^"]+\.js/.exec(await (await fetch(server.address)).text()) ?? [];
  const asked = (encoding: string) => fetch(`${server.address}${script}`, { headers: { 'accept-encoding': encoding } });
  const [packed, plain] = [await asked('gzip, br'), await asked('identity')];
  expect([packed, plain].map(({ headers }) => headers.get('content-encoding'))).toEqual(['gzip', null]);
  expect(packed.headers.get('vary')).toBe('Accept-Encoding');
  expect(await packed.text()).toBe(await plain.text());
});

test('from the first start to a guess and a reading of one’s own', async () => {
  const page = await open('/');
  await page.getByLabel(/What shall be read/).fill(world.folder);
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.getByRole('heading', { name: 'Which is it, do you think?' }).waitFor();
  await page.keyboard.press('2');
  await page.getByRole('heading', { name: 'You guessed: more customer.' }).waitFor();
  expect(await page.locator('#focus').textContent()).toMatch(/In 52 weeks the product changed in\s\d+/);
  expect(page.url()).toContain(`/p/${await productId()}`);
  await page.context().close();
}, 240_000);

test('a figure has an address of its own, and opens to the words as they were written', async () => {
  const id = await productId();
  const page = await open(`/p/${id}`);
  await page
    .getByRole('button', { name: /More product/ })
    .or(page.locator('#focus'))
    .first()
    .waitFor();
  await page.getByRole('link', { name: 'Does finished work arrive?', exact: true }).click();
  await page.locator('.near .said').first().waitFor();
  const words = await page.locator('.near .said').allTextContents();
  expect(words.join(' ')).toMatch(/whistles in week|no longer drips/);
  const shared = await open(new URL(page.url()).pathname + new URL(page.url()).search);
  await shared.locator('.near .said').first().waitFor();
  expect(await shared.locator('.near .said').allTextContents()).toEqual(words);
  await page.keyboard.press('Escape');
  await page.locator('.near').waitFor({ state: 'detached' });
  expect(await page.evaluate('document.activeElement.dataset.figure')).toBe('question:arrives');
  await page.context().close();
  await shared.context().close();
}, 240_000);

test('what strangers wrote is text', async () => {
  const page = await open(`/p/${await productId()}?near=kind%3Amaking`);
  await page.locator('.near .said', { hasText: PAYLOAD }).waitFor();
  expect(await page.title()).toBe('kettle · Bifocal');
  expect(await page.locator('.near img, .near script').count()).toBe(0);
  await page.context().close();
});

test('a file with bad rows: which, taken without them, taken back', async () => {
  const file = join(folder, 'reviews.csv');
  const rows = Array.from({ length: 4 }, (_, at) => `r${at},The spout drips ${at},2025-11-0${at + 1}`);
  writeFileSync(
    file,
    ['id,text,date', ...rows, `r8,${PAYLOAD.replaceAll('"', '')},2025-11-09`, 'r9,No day,someday'].join('\n'),
  );
  const page = await open(`/p/${await productId()}/sources`);
  await page.locator('input[type=file]').setInputFiles(file);
  const dialog = page.getByRole('dialog');
  await dialog.getByText('5 of 6 rows would be taken').waitFor();
  expect(await dialog.locator('.refused').textContent()).toMatch(/row 7.*its time is none/);
  expect((await server.store.read.count(await productId())).feedback).toBe(0);
  await dialog.getByRole('button', { name: 'Take 5 rows' }).click();
  await dialog.getByText('5 new').waitFor();
  expect((await server.store.read.count(await productId())).feedback).toBe(5);
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await dialog.getByText('Taken back: 5 pieces went.').waitFor();
  expect((await server.store.read.count(await productId())).feedback).toBe(0);
  await page.context().close();
}, 240_000);

test('keys: the next figure, closer, back, a page, a command', async () => {
  const page = await open(`/p/${await productId()}`);
  await page.locator('#focus').waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('o');
  await page.locator('.near').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.near').waitFor({ state: 'detached' });
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await page.getByRole('heading', { name: /questions have a figure/ }).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('finished work release');
  await page.keyboard.press('Enter');
  await page.locator('.near h2', { hasText: 'How long does finished work wait for a release?' }).waitFor();
  await page.context().close();
}, 240_000);

test('a verdict is set aside, and taken back', async () => {
  const page = await open(`/p/${await productId()}/claims`);
  await page.locator('.claim a').first().click();
  const head = page.locator('.near h2');
  const before = await head.textContent();
  await page.getByRole('button', { name: 'The verdict is wrong' }).click();
  await head.filter({ hasText: 'Set aside' }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'The verdict is wrong' }).waitFor();
  expect(await head.textContent()).toBe(before);
  await page.context().close();
});

/** `heard` has a loop to show, `read` a history alone. */
const PAGES = [
  '/',
  '/p/read',
  '/p/read?near=question%3Aarrives',
  '/p/heard?near=loop',
  '/p/heard/needs',
  '/p/heard/said?words=kettle',
  '/p/read/said',
  '/p/read/claims',
  '/p/read/shipped',
  '/p/read/shipped?near=release%3A1.20.0',
  '/p/heard/links',
  '/p/heard/settings?weights=told%3A3',
  '/p/read/mirror',
  '/p/heard/mirror',
  '/p/heard/mirror?round=autumn-2024',
  '/p/read/bridge',
  '/p/heard/bridge',
  '/p/read/package',
  '/p/heard/package',
  '/p/heard/since',
  '/p/heard/year',
  '/p/read/year',
  '/p/read/audits',
  '/p/read/sources',
  '/p/read/settings',
  '/p/nobody',
  '/nowhere',
];
let heard = '';

test('a folder of evidence is read as well', async () => {
  const { json } = await server.ask('/products', sent({ target: voices.folder }));
  heard = (await server.ended((json as { job: { id: string } }).job.id)).productId;
  expect(heard).not.toBe('');
  // One that is closed and one that takes answers.
  const path = join(root, 'examples/gallop/rounds.json');
  await takeRounds(server.store, heard, { path, at: null, kind: 'anonymous', name: null });
  await openRound(server.store, heard, { kind: 'anonymous', name: 'Spring', team: 14 });
}, 240_000);

test('what was said is found by its words, and the address of what was found can be shared', async () => {
  const page = await open(`/p/${heard}/said`);
  await page.getByText('the newest first').waitFor();
  const said = (await page.locator('.found .said').first().textContent()) ?? '';
  const begin = (said.match(/\p{L}{4,}/u)?.[0] ?? '').slice(0, -1);
  await page.getByRole('searchbox').fill(begin);
  await page.getByText('the closest first').waitFor();
  expect((await page.locator('.found mark').first().textContent())?.toLowerCase()).toContain(begin.toLowerCase());
  expect(new URL(page.url()).searchParams.get('words')).toBe(begin);
  await page.getByRole('searchbox').fill('nobodywritesthis');
  await page.getByText('Nobody wrote all of these words.').waitFor();
  await page.context().close();
}, 240_000);

/** One window for all of them: what the app fetched once it keeps. */
let walker: Page | null = null;

test.each(PAGES)(
  '%s passes axe at both sizes, light and dark, and never scrolls sideways',
  async (path) => {
    const address = path.replace('/read', `/${await productId()}`).replace('/heard', `/${heard}`);
    walker ??= await open('/');
    await walker.goto(`${server.address}${address}`);
    await walker.locator('main h1, main h2').first().waitFor();
    if (address.includes('near=')) await walker.locator('.near h2').first().waitFor();
    expect(await faultsOf(walker)).toEqual([]);
  },
  60_000,
);

test('the browser had nothing to complain of: no refused script or style, no error', () => {
  // The page of a product that is not there asks for it and hears so.
  expect(complaints.filter((words) => !words.includes('404'))).toEqual([]);
});
