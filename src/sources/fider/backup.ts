/** The tables of a backup, one after another: each post with its votes, comments and answer. */
import type { Author, Gathered } from '#core/evidence.ts';
import type { Json, JsonObject } from '#core/json.ts';
import { personOf, plain, timeIn, wordsIn } from '../export-cells.ts';
import { type ExportReader, type Made, NO_DATA, type Opening } from '../export-format.ts';
import { type ExportHead, hasAll } from '../export-head.ts';
import type { Fields } from '../table/row.ts';
import { STATUSES, standingOf } from './standing.ts';

type Table = 'users' | 'tags' | 'post_tags' | 'comments' | 'post_votes' | 'posts';

/** Votes and comments that wait for their posts: near 500 bytes each. */
const MOST_WAITING = 500_000;

interface User {
  readonly author: Author | null;
  readonly side: 'maker' | 'outsider';
}

interface Kept {
  readonly users: Map<string, User>;
  readonly tags: Map<string, string>;
  /** What waits for a post, by its id. */
  readonly labels: Map<string, string[]>;
  readonly comments: Map<string, Gathered[]>;
  readonly votes: Map<string, Gathered[]>;
  /** Numbers of the posts that were read, by their ids. */
  readonly numbers: Map<string, string>;
  waiting: number;
}

/** Null where it is none of them. Every table of a site names its tenant. */
export function backupTable(head: ExportHead): Table | null {
  const { json } = head;
  if (!json || !hasAll(head, 'tenant id')) return null;
  if (hasAll(head, 'number', 'title', 'slug', 'user id', 'status', 'created at')) return 'posts';
  if (hasAll(head, 'content', 'post id', 'user id', 'created at')) return 'comments';
  if (hasAll(head, 'tag id', 'post id')) return 'post_tags';
  if (hasAll(head, 'post id', 'user id', 'created at') && !hasAll(head, 'status')) return 'post_votes';
  if (hasAll(head, 'name', 'email', 'role')) return 'users';
  return hasAll(head, 'name', 'slug', 'color') ? 'tags' : null;
}

export function readBackup({ head, origin, shared }: Opening): ExportReader {
  const kept = (shared.get('fider') as Kept | undefined) ?? nothingYet();
  shared.set('fider', kept);
  const table = backupTable(head);
  const read = table === null ? null : READERS[table];
  return { read: ({ fields }) => read?.(fields, kept, origin) ?? { reason: 'it belongs to no table that is known' } };
}

const READERS: Readonly<Record<Table, (fields: Fields, kept: Kept, origin: string) => Made>> = {
  users(fields, { users }, origin) {
    const id = wordsIn(fields.id);
    const author = personOf(origin, wordsIn(fields.email), wordsIn(fields.name));
    // Visitors are 1, collaborators and administrators more (app/models/enum).
    if (id !== null) users.set(id, { author, side: Number(wordsIn(fields.role)) > 1 ? 'maker' : 'outsider' });
    return NO_DATA;
  },
  tags(fields, { tags }) {
    const [id, name] = [wordsIn(fields.id), wordsIn(fields.name)];
    if (id !== null && name !== null) tags.set(id, name);
    return NO_DATA;
  },
  post_tags(fields, { labels, tags }) {
    const post = wordsIn(fields.post_id);
    const name = tags.get(wordsIn(fields.tag_id) ?? '');
    if (post !== null && name !== undefined) labels.set(post, [...(labels.get(post) ?? []), name]);
    return NO_DATA;
  },
  comments(fields, kept, origin) {
    const [id, post] = [wordsIn(fields.id), wordsIn(fields.post_id)];
    const at = timeIn(fields.created_at);
    const body = plain(wordsIn(fields.content));
    // Taken back by who wrote it, or never let through.
    if ((fields.deleted_at ?? null) !== null || fields.is_approved === false) return NO_DATA;
    if (id === null || post === null) return { reason: 'it does not say which post it is on' };
    if (at === null) return { reason: 'it has no time that can be read' };
    if (body === null) return { reason: 'it has no text' };
    const changedAt = timeIn(fields.edited_at);
    const reply: Gathered = {
      ...{ kind: 'reply', type: 'comment', origin, externalId: `comment/${id}`, at, body },
      ...by(fields.user_id, kept),
      ...(changedAt !== null && { changedAt }),
    };
    return wait(kept, kept.comments, post, reply);
  },
  post_votes(fields, kept, origin) {
    const [post, user] = [wordsIn(fields.post_id), wordsIn(fields.user_id)];
    const at = timeIn(fields.created_at);
    if (post === null || user === null) return { reason: 'it does not say who voted for what' };
    if (at === null) return { reason: 'it has no time that can be read' };
    const vote = { kind: 'event', type: 'vote', origin, externalId: `vote/${post}/${user}`, at } as const;
    return wait(kept, kept.votes, post, { ...vote, ...by(user, kept) });
  },
  posts: post,
};

