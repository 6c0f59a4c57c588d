/** The page of a reading in a real browser: no request, nothing for axe to find, no sideways scroll, in both themes. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../../src/cli/main.ts';
import type { GitWorld } from '../worlds/git-world.ts';
import { kettle } from '../worlds/kettle.ts';
import { launchBrowser } from './browser.ts';
import { capturedTerminal } from './captured-terminal.ts';

const axe = (createRequire(import.meta.url)('axe-core') as { source: string }).source;
const home = mkdtempSync(join(tmpdir(), 'bifocal-page-'));
const file = join(home, 'reading.html');
let world: GitWorld;
let browser: Browser;

beforeAll(async () => {
  world = kettle();
  expect(await run([world.folder, '--html', file], capturedTerminal({ BIFOCAL_HOME: home }))).toBe(0);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  world.remove();
  rmSync(home, { recursive: true, force: true });
});

test.each([
  [1440, 'light'],
  [1440, 'dark'],
  [360, 'light'],
  [360, 'dark'],
] as const)('at %i px, %s, it asks for nothing, passes axe and never scrolls sideways', async (width, colorScheme) => {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  await page.evaluate('for (const part of document.querySelectorAll("details")) part.open = true');
  await page.evaluate(axe);
  const results = (await page.evaluate('axe.run()')) as AxeResults;
  expect(results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(asked).toEqual([pathToFileURL(file).href]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  await context.close();
});

test('every figure opens to words that the repository holds', async () => {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(file).href);
  await page.locator('.q > summary', { hasText: 'Does finished work arrive?' }).click();
  const opened = page.locator('.q[open]', { hasText: 'Does finished work arrive?' });
  expect(await opened.locator('.said').first().textContent()).toMatch(/whistles in week|no longer drips/);
  await page.close();
});

test('it stays small enough to forward', () => {
  expect(statSync(file).size).toBeLessThan(1_000_000);
});
