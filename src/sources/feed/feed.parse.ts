/** A feed in whichever form it comes: told by its content alone. Pure. */
import type { Feed } from './entry.ts';
import { readJsonFeed } from './json-feed.ts';
import { readXmlFeed } from './xml-feed.ts';

/** `at`: where it was found, for links that are relative. Null where it is no feed. */
export function readFeed(text: string, at: string | null): Feed | { readonly flaw: string } | null {
  const start = /^[\s\ufeff]*([<{])/.exec(text.slice(0, 1_000))?.[1];
  if (start === '{') return readJsonFeed(text, at);
  if (start !== '<' || isPage(text)) return null;
  return readXmlFeed(text, at);
}

export function isPage(text: string): boolean {
  return /^[\s\ufeff]*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype\s+html|html)\b/i.test(text.slice(0, 2_000));
}

/** The feed that a web page names in its head; null where it names none. */
export function feedNamedIn(page: string, at: string): string | null {
  for (const [link] of page.slice(0, 200_000).matchAll(/<link\b[^>]{1,1000}>/gi)) {
    if (!/\btype\s*=\s*["']?application\/(?:rss\+xml|atom\+xml|feed\+json)/i.test(link)) continue;
    const href = /\bhref\s*=\s*["']?([^"'\s>]{1,500})/i.exec(link)?.[1];
    const url = href === undefined ? null : URL.parse(href.replaceAll('&amp;', '&'), at);
    if (url !== null && /^https?:$/.test(url.protocol)) return url.href;
  }
  return null;
}
