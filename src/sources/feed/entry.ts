/** One entry of a feed in any of its three forms, before it is evidence. */

export interface Entry {
  /** As the feed names it; null where it does not. */
  readonly id: string | null;
  readonly at: number | null;
  readonly changedAt: number | null;
  readonly title: string | null;
  readonly body: string | null;
  readonly url: string | null;
  readonly author: { readonly name: string | null; readonly email: string | null } | null;
  readonly labels: readonly string[];
  readonly lang: string | null;
  /** Its line, or its number in JSON, counted from 1. */
  readonly row: number;
}

export interface Feed {
  readonly form: 'Atom' | 'RSS' | 'JSON Feed';
  readonly title: string | null;
  /** Its own address, or that of the page it belongs to. */
  readonly own: string | null;
  readonly entries: readonly Entry[];
}

/** A feed holds tens of entries; an archive of one, thousands. */
export const MOST_ENTRIES = 100_000;

/** Only what a browser would open; relative ones against the first base that makes an address of them. */
export function addressOf(link: string | null, bases: readonly (string | null)[]): string | null {
  if (link === null || link.trim() === '' || link.length > 2_000) return null;
  for (const base of [undefined, ...bases]) {
    if (base === null) continue;
    const url = URL.parse(link.trim(), base);
    if (url !== null && /^https?:$/.test(url.protocol)) return url.href;
  }
  return null;
}

export function wordsIn(text: string | null): string | null {
  return text?.replace(/\s+/g, ' ').trim() || null;
}
