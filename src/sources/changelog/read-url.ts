/** A changelog at an address, as plain text. */
import { BifocalError, type Missing } from '#core/errors.ts';
import { digestOf } from '#core/ids.ts';
import type { Batch, Gathering, HttpAnswer } from '#core/source.ts';
import type { ChangelogOptions } from './changelog.ts';
import { cutText } from './file-limits.ts';
import { missingOf } from './gaps.ts';
import { replacedAt, toEvidence } from './to-evidence.ts';

/** `changelog:` and the address without its fragment and query, where tokens hide. */
export function urlOrigin(address: string): string {
  const url = URL.parse(address);
  return url === null ? `changelog:${address}` : `changelog:${url.protocol}//${url.host}${url.pathname}`;
}

interface Cursor {
  readonly etag?: string;
  readonly digest: string;
  readonly missing: readonly Missing[];
}

export async function* readFromUrl(gathering: Gathering<ChangelogOptions>, address: string): AsyncGenerator<Batch> {
  const { options, http, signal, until, progress } = gathering;
  const before = gathering.cursor === null ? null : (JSON.parse(gathering.cursor) as Cursor);
  progress('changelog', 0, 1);
  const answer = await http.get(address, { signal, ...(before?.etag !== undefined && { etag: before.etag }) });
  const observedUntil = until === null ? answer.fetchedAt : Math.min(until, answer.fetchedAt);
  if (answer.status === 304 && before !== null) {
    yield { missing: before.missing, observedUntil, cursor: JSON.stringify(before) };
    return;
  }
  refusePage(address, answer);
  const digest = digestOf(answer.body);
  const etag = answer.headers.etag;
  const cursorOf = (missing: readonly Missing[]) => JSON.stringify({ ...(etag && { etag }), digest, missing });
  if (digest === before?.digest) {
    yield { missing: before.missing, observedUntil, cursor: cursorOf(before.missing) };
    return;
  }
  const origin = urlOrigin(address);
  const url = origin.slice('changelog:'.length);
  const name = url.split('/').at(-1) || url;
  const modified = Date.parse(answer.headers['last-modified'] ?? '');
  const { text, gaps } = cutText(answer.body, name);
  const read = toEvidence({
    ...{ origin, name, text, line: null, url, names: options.names ?? [] },
    notAfter: answer.fetchedAt,
    undatedAt: Number.isNaN(modified) ? answer.fetchedAt : modified,
  });
  const missing = missingOf([...gaps, ...read.gaps]);
  const items = until === null ? read.items : read.items.filter((item) => item.at <= until);
  yield { items, missing, observedUntil, cursor: cursorOf(missing), replaces: replacedAt(origin) };
}

/** A forge shows a file inside a page of its own; that page's text is not the changelog. */
function refusePage(address: string, { headers, body }: HttpAnswer): void {
  const type = headers['content-type'] ?? '';
  if (!/html/i.test(type) && !/^\s*<(?:!doctype|html)/i.test(body.slice(0, 500))) return;
  throw new BifocalError('FILE_NOT_WHAT_IT_CLAIMS', {
    file: urlOrigin(address).slice('changelog:'.length),
    format: 'a changelog in plain text',
    cause: 'it is a web page; name the address of the raw file',
  });
}
