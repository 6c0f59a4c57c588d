/** The app with sign-in, in a real browser: the first owner's link, a passkey, an invitation, a viewer who tries to edit. */
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtWeb, faultsOf } from './app-in-browser.ts';
import { launchBrowser } from './browser.ts';
import { startServer, type TestServer } from './server.ts';

const PHRASE = 'a long enough pass phrase';

let server: TestServer;
let browser: Browser;
let product: string;
let owner: BrowserContext;

beforeAll(async () => {
  server = await startServer(await builtWeb(), 'shared');
  ({ id: product } = await server.store.products.ensure({ name: 'Kettle' }));
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.close();
});

async function joinAs(link: string, name: string): Promise<BrowserContext> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail').fill(`${name.toLowerCase()}@example.org`);
  await page.getByLabel('Password').fill(PHRASE);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await page.waitForURL(`${server.address}/`);
  await page.getByText('Kettle').waitFor();
  await page.close();
  return context;
}

test('the link in the terminal makes the first owner, who is asked to sign in again after leaving', async () => {
  owner = await joinAs(server.firstOwner ?? '', 'Olga');
  const page = await owner.newPage();
  await page.goto(`${server.address}/p/${product}/settings`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(/\/sign-in/);
  await page.goto(`${server.address}/p/${product}/settings`);
  await page.waitForURL(/\/sign-in\?back=/);
  await page.getByLabel('E-mail').fill('olga@example.org');
  await page.getByLabel('Password').fill(PHRASE);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(`${server.address}/p/${product}/settings`);
  await page.close();
}, 60_000);

test('a passkey that was added signs in', async () => {
  const page = await owner.newPage();
  const session = await owner.newCDPSession(page);
  await session.send('WebAuthn.enable');
  const has = { hasResidentKey: true, hasUserVerification: true, isUserVerified: true };
  const options = { protocol: 'ctap2', transport: 'internal', automaticPresenceSimulation: true, ...has } as const;
  await session.send('WebAuthn.addVirtualAuthenticator', { options });
  await page.goto(`${server.address}/p/${product}/settings`);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByText('The passkey signs you in from now on.').waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.waitForURL(/\/sign-in/);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await page.waitForURL(`${server.address}/`);
  await page.close();
}, 60_000);

test('a viewer who was invited looks, and is told why nothing can be changed', async () => {
  const page = await owner.newPage();
  await page.goto(`${server.address}/p/${product}/settings`);
  await page.getByRole('button', { name: 'Make a link' }).click();
  const link = await page.locator('.once .mono').textContent();
  await page.close();
  const viewer = await joinAs(link ?? '', 'Vera');
  const seen = await viewer.newPage();
  await seen.goto(`${server.address}/p/${product}/settings`);
  await seen.getByLabel('The product is called').fill('Mine');
  await seen.getByRole('button', { name: 'Keep' }).click();
  await seen.getByText('You may not change this.').waitFor();
  expect((await server.store.products.byId(product))?.name).toBe('Kettle');
  await viewer.close();
}, 60_000);

test('an owner renames the organisation, invites an editor to one product, and makes another organisation', async () => {
  const page = await owner.newPage();
  await page.goto(`${server.address}/p/${product}/settings`);
  await page.getByRole('link', { name: 'localhost' }).click();
  await page.getByLabel('It is called').fill('Copper & Sons');
  await page.getByRole('button', { name: 'Keep the name' }).click();
  await page.getByRole('heading', { name: 'Copper & Sons' }).waitFor();
  await page.getByLabel('Invite somebody as').selectOption('editor');
  await page.getByLabel('to', { exact: true }).selectOption('Kettle');
  await page.getByRole('button', { name: 'Make a link' }).click();
  await page.getByText('A link waits to be opened: editor of Kettle').waitFor();
  const ed = await joinAs((await page.locator('.once .mono').textContent()) ?? '', 'Ed');
  await ed.close();
  await page.reload();
  await page.getByText('ed@example.org, Kettle').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByLabel('The new one is called').fill('Tea Ltd');
  await page.getByRole('button', { name: 'Make it' }).click();
  await page.getByRole('heading', { name: 'Tea Ltd' }).waitFor();
  await page.getByText('None yet.').waitFor();
  await page.close();
}, 60_000);

test('a forgotten password is chosen anew by the link that an owner hands over', async () => {
  const page = await owner.newPage();
  await page.goto(`${server.address}/p/${product}/settings`);
  await page.getByRole('button', { name: 'New password for Vera' }).click();
  const link = await page.locator('.once .mono').textContent();
  await page.close();
  const vera = await browser.newPage();
  await vera.goto(link ?? '');
  await vera.getByLabel('New password').fill('another long pass phrase');
  await vera.getByRole('button', { name: 'Keep it' }).click();
  await vera.getByRole('link', { name: 'Sign in' }).click();
  await vera.getByLabel('E-mail').fill('vera@example.org');
  await vera.getByLabel('Password').fill('another long pass phrase');
  await vera.getByRole('button', { name: 'Sign in', exact: true }).click();
  await vera.waitForURL(`${server.address}/`);
  await vera.goto(link ?? '');
  await vera.getByLabel('New password').fill('a third long pass phrase');
  await vera.getByRole('button', { name: 'Keep it' }).click();
  await vera.getByText('This link was used, or is too old.').waitFor();
  await vera.close();
}, 60_000);

test('a token is shown once, and its making stands in the log', async () => {
  const page = await owner.newPage();
  await page.goto(`${server.address}/p/${product}/settings`);
  await page.getByLabel('A new token for').fill('the nightly script');
  await page.getByRole('button', { name: 'Make a token' }).click();
  expect(await page.locator('.once .mono').textContent()).toMatch(/^bifocal_/);
  await page.reload();
  await page.getByText('the nightly script').first().waitFor();
  await page.getByText('Make a token', { exact: true }).first().waitFor();
  expect(await page.locator('.once').count()).toBe(0);
  await page.close();
}, 60_000);

test('signing in, joining and settings are open to everybody, narrow and wide, light and dark', async () => {
  const page = await owner.newPage();
  const found: string[] = [];
  for (const path of ['/sign-in', '/join#nothing', '/password#nothing', `/p/${product}/settings`]) {
    await page.goto(`${server.address}${path}`);
    await page.locator('h1').waitFor();
    await page.waitForLoadState('networkidle');
    found.push(...(await faultsOf(page)).map((one) => `${path} ${one}`));
  }
  expect(found).toEqual([]);
  await page.close();
}, 60_000);
