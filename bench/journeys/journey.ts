/** What each way through the app is handed, and answers: what it showed, in words. */
import type { Page } from 'playwright-core';

export interface Journey {
  readonly page: Page;
  /** The server's address. */
  readonly at: string;
  readonly history: string;
  readonly files: readonly string[];
  /** Known from the first way on. */
  product: string;
}

/** What a person wants, and how they go about it; rejects where it cannot be done. */
export type Way = readonly [says: string, way: (journey: Journey) => Promise<string>];

export async function go({ page, at, product }: Journey, where: string): Promise<void> {
  await page.goto(`${at}/p/${product}${where}`);
}

export async function text(page: Page, what: string): Promise<string> {
  return ((await page.locator(what).first().textContent()) ?? '').trim();
}
