/** Two products on one map, in a real browser on the real server. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildWeb } from '../../scripts/build/build-web.ts';
import { launchBrowser } from './browser.ts';
import { sent, startServer, type TestServer } from './server.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const web = join(root, 'dist/web');
const axe = (createRequire(import.meta.url)('axe-core') as { source: string }).source;

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  if (!existsSync(join(web, 'index.html'))) await buildWeb(root);
  server = await startServer(web);
  for (const target of ['sample:gallop', 'sample:fizz']) {
    const { json } = await server.ask('/products', sent({ target }));
    expect((await server.ended((json as { job: { id: string } }).job.id)).error).toBeNull();
  }
  browser = await launchBrowser();
}, 240_000);

afterAll(async () => {
  await browser.close();
  await server.close();
});

test.each([
  [360, 'dark'],
  [1440, 'light'],
] as const)(
  'products that were read are held against each other at %i px, %s',
  async (width, colorScheme) => {
    const page = await (await browser.newContext({ viewport: { width, height: 900 }, colorScheme })).newPage();
    await page.goto(server.address);
    await page.getByRole('link', { name: 'Hold some of them against each other' }).click();
    await page.getByText('Choose two or more.').waitFor();
    await page.getByLabel('Gallop').check();
    await page.getByLabel(/Fizz/i).check();
    const told = page.locator('#compared-map, .failure').first();
    await told.waitFor();
    await page.waitForLoadState('networkidle');
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    );
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`)).toEqual([]);

    expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    expect(await told.textContent()).toMatch(/On one map|days apart/);
  },
  60_000,
);