function post(fields: Fields, kept: Kept, origin: string): Made {
  const [own, number] = [wordsIn(fields.id), wordsIn(fields.number)];
  const at = timeIn(fields.created_at);
  const title = plain(wordsIn(fields.title));
  const body = plain(wordsIn(fields.description));
  const status = wordsIn(fields.status);
  if (own === null || number === null) return { reason: 'it has no number' };
  if (at === null) return { reason: 'it has no time that can be read' };
  if (title === null && body === null) return { reason: 'it has no text' };
  if (STATUSES[Number(status)] === 'deleted' || fields.is_approved === false) return NO_DATA;
  const placed = (rows: readonly Gathered[] | undefined) => (rows ?? []).map((row) => ({ ...row, threadId: number }));
  const votes = placed(kept.votes.get(own));
  const comments = placed(kept.comments.get(own));
  const answer = answerOf(fields, number, kept, origin);
  const labels = kept.labels.get(own) ?? [];
  // A post that repeats another is written after it.
  const original = kept.numbers.get(wordsIn(fields.original_id) ?? '') ?? null;
  kept.numbers.set(own, number);
  for (const waiting of [kept.votes, kept.comments]) {
    kept.waiting -= waiting.get(own)?.length ?? 0;
    waiting.delete(own);
  }
  const said = comments.length + answer.length;
  const { author, data: side } = by(fields.user_id, kept);
  const data: JsonObject = {
    ...side,
    ...standingOf(status, timeIn(fields.response_date)),
    ...(labels.length > 0 && { labels }),
    ...{ votes: votes.length, comments: said, commentsSeen: said },
    ...(original !== null && original !== number && { duplicateOf: original }),
  };
  const feedback: Gathered = {
    ...{ kind: 'feedback', type: 'issue', origin, externalId: number, threadId: number, at, author, title, body },
    data,
  };
  kept.labels.delete(own);
  return { items: [feedback, ...answer, ...comments, ...votes] };
}

function answerOf(fields: Fields, number: string, kept: Kept, origin: string): Gathered[] {
  const body = plain(wordsIn(fields.response));
  const at = timeIn(fields.response_date);
  if (body === null || at === null) return [];
  const base = { kind: 'reply', type: 'answer', origin, externalId: `answer/${number}`, threadId: number } as const;
  return [{ ...base, at, body, author: by(fields.response_user_id, kept).author, data: { side: 'maker' } }];
}

function by(user: Json | undefined, { users }: Kept): { readonly author: Author | null; readonly data: JsonObject } {
  const known = users.get(wordsIn(user) ?? '');
  return { author: known?.author ?? null, data: known === undefined ? {} : { side: known.side } };
}

function wait(kept: Kept, waiting: Map<string, Gathered[]>, post: string, row: Gathered): Made {
  if (kept.waiting >= MOST_WAITING) return { reason: `its table holds more than ${MOST_WAITING} rows` };
  kept.waiting += 1;
  const known = waiting.get(post);
  if (known === undefined) waiting.set(post, [row]);
  else known.push(row);
  return NO_DATA;
}

function nothingYet(): Kept {
  const kept = { users: new Map(), tags: new Map(), labels: new Map(), comments: new Map(), votes: new Map() };
  return { ...kept, numbers: new Map(), waiting: 0 };
}
