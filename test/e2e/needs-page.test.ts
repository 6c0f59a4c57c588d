/** Needs in a real browser: named, split, moved and merged by key and by hand, taken back, and listed by theme or place. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { faultsOf } from './app-in-browser.ts';
import { gallopInBrowser } from './gallop-in-browser.ts';

const gallop = gallopInBrowser();

async function open(): Promise<Page> {
  const page = await gallop.open('needs', { viewport: { width: 1440, height: 900 } });
  await page.locator('.nrow h2 a').first().click();
  await page.locator('.near .decide').waitFor();
  return page;
}

interface Told {
  readonly items: readonly {
    readonly id: string;
    readonly name: string;
    readonly pieces: number;
    readonly people: number;
    readonly course: readonly number[];
    readonly lastYear: number;
    readonly yearBefore: number;
  }[];
}
const told = async () => ((await gallop.ask('needs?limit=200')).json as Told).items;
const said = (page: Page, words: string) => page.locator('.near .decide [role=status]', { hasText: words }).waitFor();

test('by key: renamed, and taken back', async () => {
  const page = await open();
  const [before] = await told();
  await page.keyboard.press('Shift+R');
  await page.locator('.near input[name=name]').fill('To arrive when I said');
  await page.keyboard.press('Enter');
  await said(page, 'Renamed.');
  expect((await told())[0]?.name).toBe('To arrive when I said');
  await page.keyboard.press('Shift+U');
  await said(page, 'Taken back.');
  expect((await told())[0]?.name).toBe(before?.name);
  await page.context().close();
}, 120_000);

test('by hand: two asks become a need of their own, one is moved out, another need is merged in; all of it is taken back', async () => {
  const page = await open();
  const before = await told();
  const near = page.locator('.near');
  await near
    .getByRole('button', { name: /^Split/ })
    .first()
    .click();
  const asks = near.locator('.ask-of input');
  await asks.nth(0).check();
  await asks.nth(1).check();
  await near.locator('input[name=name]').fill('A need of two');
  await near.locator('form').getByRole('button', { name: 'Split' }).click();
  await said(page, 'Split.');
  expect((await told()).find(({ name }) => name === 'A need of two')?.pieces).toBe(2);
  await near.getByRole('button', { name: /^Move/ }).first().click();
  await near.locator('.ask-of input').first().check();
  await near.locator('form').getByRole('button', { name: 'Move' }).click();
  await said(page, 'Moved.');
  const first = before[0]?.id ?? '';
  expect((await told()).find(({ id }) => id === first)?.pieces).toBe((before[0]?.pieces ?? 0) - 3);
  await near
    .getByRole('button', { name: /^Merge/ })
    .first()
    .click();
  const into = before[1]?.id ?? '';
  await near.locator('select[name=other]').selectOption(into);
  await near.locator('form').getByRole('button', { name: 'Merge' }).click();
  await said(page, 'Merged.');
  expect((await told()).some(({ id }) => id === first)).toBe(false);
  for (let step = 0; step < 3; step += 1) {
    await page.locator('.near').getByRole('button', { name: /^Undo/ }).click();
    await said(page, 'Taken back.');
    await page
      .locator('.near')
      .getByRole('button', { name: /^Undo/ })
      .waitFor({ state: step === 2 ? 'detached' : 'visible' });
  }
  expect(await told()).toEqual(before);
  await page.context().close();
}, 180_000);

test('the course of two years holds the people of each year, and stands beside each need', async () => {
  const page = await open();
  for (const { course, people, lastYear, yearBefore } of await told()) {
    const [before, lately] = [course.slice(0, 13), course.slice(13)];
    for (const [part, whole] of [
      [before, yearBefore],
      [lately, lastYear],
    ] as const) {
      // Somebody who wrote in two of them counts in both, and once in the year.
      expect(part.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(whole);
      expect(Math.max(...part)).toBeLessThanOrEqual(whole);
    }
    expect(course).toHaveLength(26);
    expect(lastYear + yearBefore).toBeLessThanOrEqual(2 * people);
  }
  expect(await page.locator('.nrow .course-of').count()).toBe((await told()).length);
  await page.locator('.rays-asked .said').nth(1).waitFor();
  await page.context().close();
}, 120_000);

test('one theme, and one place, list fewer', async () => {
  const page = await open();
  const rows = page.locator('ol.ranked > .nrow:not(.nhead)');
  const all = await rows.count();
  const choice = page.locator('.choose-part select');
  for (const group of ['needs that lie together', 'heard in']) {
    const value = await choice.locator(`optgroup[label="${group}"] option`).first().getAttribute('value');
    await choice.selectOption(value);
    expect(await rows.count()).toBeLessThanOrEqual(all);
    expect(await rows.count()).toBeGreaterThan(0);
  }
  await page.context().close();
}, 120_000);

test('with a decision open it passes axe at both sizes, light and dark, and never scrolls sideways', async () => {
  const page = await open();
  await page.keyboard.press('Shift+V');
  await page.locator('.near .ask-of').first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.context().close();
}, 120_000);
