/** A list page after page, where a screen needs all of it: to count, to group, to find what an address means. */
import { request } from './request.ts';
import type { List } from './types.ts';

/** As many as the server gives at once. */
const AT_ONCE = 200;

export async function wholeList<Page extends List<unknown>>(path: string, signal: AbortSignal): Promise<Page> {
  let page = await request<Page>(`${path}?limit=${AT_ONCE}`, { signal });
  const items = [...page.items];
  while (page.next !== null) {
    page = await request<Page>(`${path}?limit=${AT_ONCE}&cursor=${page.next}`, { signal });
    items.push(...page.items);
  }
  return { ...page, items };
}
