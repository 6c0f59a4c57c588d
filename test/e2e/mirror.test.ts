/** Thirty respondents of three roles answer in a real browser, half of them without JavaScript, as the sample's people did. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role, Round } from '#core/mirror.ts';
import { mirrorResult } from '#engine/mirror-result.ts';
import { addDoors, closeRound, openRound, roundNamed } from '#engine/rounds.ts';
import { launchBrowser } from './browser.ts';
import { startServer, type TestServer } from './server.ts';

interface Told {
  readonly role: Role;
  readonly doing?: Readonly<Record<string, number>>;
  readonly why?: string;
  readonly friend?: string;
  readonly right?: number;
  readonly missed?: number;
  readonly would?: string;
  readonly closer?: string;
}

const axe = (createRequire(import.meta.url)('axe-core') as { source: string }).source;
const file = new URL('../../examples/gallop/rounds.json', import.meta.url);
const { rounds } = JSON.parse(readFileSync(file, 'utf8')) as { rounds: { answers: Told[] }[] };
/** Five leaders, nine of the staff, sixteen customers. */
const PEOPLE = (rounds[0]?.answers ?? []).slice(0, 30);

let server: TestServer;
let browser: Browser;
let product = '';
let round: Round;
const doors = new Map<Role, string>();

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  product = (await server.store.products.ensure({ name: 'Gallop' })).id;
  round = await openRound(server.store, product, { kind: 'anonymous', name: 'Autumn', team: 14 });
  const wishes = (['leaders', 'staff', 'customers'] as const).map((role) => ({ role, people: null }));
  for (const { role, token } of await addDoors(server.store, product, round, wishes)) {
    doors.set(role, `${server.address}/m/${product}/${token}`);
  }
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

async function answer(page: Page, told: Told): Promise<void> {
  for (const [part, points] of Object.entries(told.doing ?? {}))
    await page.fill(`[name="doing.${part}"]`, String(points));
  for (const name of ['why', 'friend', 'closer', 'missed'] as const) {
    if (told[name] !== undefined) await page.fill(`[name="${name}"]`, String(told[name]));
  }
  for (const name of ['right', 'would'] as const) {
    if (told[name] !== undefined) await page.check(`[name="${name}"][value="${told[name]}"]`, { force: true });
  }
  await page.click('button.main');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
}

test('thirty answer, and the gap is the one that the sample was written with', async () => {
  expect(PEOPLE).toHaveLength(30);
  for (const javaScriptEnabled of [true, false]) {
    const page = await visit('leaders', { javaScriptEnabled, locale: 'en-GB' });
    for (const told of PEOPLE.filter((_, at) => (at % 2 === 0) === javaScriptEnabled)) {
      // Another person's browser.
      await page.context().clearCookies();
      await page.goto(doors.get(told.role) ?? '');
      await answer(page, told);
    }
    await page.context().close();
  }
  expect(await server.store.rounds.answers(product, round.id)).toHaveLength(30);
  await closeRound(server.store, product, round);
  const told = await mirrorResult(server.store, product, await roundNamed(server.store, product, round.id));
  expect(told?.groups.map(({ group, n }) => [group, n])).toEqual([
    ['leaders', 5],
    ['staff', 9],
    ['customers', 16],
  ]);
  // As they were written: leaders guess 70 of 100; five of these sixteen customers say so.
  const very = PEOPLE.filter(({ would }) => would === 'very').length;
  const customers = told?.groups[2]?.would;
  expect(customers?.state === 'shown' && customers.behind.low <= very && very <= customers.behind.high).toBe(true);
  const leaders = told?.groups[0]?.missed;
  expect(leaders?.state === 'shown' && Math.abs(leaders.mean - 70)).toBeLessThanOrEqual(6);
  expect(told?.gaps.selfImage?.value).toBeGreaterThan(15);
}, 240_000);

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
