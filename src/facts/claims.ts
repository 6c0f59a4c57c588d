/** What is said, as it stood: headlines, first lines and dated promises of the README and of pages, copy after copy. */
import type { Evidence } from '#core/evidence.ts';
import { collectFact } from './define-fact.ts';
import { headlineOf, openingOf } from './rules/opening.ts';
import { promisesIn } from './rules/promises.ts';
import type { ClaimCopy, Claims } from './values.ts';

/** A README's headline is its name; what it says of itself is its first line of prose. */
const OF_HISTORY: ReadonlySet<string> = new Set(['readme', 'doc']);
/** Said once, and then stands: nobody keeps it up to date. */
const SAID_ONCE: ReadonlySet<string> = new Set(['post', 'advertisement', 'ad', 'announcement', 'newsletter']);
const DONE = /\b(?:done|shipped|released|delivered|now available)\b|\[x\]|✅|✓/i;

export default collectFact({
  id: 'claims',
  version: 2,
  reads: 'documents',
  collect: () => {
    const places = new Map<string, { readonly name: string; readonly front: boolean; readonly copies: ClaimCopy[] }>();
    return {
      take(row) {
        if (SAID_ONCE.has(row.type)) return;
        const key = `${row.origin} ${row.threadId ?? row.url ?? row.externalId}`;
        const ofPage = !OF_HISTORY.has(row.type);
        const name = ofPage ? (row.threadId ?? row.url ?? row.externalId) : (row.title ?? row.externalId);
        const place = places.get(key) ?? { name, front: isFront(row, ofPage), copies: [] };
        places.set(key, place);
        place.copies.push(copyOf(row, ofPage));
      },
      done: (): Claims => ({
        places: [...places].sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1)).map(([, place]) => place),
      }),
    };
  },
});

/** What everybody sees first: the README, and the page at the top of a site. */
function isFront({ type, url, threadId }: Evidence, ofPage: boolean): boolean {
  if (!ofPage) return type === 'readme';
  return url === null ? /^(?:home|index|\/)$/.test(threadId ?? '') : URL.parse(url)?.pathname === '/';
}

/** A page of the documentation carries the day of the commit read, not its own: there only a year tells a time. */
function copyOf({ id, at, type, body }: Evidence, ofPage: boolean): ClaimCopy {
  const text = body ?? '';
  return {
    ...{ id, at },
    says: ofPage ? headlineOf(text) : type === 'readme' ? openingOf(text) : null,
    promises: promisesIn(text, type === 'doc' ? 0 : at, { ownDay: type !== 'doc' }),
    done: text.split('\n', 2_000).filter((line) => line.length < 600 && DONE.test(line)),
  };
}
