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
import { kettleVoices, type Voices } from '../worlds/kettle-voices.ts';
import { launchBrowser } from './browser.ts';
import { capturedTerminal } from './captured-terminal.ts';

const axe = (createRequire(import.meta.url)('axe-core') as { source: string }).source;
const home = mkdtempSync(join(tmpdir(), 'bifocal-page-'));
const file = join(home, 'reading.html');
const heard = join(home, 'heard.html');
let world: GitWorld;
let voices: Voices;
let browser: Browser;

beforeAll(async () => {
  world = kettle();
  expect(await run([world.folder, '--html', file], capturedTerminal({ BIFOCAL_HOME: home }))).toBe(0);
  voices = kettleVoices();
  const words = [world.folder, voices.folder, '--guess', 'product', '--html', heard];
  expect(await run(words, capturedTerminal({ BIFOCAL_HOME: join(home, 'other') }))).toBe(0);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  world.remove();
  voices.remove();
  rmSync(home, { recursive: true, force: true });
});

test.each([
  [file, 1440, 'light'],
  [file, 360, 'dark'],
  [heard, 1440, 'dark'],
  [heard, 360, 'light'],
] as const)(
  '%s at %i px, %s, asks for nothing, passes axe and never scrolls sideways',
  async (file, width, colorScheme) => {
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
  },
);

test('every figure opens to words that the repository holds', async () => {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(file).href);
  await page.locator('.q > summary', { hasText: 'Does finished work arrive?' }).click();
  const opened = page.locator('.q[open]', { hasText: 'Does finished work arrive?' });
  expect(await opened.locator('.said').first().textContent()).toMatch(/whistles in week|no longer drips/);
  await page.close();
});

test('the loop is a ring of its people, with a table behind it, and opens to their threads', async () => {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(heard).href);
  const ring = page.locator('svg.loop.wide');
  const said = (await ring.getAttribute('aria-label')) ?? '';
  const [asked = 0, shipped = 0, told = 0] = (said.match(/\d+/g) ?? []).map(Number);
  expect([asked > shipped, shipped > told, told > 0]).toEqual([true, true, true]);
  // One dot is one person: all who asked and were not told, and not heard of since.
  expect(await ring.locator('.lk circle').count()).toBe(asked);
  await page.locator('summary', { hasText: 'The loop as a table' }).click();
  expect(await page.locator('table:visible tbody tr').first().textContent()).toContain(`${asked}`);
  await page.locator('summary', { hasText: 'Whose ask shipped' }).click();
  expect(await page.locator('.said:visible', { hasText: /Part \d+ drips/ }).count()).toBeGreaterThan(0);
  expect(await page.locator('svg.map.wide .gd').count()).toBe(1);
  await page.close();
});

test('without a voice the offer stands in the place of the ring', async () => {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(file).href);
  expect(await page.locator('svg.loop').count()).toBe(0);
  expect(await page.locator('.offer').textContent()).toContain('--issues');
  await page.evaluate('for (const part of document.querySelectorAll("details")) part.open = true');
  // What would bring it stands once, and a command is drawn as what one types.
  expect(await page.locator('code', { hasText: 'bifocal mirror open' }).count()).toBe(1);
  const words = (await page.evaluate(
    'document.querySelectorAll(".said").forEach((said) => said.remove()); document.body.innerText',
  )) as string;
  expect(words).not.toContain('`');
  expect(words.match(/History seldom says where a change began/g)).toHaveLength(2);
  await page.close();
});

test('it stays small enough to forward', () => {
  expect(statSync(file).size).toBeLessThan(1_000_000);
});
