/** Tickets from Zendesk, with their comments where the export has them. Page for readers: zendesk.md. */
import type { Gathered } from '#core/evidence.ts';
import { idOf } from '#core/ids.ts';
import type { Json, JsonObject } from '#core/json.ts';
import { defineExport } from '../define-export.ts';
import { inside, objectsIn, personOf, plain, scored, timeIn, wordsIn } from '../export-cells.ts';
import type { Made } from '../export-format.ts';
import { hasAll } from '../export-head.ts';
import type { Fields } from '../table/row.ts';

export default defineExport({
  id: 'zendesk',
  title: 'Tickets from Zendesk',
  what: 'tickets from Zendesk',
  columns: {
    ...{ id: 'id', subject: 'title', 'raw subject': 'title', description: 'body', status: 'status', tags: 'labels' },
    ...{ 'created at': 'at', 'updated at': 'changedAt', 'requester id': 'author', requester: 'author', via: 'labels' },
    ...{ comments: 'replies', 'satisfaction rating': 'rating' },
  },
  recognises: (head) =>
    head.json &&
    hasAll(head, 'id', 'created at', 'status') &&
    hasAll(head, 'requester id') &&
    (hasAll(head, 'subject') || hasAll(head, 'raw subject')),
  open: ({ origin }) => ({ read: ({ fields }) => ticket(fields, origin) }),
});

function ticket(fields: Fields, origin: string): Made {
  const id = wordsIn(fields.id);
  const at = timeIn(fields.created_at);
  if (id === null) return { reason: 'it has no id' };
  if (at === null) return { reason: 'it has no time that can be read' };
  const title = plain(wordsIn(fields.subject)) ?? plain(wordsIn(fields.raw_subject));
  const comments = objectsIn(fields.comments);
  const requester = wordsIn(fields.requester_id);
  const replies = comments.flatMap((one) => replyOf(one, { id, at, requester, origin }) ?? []);
  const body = plain(wordsIn(fields.description)) ?? opening(comments, at);
  if (title === null && body === null && replies.length === 0) return { reason: 'it has no text' };
  const changedAt = timeIn(fields.updated_at);
  const feedback: Gathered = {
    ...{ kind: 'feedback', type: 'issue', origin, externalId: id, threadId: id, at, title, body },
    author: personOf(origin, wordsIn(inside(fields.requester, 'email')), requester),
    ...(changedAt !== null && { changedAt }),
    data: {
      side: 'outsider',
      ...stateOf(fields),
      ...labelsOf(fields),
      ...(Array.isArray(fields.comments) && { comments: replies.length, commentsSeen: replies.length }),
    },
  };
  return { items: [feedback, ...replies, ...ratingOf(fields, id, origin)] };
}

interface Thread {
  readonly id: string;
  readonly at: number;
  readonly requester: string | null;
  readonly origin: string;
}

/** The first comment of a ticket is its description, written at the same moment. */
function isOpening(comment: { readonly [key: string]: Json }, at: number): boolean {
  return Math.abs((timeIn(comment.created_at) ?? Number.NaN) - at) <= 1_000;
}

function opening(comments: readonly { readonly [key: string]: Json }[], at: number): string | null {
  const [first] = comments;
  return first !== undefined && isOpening(first, at) ? wordsOf(first) : null;
}

function wordsOf(comment: { readonly [key: string]: Json }): string | null {
  return plain(wordsIn(comment.plain_body) ?? wordsIn(comment.body) ?? wordsIn(comment.html_body));
}

/** What is not public is a note among colleagues. */
function replyOf(comment: { readonly [key: string]: Json }, { id, at, requester, origin }: Thread): Gathered | null {
  const when = timeIn(comment.created_at);
  const body = wordsOf(comment);
  const author = wordsIn(comment.author_id);
  if (when === null || body === null || comment.public === false) return null;
  if (isOpening(comment, at) && author === requester) return null;
  const own = wordsIn(comment.id) ?? idOf('comment', id, String(when), body);
  return {
    ...{ kind: 'reply', type: 'comment', origin, externalId: `comment/${own}`, threadId: id, at: when, body },
    author: personOf(origin, author),
    data: author === null || requester === null ? {} : { side: author === requester ? 'outsider' : 'maker' },
  };
}

const CLOSED = /^(?:solved|closed)$/i;

/** The day of the solution stands only in what was fetched with its metrics. */
function stateOf({ status, metric_set, solved_at }: Fields): JsonObject {
  const told = wordsIn(status);
  if (told === null) return {};
  const closed = CLOSED.test(told);
  return {
    state: closed ? 'closed' : 'open',
    closedAt: closed ? timeIn(inside(metric_set, 'solved_at') ?? solved_at) : null,
  };
}

function labelsOf({ tags, via }: Fields): JsonObject {
  const channel = wordsIn(inside(via, 'channel'));
  const told = Array.isArray(tags) ? tags.flatMap((tag) => wordsIn(tag) ?? []) : [];
  const labels = [...new Set([...told, ...(channel === null ? [] : [channel])])];
  return labels.length > 0 ? { labels } : {};
}

/** Good or bad: a scale of one. Offered and unanswered is neither. */
function ratingOf(fields: Fields, thread: string, origin: string): Gathered[] {
  const rating = fields.satisfaction_rating;
  const score = wordsIn(inside(rating, 'score')) ?? '';
  const [word] = /^(?:good|bad)/.exec(score) ?? [];
  const at = timeIn(inside(rating, 'updated_at')) ?? timeIn(inside(rating, 'created_at')) ?? timeIn(fields.updated_at);
  if (word === undefined || at === null) return [];
  const author = personOf(origin, wordsIn(inside(fields.requester, 'email')), wordsIn(fields.requester_id));
  const body = plain(wordsIn(inside(rating, 'comment')));
  const amount = word === 'good' ? 1 : 0;
  const one = scored({ origin, id: `rated/${thread}`, at, author, scale: 1, amount, body, data: { side: 'outsider' } });
  return one === null ? [] : [one];
}
