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

/** By rule, with the first element that breaks it. */
export async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`);
}

export async function overflowOf(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
}
