/** A feed at its address: asked for only when it changed, and honest about what fell out of it meanwhile. */
import { BifocalError, type Missing } from '#core/errors.ts';
import { digestOf } from '#core/ids.ts';
import type { Batch, Gathering, HttpAnswer } from '#core/source.ts';
import { DAY, dayOf } from '#core/time.ts';
import type { Feed } from './entry.ts';
import { feedNamedIn, isPage, readFeed } from './feed.parse.ts';
import type { FeedOptions } from './feed.ts';
import { type Taken, toEvidence } from './to-evidence.ts';

/** What a reading looks back on. */
const YEAR = 365 * DAY;

interface Cursor {
  readonly as: Taken;
  readonly etag?: string;
  readonly modified?: string;
  readonly digest: string;
  /** The oldest and the newest entry that any gather met (ms UTC). */
  readonly from: number | null;
  readonly newest: number | null;
  /** Between these, entries came and fell out again between two gathers. */
  readonly gap: readonly [from: number, to: number] | null;
}

/** `feed:` and the address; of a query, where tokens hide, a digest alone. */
export function originOfAddress(address: string): string {
  const { host, pathname, search } = new URL(address);
  return `feed:${host}${pathname}${search === '' ? '' : `?${digestOf(search).slice(0, 8)}`}`;
}

export async function* readLive(gathering: Gathering<FeedOptions>, address: string): AsyncGenerator<Batch> {
  const { options, http, signal, until, progress } = gathering;
  // The past is what is kept already: a feed tells what stands in it today.
  if (until !== null) {
    yield { observedUntil: until };
    return;
  }
  const { as, from } = options;
  const origin = from === undefined ? originOfAddress(address) : `feed:${from}`;
  const kept = gathering.cursor === null ? null : (JSON.parse(gathering.cursor) as Cursor);
  const before = kept?.as === as ? kept : null;
  progress('feed', 0, 1);
  const answer = await http.get(address, {
    ...{ signal, headers: { accept: ACCEPT, ...(before?.modified && { 'if-modified-since': before.modified }) } },
    ...(before?.etag !== undefined && { etag: before.etag }),
  });
  const observedUntil = answer.fetchedAt;
  if (answer.status === 304 && before !== null) {
    yield { ...endOf(before, origin, observedUntil), observedUntil };
    return;
  }
  const digest = digestOf(answer.body);
  const { etag, 'last-modified': modified } = answer.headers;
  const held = { as, digest, ...(etag && { etag }), ...(modified && { modified }) };
  if (digest === before?.digest) {
    yield { ...endOf({ ...before, ...held }, origin, observedUntil), observedUntil };
    return;
  }
  const feed = feedIn(answer, address);
  const { items, refused } = toEvidence(feed, { origin, as, until: observedUntil, file: origin });
  const times = items.map(({ at }) => at);
  const oldest = times.length === 0 ? null : Math.min(...times);
  const newest = times.length === 0 ? null : Math.max(...times);
  const known = before?.newest ?? null;
  const fell = known !== null && oldest !== null && oldest > known;
  const cursor: Cursor = {
    ...held,
    from: least(before?.from ?? null, oldest),
    newest: known === null || newest === null ? (newest ?? known) : Math.max(known, newest),
    gap: fell ? [known, oldest] : (before?.gap ?? null),
  };
  // Whose words they are was said anew: what was taken for the other's goes.
  const turned = kept !== null && kept.as !== as && { replaces: [{ origin, type: 'post' }] };
  const product = gathering.cursor === null &&
    feed.title !== null && { product: { name: feed.title, kind: 'product' } };
  yield { items, refused, ...endOf(cursor, origin, observedUntil), observedUntil, ...turned, ...product };
}

const ACCEPT = 'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5';

function endOf(cursor: Cursor, origin: string, now: number): Pick<Batch, 'cursor' | 'missing'> {
  const missing: Missing[] = [];
  const name = origin.slice('feed:'.length);
  const tell = (because: string) =>
    missing.push({
      ...{ source: 'feed', code: 'NOT_COLLECTED', because },
      remedy: 'Import the older entries from a file, such as an archive of the feed.',
    });
  if (cursor.from !== null && cursor.from > now - YEAR)
    tell(`${name} begins at ${dayOf(cursor.from)}; if it said anything before, that was not read.`);
  if (cursor.gap !== null)
    tell(
      `Between ${dayOf(cursor.gap[0])} and ${dayOf(cursor.gap[1])} entries may have left ${name} before they were read.`,
    );
  return { cursor: JSON.stringify(cursor), missing };
}

/** Rejects with FILE_NOT_WHAT_IT_CLAIMS; of a web page it says which feed that names. */
function feedIn({ body, url }: HttpAnswer, address: string): Feed {
  const file = originOfAddress(address).slice('feed:'.length);
  if (isPage(body)) {
    const named = feedNamedIn(body, url);
    const cause = named === null ? 'it is a web page' : `it is a web page; its feed is ${named}`;
    throw new BifocalError('FILE_NOT_WHAT_IT_CLAIMS', { file, format: 'a feed', cause });
  }
  const feed = readFeed(body, url);
  if (feed !== null && !('flaw' in feed)) return feed;
  const cause = feed === null ? 'it is neither Atom, RSS nor JSON Feed' : feed.flaw;
  throw new BifocalError('FILE_NOT_WHAT_IT_CLAIMS', { file, format: 'a feed', cause });
}

function least(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}
