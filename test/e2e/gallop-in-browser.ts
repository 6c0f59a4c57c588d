/** The sample read into an app of its own, for tests of its pages: said once at the top of a file, there before its first test. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type AppInBrowser, startApp } from './app-in-browser.ts';
import type { TestServer } from './server.ts';

export interface GallopInBrowser {
  readonly app: AppInBrowser;
  /** One of its pages, in a window of its own. */
  open(page: string, options?: BrowserContextOptions): Promise<Page>;
  addressOf(page: string): string;
  /** Its part of the API. */
  ask(path: string, init?: RequestInit): ReturnType<TestServer['ask']>;
}

export function gallopInBrowser(): GallopInBrowser {
  let app: AppInBrowser | null = null;
  let id = '';
  beforeAll(async () => {
    app = await startApp();
    id = await app.read('sample:gallop');
  }, 240_000);
  afterAll(() => app?.close());
  const begun = () => {
    if (app === null) throw new Error('the sample is read once tests begin');
    return app;
  };
  return {
    get app() {
      return begun();
    },
    open: (page, options) => begun().open(`/p/${id}/${page}`, options),
    addressOf: (page) => `${begun().server.address}/p/${id}/${page}`,
    ask: (path, init) => begun().server.ask(`/products/${id}/${path}`, init),
  };
}
