/** Conversations that Intercom's API or export gives as JSON. Page for readers: intercom.md. */
import type { Author, Gathered } from '#core/evidence.ts';
import type { Json, JsonObject } from '#core/json.ts';
import { defineExport } from '../define-export.ts';
import { inside, objectsIn, personOf, plain, scored, timeIn, wordsIn } from '../export-cells.ts';
import type { Made } from '../export-format.ts';
import { hasAll } from '../export-head.ts';
import { numberOf } from '../table/cells.ts';
import type { Fields } from '../table/row.ts';

export default defineExport({
  id: 'intercom',
  title: 'Conversations from Intercom',
  what: 'a list of Intercom conversations',
  columns: {
    ...{ id: 'id', title: 'title', 'created at': 'at', 'updated at': 'changedAt', state: 'status', open: 'status' },
    ...{ source: 'first message', 'source body': 'body', 'source subject': 'title', 'source author': 'author' },
    ...{ 'source url': 'url', 'conversation parts': 'replies', 'conversation rating': 'rating', tags: 'labels' },
  },
  recognises: (head) => {
    const parts = hasAll(head, 'conversation parts') || hasAll(head, 'conversation rating');
    return (head.json && hasAll(head, 'id', 'created at') && parts) || (head.json && isListed(head.sample[0]?.fields));
  },
  open: ({ origin }) => ({ read: ({ fields }) => conversation(fields, origin) }),
});

/** The list of conversations has neither parts nor, where nobody rated, a rating. */
function isListed(fields: Fields | undefined): boolean {
  return fields?.type === 'conversation' && inside(fields.source, 'author') !== undefined;
}

function conversation(fields: Fields, origin: string): Made {
  const id = wordsIn(fields.id);
  const at = timeIn(fields.created_at);
  if (id === null) return { reason: 'it has no id' };
  if (at === null) return { reason: 'it has no time that can be read' };
  const source = fields.source;
  const first = plain(wordsIn(inside(source, 'body')));
  const title = plain(wordsIn(inside(source, 'subject'))) ?? plain(wordsIn(fields.title));
  const parts = objectsIn(inside(fields.conversation_parts, 'conversation_parts'));
  const replies = parts.flatMap((part) => replyOf(part, id, origin) ?? []);
  const rated = ratingOf(fields.conversation_rating, id, origin);
  if (title === null && first === null && replies.length === 0) return { reason: 'it has no text' };
  const total = numberOf(inside(fields.conversation_parts, 'total_count'));
  const unread = total === null ? 0 : Math.max(0, total - parts.length);
  const changedAt = timeIn(fields.updated_at);
  const data: JsonObject = {
    ...sideOf(inside(source, 'author')),
    ...stateOf(fields, parts),
    ...labelsOf(fields.tags),
    ...(fields.conversation_parts !== undefined && { comments: replies.length + unread, commentsSeen: replies.length }),
  };
  const feedback: Gathered = {
    ...{ kind: 'feedback', type: 'issue', origin, externalId: id, threadId: id, at, title, body: first, data },
    author: authorOf(inside(source, 'author'), origin),
    url: wordsIn(inside(source, 'url')),
    ...(changedAt !== null && { changedAt }),
  };
  return { items: [feedback, ...replies, ...rated] };
}

/** Notes are written for colleagues; assignments and snoozes say nothing. */
const SAID = new Set(['comment', 'open', 'close', 'assignment', 'quick_reply']);

function replyOf(part: { readonly [key: string]: Json }, thread: string, origin: string): Gathered | null {
  const id = wordsIn(part.id);
  const at = timeIn(part.created_at);
  const body = plain(wordsIn(part.body));
  if (id === null || at === null || body === null || part.redacted === true) return null;
  if (!SAID.has(String(part.part_type))) return null;
  return {
    ...{ kind: 'reply', type: 'comment', origin, externalId: `part/${id}`, threadId: thread, at, body },
    author: authorOf(part.author, origin),
    data: sideOf(part.author),
  };
}

function ratingOf(rating: Json | undefined, thread: string, origin: string): Gathered[] {
  const amount = numberOf(inside(rating, 'rating'));
  const at = timeIn(inside(rating, 'created_at'));
  const body = plain(wordsIn(inside(rating, 'remark')));
  if (at === null) return [];
  const author = authorOf(inside(rating, 'contact'), origin);
  const one = scored({ origin, id: `rated/${thread}`, at, author, scale: 5, amount, body, data: { side: 'outsider' } });
  return one === null ? [] : [one];
}

function authorOf(author: Json | undefined, origin: string): Author | null {
  return personOf(origin, wordsIn(inside(author, 'email')), wordsIn(inside(author, 'id')));
}

function sideOf(author: Json | undefined): JsonObject {
  const type = wordsIn(inside(author, 'type'));
  if (type === 'admin' || type === 'team') return { side: 'maker' };
  if (type === 'bot') return { side: 'bot' };
  return type === 'user' || type === 'lead' || type === 'contact' ? { side: 'outsider' } : {};
}

/** The time of the last part that closed it; null where only the list was exported. */
function stateOf({ state, open }: Fields, parts: readonly { readonly [key: string]: Json }[]): JsonObject {
  const told = wordsIn(state) ?? (typeof open === 'boolean' ? (open ? 'open' : 'closed') : null);
  if (told === null) return {};
  const closed = told === 'closed';
  const by = parts.findLast(({ part_type }) => part_type === 'close');
  return { state: closed ? 'closed' : 'open', closedAt: closed ? timeIn(by?.created_at) : null };
}

function labelsOf(tags: Json | undefined): JsonObject {
  const labels = objectsIn(inside(tags, 'tags') ?? tags).flatMap(({ name }) => wordsIn(name) ?? []);
  return labels.length > 0 ? { labels } : {};
}
