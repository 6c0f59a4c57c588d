/** The form on a narrow telephone: each answer is kept as it is given, nothing is wider than the page, and axe finds nothing. */
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '#core/mirror.ts';
import { addDoors, openRound } from '#engine/rounds.ts';
import { launchBrowser } from './browser.ts';
import { startServer, type TestServer } from './server.ts';

const axe = (createRequire(import.meta.url)('axe-core') as { source: string }).source;

let server: TestServer;
let browser: Browser;
let product = '';
const doors = new Map<Role, string>();

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  product = (await server.store.products.ensure({ name: 'Gallop' })).id;
}, 60_000);

afterAll(async () => {
  await browser.close();
  await server.close();
});

async function visit(role: Role, options: BrowserContextOptions): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 320, height: 640 }, ...options })).newPage();
  await page.goto(doors.get(role) ?? '');
  return page;
}

test('with JavaScript each answer is kept as it is given; at 320 px nothing is wider, and axe finds nothing', async () => {
  const spring = await openRound(server.store, product, { kind: 'anonymous', name: 'Spring', team: null });
  for (const role of ['staff', 'customers'] as const) {
    const [key] = await addDoors(server.store, product, spring, [{ role, people: null }]);
    doors.set(role, `${server.address}/m/${product}/${key?.token}`);
  }
  for (const [role, scheme] of [
    ['staff', 'light'],
    ['customers', 'dark'],
  ] as const) {
    const page = await visit(role, { colorScheme: scheme, locale: 'fr-FR', bypassCSP: true });
    expect(await page.evaluate('document.documentElement.lang')).toBe('fr');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await page.evaluate(axe);
    const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.fill('[name="closer"]', `Un mot, ${role}`);
    await page.getByText('Enregistré').waitFor();
    await page.context().close();
  }
  const kept = await server.store.rounds.answers(product, spring.id);
  expect(kept.map(({ answers }) => answers.closer).sort()).toEqual(['Un mot, customers', 'Un mot, staff']);
}, 120_000);
