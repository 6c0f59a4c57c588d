/** A page at an address: asked for as its site's robots.txt allows, taken as a new copy where its words have changed. */
import { BifocalError } from '#core/errors.ts';
import type { Batch, Gathering, Http, HttpAnswer } from '#core/source.ts';
import { copyOf } from './copy.ts';
import { cursorOf } from './cursor.ts';
import type { PageOptions } from './page.ts';
import { isAllowed, LARGEST_ROBOTS, ROBOT, type Rule, rulesFor } from './robots.ts';

/** The largest of a thousand front pages has under 3 MB of HTML; more is no page. */
export const LARGEST_PAGE = 5 * 2 ** 20;
const LONGEST_FETCH_MS = 30_000;
const READABLE = /^\s*(?:text\/(?:html|plain|markdown|x-markdown)|application\/xhtml\+xml)\b/i;
/** RFC 9309: where the rules are not to be had (4xx), nothing is forbidden; a server in trouble (5xx) forbids all. */
const NO_RULES = [400, 401, 402, 403, 404, 405, 406, 409, 410, 418, 421, 422, 429, 451];

/** The address without what changes nothing, and without its query, where tokens hide. */
export function placeOfUrl(address: string): string {
  const { host, pathname } = new URL(address);
  return `${host}${pathname === '/' ? '' : pathname.replace(/\/$/, '')}`;
}

export async function* readUrl(gathering: Gathering<PageOptions>, address: string): AsyncGenerator<Batch> {
  const { until, progress, http } = gathering;
  const before = cursorOf(gathering.cursor);
  const place = placeOfUrl(address);
  progress('page', 0, 1);
  const signal = AbortSignal.any([gathering.signal, AbortSignal.timeout(LONGEST_FETCH_MS)]);
  const robots = new Robots(http, signal);
  const answer = await polite(http, address, robots, { signal, etag: before?.etag }).catch((error: unknown) => {
    const late = signal.aborted && !gathering.signal.aborted;
    if (!late) throw error;
    throw new BifocalError('SOURCE_UNREACHABLE', { source: place, cause: 'it did not answer in time' }, error);
  });
  const observedUntil = until === null ? answer.fetchedAt : Math.min(until, answer.fetchedAt);
  if (answer.status === 304 && before !== null) {
    yield { missing: before.missing, observedUntil, cursor: JSON.stringify(before) };
    return;
  }
  const { type, etag, url } = partsOf(answer);
  const file = { place, url, type, text: answer.body, at: answer.fetchedAt };
  const copy = type === '' || READABLE.test(type) ? copyOf(file) : { flaw: `it is ${type.split(';')[0]}, and no page` };
  if ('flaw' in copy) throw new BifocalError('PAGE_UNREADABLE', { page: place, cause: copy.flaw });
  const { row, digest, missing } = copy;
  if (until !== null && row.at > until) {
    yield { missing, observedUntil };
    return;
  }
  const cursor = JSON.stringify({ ...(etag && { etag }), digest, missing });
  yield { items: digest === before?.digest ? [] : [row], missing, observedUntil, cursor };
}

function partsOf({ headers, url }: HttpAnswer) {
  const { protocol, host, pathname } = new URL(url);
  return { type: headers['content-type'] ?? '', etag: headers.etag, url: `${protocol}//${host}${pathname}` };
}

/** Every address on the way is asked for only where its site allows it. */
async function polite(
  http: Http,
  address: string,
  robots: Robots,
  { signal, etag, bytes = LARGEST_PAGE }: { signal: AbortSignal; etag?: string | undefined; bytes?: number },
): Promise<HttpAnswer> {
  await robots.ask(address);
  const headers = { accept: 'text/html, text/markdown;q=0.9, text/plain;q=0.8' };
  const onRedirect = (next: string) => robots.ask(next);
  return http.get(address, { headers, signal, bytes, onRedirect, ...(etag !== undefined && { etag }) });
}

/** The rules of each site, asked for once. */
class Robots {
  readonly #http: Http;
  readonly #signal: AbortSignal;
  readonly #rules = new Map<string, readonly Rule[]>();

  constructor(http: Http, signal: AbortSignal) {
    this.#http = http;
    this.#signal = signal;
  }

  /** Rejects with PAGE_UNREADABLE where the site asks programs to stay away. */
  async ask(address: string): Promise<void> {
    const { origin } = new URL(address);
    let rules = this.#rules.get(origin);
    if (rules === undefined) {
      const asked = { signal: this.#signal, answers: NO_RULES, bytes: LARGEST_ROBOTS };
      const { status, body } = await this.#http.get(`${origin}/robots.txt`, asked);
      rules = status === 200 ? rulesFor(body) : [];
      this.#rules.set(origin, rules);
    }
    if (isAllowed(rules, address)) return;
    const cause = `${new URL(origin).host}/robots.txt asks programs such as ${ROBOT} not to read it`;
    throw new BifocalError('PAGE_UNREADABLE', { page: placeOfUrl(address), cause });
  }
}
