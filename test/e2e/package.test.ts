/** The package of the sample over HTTP and in a real browser: three groups, cells that open, and what is not known said so. */
import { expect, test } from 'vitest';
import type { PackageTold } from '#core/package.ts';
import { faultsOf } from './app-in-browser.ts';
import { gallopInBrowser } from './gallop-in-browser.ts';

const gallop = gallopInBrowser();

test('three segments, their people once each, and every cell has as many voices as people', async () => {
  const told = (await gallop.ask('package')).json as PackageTold;
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
  expect((await gallop.ask('package?by=colour')).status).toBe(400);
  expect(((await gallop.ask('package?by=channel')).json as PackageTold).by).toBe('channel');
});

test('a cell opens to its voices; nothing is wider than the page, axe finds nothing', async () => {
  const page = await gallop.open('package');
  await page.locator('.package-table td a').first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.locator('.package-table td a').first().click();
  await page.locator('.near .said').first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.context().close();
}, 60_000);
