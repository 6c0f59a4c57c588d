/** Entries of a feed to rows of evidence: what the brand says, or what customers say. Pure. */
import type { Gathered } from '#core/evidence.ts';
import { idOf } from '#core/ids.ts';
import type { RefusedRow } from '#core/source.ts';
import { cutText } from '#core/text.ts';
import { personOf } from '../export-cells.ts';
import type { Entry, Feed } from './entry.ts';

/** Whose words a feed holds. */
export type Taken = 'posts' | 'feedback';

const LONGEST_BODY = 65_536;
const LONGEST_TITLE = 1_000;
const MOST_LABELS = 50;

export interface Reading {
  readonly origin: string;
  readonly as: Taken;
  /** What lies later is refused (ms UTC). */
  readonly until: number;
  /** What refusals call the feed. */
  readonly file: string;
}

export function toEvidence({ entries }: Feed, { origin, as, until, file }: Reading) {
  const rows = new Map<string, Gathered>();
  const refused: RefusedRow[] = [];
  for (const entry of entries) {
    const { row, at, changedAt } = entry;
    const reason = flawOf(entry, until);
    if (reason !== null || at === null) {
      refused.push({ file, row, reason: reason ?? '' });
      continue;
    }
    const made = rowOf(entry, at, origin, as);
    const known = rows.get(made.externalId);
    // An entry that was corrected may stand twice.
    if (known === undefined || (changedAt ?? at) >= (known.changedAt ?? known.at)) rows.set(made.externalId, made);
  }
  return { items: [...rows.values()], refused };
}

function flawOf({ at, title, body }: Entry, until: number): string | null {
  if (at === null) return 'it has no time that can be read';
  if (title === null && body === null) return 'it says nothing';
  return at > until ? 'its time lies after the time that is read' : null;
}

function rowOf(entry: Entry, at: number, origin: string, as: Taken): Gathered {
  const { changedAt, url, lang, author } = entry;
  const externalId = idIn(entry, at);
  const [title, body] = [cut(entry.title, LONGEST_TITLE), cut(entry.body, LONGEST_BODY)];
  const labels = [...new Set(entry.labels.map((label) => cutText(label.trim(), 200)))].filter(Boolean);
  const told = labels.length > 0 ? { labels: labels.slice(0, MOST_LABELS) } : {};
  const base = { type: 'post', origin, externalId, at, title, body, url, lang: lang && cutText(lang, 35) };
  const changed = changedAt !== null && changedAt > at ? { changedAt } : {};
  if (as === 'posts') {
    return {
      ...base,
      ...changed,
      kind: 'document',
      author: null,
      threadId: 'feed',
      data: { channel: 'feed', ...told },
    };
  }
  const who = personOf(origin, author?.email ?? null, author?.name ?? null);
  const data = { side: 'outsider', ...told };
  return { ...base, ...changed, kind: 'feedback', author: who, threadId: externalId, data };
}

/** Its own name, else its address, else its words. */
function idIn({ id, url, title, body }: Entry, at: number): string {
  return id ?? url ?? idOf('feed', String(at), title ?? '', body ?? '');
}

function cut(text: string | null, length: number): string | null {
  return text === null ? null : cutText(text, length);
}
