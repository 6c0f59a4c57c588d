/** The package of the sample over HTTP and in a real browser: three groups, cells that open, and what is not known said so. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PackageTold } from '#core/package.ts';
import { buildWeb } from '../../scripts/build/build-web.ts';
import { launchBrowser } from './browser.ts';
import { sent, startServer, type TestServer } from './server.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const web = join(root, 'dist/web');
const axe = (createRequire(import.meta.url)('axe-core') as { source: string }).source;
let server: TestServer;
let browser: Browser;
let gallop = '';

beforeAll(async () => {
  if (!existsSync(join(web, 'index.html'))) await buildWeb(root);
  server = await startServer(web);
  browser = await launchBrowser();
  const { json } = await server.ask('/products', sent({ target: 'sample:gallop' }));
  gallop = (await server.ended((json as { job: { id: string } }).job.id)).productId;
}, 240_000);

afterAll(async () => {
  await browser.close();
  await server.close();
});

test('three segments, their people once each, and every cell has as many voices as people', async () => {
  const told = (await server.ask(`/products/${gallop}/package`)).json as PackageTold;
  expect(told.by).toBe('segment');
  expect(told.groups.filter(({ others }) => !others).map(({ name }) => name)).toEqual([
    'commuter',
    'night rider',
    'stable or business',
  ]);
  const cells = told.rows.flatMap((row) => row.cells);
  expect(cells.length).toBeGreaterThan(20);
  for (const { n, met, state, evidence } of cells) {
    expect(evidence).toHaveLength(Math.min(n, 20));
    expect(state === null).toBe(n === 0);
    expect(met).toBeLessThanOrEqual(n);
  }
  // Only commuters have ten people with a word of praise or of leaving: nobody to hold them against.
  expect(told.ideal).toMatchObject({ group: null, evidence: [] });
  expect((await server.ask(`/products/${gallop}/package?by=colour`)).status).toBe(400);
  expect(((await server.ask(`/products/${gallop}/package?by=channel`)).json as PackageTold).by).toBe('channel');
});

test.each([
  [360, 'dark'],
  [1440, 'light'],
] as const)(
  'at %i px in the %s a cell opens to its voices, nothing is wider than the page, axe finds nothing',
  async (width, colorScheme) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(`${server.address}/p/${gallop}/package`);
    await page.locator('.package-table td a').first().waitFor({ timeout: 60_000 });
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await page.addScriptTag({ content: axe });
    const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/package-${width}.png`, fullPage: true });
    await page.locator('.package-table td a').first().click();
    await page.locator('.near .said').first().waitFor();
    await context.close();
  },
  120_000,
);
