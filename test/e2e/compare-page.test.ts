/** Two products on one map, in a real browser on the real server. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppInBrowser, faultsOf, startApp } from './app-in-browser.ts';

let app: AppInBrowser;

beforeAll(async () => {
  app = await startApp();
  for (const target of ['sample:gallop', 'sample:fizz']) expect(await app.read(target)).not.toBe('');
}, 240_000);
afterAll(() => app.close());

test('products that were read are held against each other, light and dark, narrow and wide', async () => {
  const page = await app.open('/');
  await page.getByRole('link', { name: 'Hold some of them against each other' }).click();
  await page.getByText('Choose two or more.').waitFor();
  await page.getByLabel('Gallop').check();
  await page.getByLabel(/Fizz/i).check();
  const told = page.locator('#compared-map, .failure').first();
  await told.waitFor();
  await page.waitForLoadState('networkidle');
  expect(await faultsOf(page)).toEqual([]);
  expect(await told.textContent()).toMatch(/On one map|days apart/);
}, 60_000);
