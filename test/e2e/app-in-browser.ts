/** The app as tests open it: a real server with the built pages, a real browser, and what axe finds on a page. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { buildWeb } from '../../scripts/build/build-web.ts';
import { launchBrowser } from './browser.ts';
import { sent, startServer, type TestServer } from './server.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const axe = (createRequire(import.meta.url)('axe-core') as { source: string }).source;
const PATIENCE_MS = 60_000;

/** The folder of the built pages; the gate builds them before it tests. */
export async function builtWeb(): Promise<string> {
  const web = join(root, 'dist/web');
  if (!existsSync(join(web, 'index.html'))) await buildWeb(root);
  return web;
}

export interface AppInBrowser {
  readonly server: TestServer;
  readonly browser: Browser;
  /** In a window of its own. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** Reads `target`, and answers with its product. */
  read(target: string): Promise<string>;
  close(): Promise<void>;
}

export async function startApp(): Promise<AppInBrowser> {
  const server = await startServer(await builtWeb());
  const browser = await launchBrowser();
  return {
    server,
    browser,
    async open(path, options = {}) {
      const page = await (await browser.newContext(options)).newPage();
      page.setDefaultTimeout(PATIENCE_MS);
      await page.goto(`${server.address}${path}`);
      return page;
    },
    async read(target) {
      const { json } = await server.ask('/products', sent({ target }));
      return (await server.ended((json as { job: { id: string } }).job.id)).productId;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** What only a scheme's colours can break: everything else was looked at in the other scheme at the same size. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];
const SCHEMES = ['light', 'dark'] as const;

/** By rule, with the first element that breaks it. */
export async function violationsOn(page: Page, rules: readonly string[] | null = null): Promise<string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe);
  const only = rules === null ? {} : { runOnly: { type: 'rule', values: rules } };
  const how = JSON.stringify({ ...only, resultTypes: ['violations'] });
  const { violations } = (await page.evaluate(`axe.run(document, ${how})`)) as AxeResults;
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`);
}

/** Light and dark at both sizes, switched in place, everything folded up opened: what axe finds, what scrolls sideways. */
export async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = [];
  await page.evaluate('for (const part of document.querySelectorAll("details")) part.open = true');
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 900 });
    for (const [at, colorScheme] of SCHEMES.entries()) {
      await page.emulateMedia({ colorScheme });
      const found = await violationsOn(page, at === 0 ? null : COLOUR_RULES);
      faults.push(...found.map((fault) => `${width} px, ${colorScheme}: ${fault}`));
    }
    const over = await overflowOf(page);
    if (over > 0) faults.push(`${width} px: ${over} px too wide`);
  }
  return faults;
}

export async function overflowOf(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
}
