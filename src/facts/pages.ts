/** Pages of a site as they stood, copy after copy, and what was said once: posts, advertisements, announcements. */
import type { Evidence } from '#core/evidence.ts';
import { collectFact } from './define-fact.ts';
import { OF_HISTORY, SAID_ONCE } from './rules/documents.ts';
import type { Pages } from './values.ts';

/** Longer pages are compared by their first lines: a site's page seldom has a thousand. */
const MOST_LINES = 5_000;

export default collectFact({
  id: 'pages',
  version: 1,
  reads: 'documents',
  collect: () => {
    const places = new Map<string, Pages['places'][number]['copies'][number][]>();
    const said: Pages['said'][number][] = [];
    return {
      take(row) {
        if (OF_HISTORY.has(row.type)) return;
        if (SAID_ONCE.has(row.type)) {
          said.push({ id: row.id, at: row.at });
          return;
        }
        const place = `${row.origin} ${row.threadId ?? row.url ?? row.externalId}`;
        const copies = places.get(place) ?? [];
        places.set(place, copies);
        copies.push(copyOf(row));
      },
      done: () => ({ places: [...places].map(([place, copies]) => ({ place, copies })).sort(byPlace), said }),
    };
  },
});

function byPlace(a: { readonly place: string }, b: { readonly place: string }): number {
  return a.place.length - b.place.length || (a.place < b.place ? -1 : 1);
}

function copyOf({ id, at, title, body }: Evidence): Pages['places'][number]['copies'][number] {
  const lines = (body ?? '')
    .split('\n', MOST_LINES)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return { id, at, headline: headlineOf(lines) ?? title, lines };
}

/** The first heading, in Markdown or HTML. */
function headlineOf(lines: readonly string[]): string | null {
  for (const line of lines) {
    const text = /^#{1,3} (.{1,200})$/.exec(line)?.[1] ?? /<h1\b[^<>]{0,200}>([^<>]{1,200})<\/h1>/i.exec(line)?.[1];
    if (text !== undefined) return text.trim();
  }
  return null;
}
