/**
 * How soon each page of the app shows what it is for, with many pieces behind it, and how long what people do there keeps
 * it from painting: in Chromium, nothing cached. `node bench/pages.ts [pieces]`; BIFOCAL_BENCH_HOME keeps the store.
 */
import { once } from 'node:events';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../test/e2e/browser.ts';
import { median } from './serving/median.ts';
import { benchStore, serverOf } from './serving/started.ts';

const PAGES = [
  '',
  'needs',
  'said',
  'claims',
  'shipped',
  'package',
  'mirror',
  'bridge',
  'since',
  'year',
  'audits',
  'sources',
  'settings',
];
const TIMES = 3;
/** What is found; else the sentence that each page begins with. */
const USEFUL: Readonly<Record<string, string>> = { said: '.found' };

const store = await benchStore(Number(process.argv[2] ?? 100_000));
const { server, at } = await serverOf(store.env);
const browser = await launchBrowser();
try {
  const { items } = (await (await fetch(`${at}/api/products`)).json()) as { items: { id: string }[] };
  const product = `${at}/p/${items[0]?.id}`;
  // Without a guess the reading asks for one first.
  const headers = { 'content-type': 'application/json' };
  await fetch(`${at}/api/products/${items[0]?.id}/guess`, { method: 'PUT', headers, body: '{"place":null}' });
  for (const name of PAGES) {
    const took: Shown[] = [];
    for (let time = 0; time <= TIMES; time += 1) took.push(await shown(browser, `${product}/${name}`, USEFUL[name]));
    const [first, ...later] = took.map(({ ms }) => ms);
    const processor = median(took.slice(1).map(({ processorMs }) => processorMs));
    console.log(
      `${(name || 'reading').padEnd(9)} the first time ${first} ms, then ${median(later)} ms, ${processor} ms of them processor time of the page`,
    );
  }
  for (const [what, ms] of await acted(browser, product)) console.log(`${what.padEnd(34)} ${ms} ms to the next paint`);
} finally {
  await browser.close();
  server.kill('SIGINT');
  await once(server, 'close');
  store.drop();
}

interface Shown {
  /** From the beginning of the navigation. */
  readonly ms: number;
  /** Of the page’s main thread: what other work on the machine does not lengthen. */
  readonly processorMs: number;
}

async function shown(browser: Browser, address: string, useful = 'h1.verdict'): Promise<Shown> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(address, { waitUntil: 'commit' });
    await page.locator(useful).first().waitFor({ timeout: 600_000 });
    const ms = Math.round(await page.evaluate(() => performance.now()));
    const { metrics } = await session.send('Performance.getMetrics');
    const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
    return { ms, processorMs: Math.round(1_000 * seconds) };
  } finally {
    await context.close();
  }
}

/** What people do, and how long the browser took to paint after it: the longest event of each (Event Timing). */
async function acted(browser: Browser, product: string): Promise<[string, number][]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(() => {
    const longest = { ms: 0 };
    Object.assign(globalThis, { longest });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest.ms = Math.max(longest.ms, duration);
    }).observe({ type: 'event', durationThreshold: 16 } as object as { type: 'mark' });
  });
  const out: [string, number][] = [];
  const act = async (what: string, work: (page: Page) => Promise<unknown>) => {
    await page.evaluate(() => Object.assign((globalThis as unknown as { longest: object }).longest, { ms: 0 }));
    await work(page);
    // Entries come after the paint.
    await page.waitForTimeout(1_000);
    out.push([what, await page.evaluate(() => (globalThis as unknown as { longest: { ms: number } }).longest.ms)]);
  };
  await page.goto(`${product}/needs`);
  await page.locator('h1.verdict').waitFor();
  await act('needs: open the first', (page) => page.locator('.nrow a, .nrow button').first().click());
  await act('needs: close it', (page) => page.keyboard.press('Escape'));
  await act('needs: show more', (page) => page.getByRole('button', { name: /^Show \d+ more/ }).click());
  await act('all commands', (page) => page.keyboard.press('Control+k'));
  await act('close them', (page) => page.keyboard.press('Escape'));
  for (const [key, name] of [
    ['f', 'what was said'],
    ['c', 'claims'],
    ['a', 'audits'],
    ['r', 'the reading'],
  ] as const) {
    await act(`go to ${name}`, async (page) => {
      await page.keyboard.press('g');
      await page.keyboard.press(key);
    });
    if (key === 'f') await act('seek a word', (page) => page.locator('#seek').pressSequentially('late', { delay: 60 }));
    await page.locator('h1.verdict').click();
  }
  await page.close();
  return out;
}
