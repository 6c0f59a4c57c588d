/** One row of a table to rows of evidence, or to the reason why it is none. Pure; a reason never quotes the row. */
import type { Author, Gathered } from '#core/evidence.ts';
import { idOf } from '#core/ids.ts';
import type { Json, JsonObject } from '#core/json.ts';
import { cutText } from '#core/text.ts';
import { cellOf, flagOf, listOf, numberOf } from './cells.ts';
import { BY_CONTENT } from './columns.ts';
import { withoutMarkup } from './markup.ts';
import type { FilePlan } from './plan.ts';
import { namesPerson } from './roles.ts';
import type { Fields, Row } from './row.ts';
import { duplicateIn, fixesIn, standingOf, textIn, timeIn } from './standing.ts';
import type { DayOrder } from './times.ts';

export type Made = { readonly items: readonly Gathered[] } | { readonly reason: string };

/** Longer cells of other columns are logs and attachments: their beginning tells what they are. */
const LONGEST_OTHER = 2_000;
const LONGEST_BODY = 65_536;

export interface Making {
  readonly plan: FilePlan;
  readonly origin: string;
  /** Columns that a role has taken, or that name people; what stands in the others stays in the record. */
  readonly taken: ReadonlySet<string>;
  /** Replies by thread, as counted; null where none were read. */
  readonly replies: ReplyCounts | null;
}

export interface ReplyCounts {
  of(thread: string): number | null;
}

export function makingOf(plan: FilePlan, origin: string, replies: ReplyCounts | null): Making {
  return { plan, origin, taken: takenBy(plan), replies };
}

function takenBy({ roles, columns }: FilePlan): ReadonlySet<string> {
  return new Set([...Object.values(roles).flat(), ...columns.filter(namesPerson)]);
}

export function evidenceOf(row: Row, making: Making): Made {
  const { plan } = making;
  const order = plan.days?.order ?? null;
  const written = textIn(row.fields, plan.roles.at);
  if (written === null) return { reason: 'it has no time' };
  const at = timeIn(row.fields, plan.roles.at, order);
  if (at === null) return { reason: 'its time is none that can be read' };
  return plan.what === 'replies' ? replyOf(row.fields, at, making) : threadOf(row.fields, at, making);
}

function threadOf(fields: Fields, at: number, making: Making): Made {
  const { plan, origin } = making;
  const { roles, scale } = plan;
  const order = plan.days?.order ?? null;
  const title = proseIn(fields, roles.title, plan);
  const body = proseIn(fields, roles.body, plan);
  const amount = scale === null ? null : numberOf(cellOf(fields, roles.rating?.[0] ?? ''));
  // A tracker's thread without a word is still one: replies hang on it, and it was closed.
  if (title === null && body === null && amount === null && typeOf(plan) !== 'issue')
    return { reason: 'it has no text' };
  const author = authorIn(fields, roles.author, origin);
  const id = idIn(fields, making, [author?.handle ?? '', String(at), title ?? '', body ?? '']);
  if (id === null) return { reason: 'it has no id' };
  if (amount !== null && scale !== null && (amount < 0 || amount > scale))
    return { reason: `its rating does not lie between 0 and ${scale}` };
  const base = { origin, threadId: id, author, at };
  const version = listOf(cellOf(fields, roles.version?.[0] ?? ''))[0] ?? null;
  // Only reviews tell by it which of several products is meant; elsewhere such a column says where a ticket lies.
  const line = typeOf(plan) === 'review' ? (textIn(fields, roles.line)?.trim() ?? null) : null;
  const lang = textIn(fields, roles.lang)?.trim().slice(0, 2).toLowerCase() ?? null;
  const marks = { url: textIn(fields, roles.url), lang, version, amount, ...(line !== null && { line }) };
  if (title === null && body === null && amount !== null)
    return {
      items: [{ ...base, ...marks, kind: 'event', type: 'rating', externalId: `rating/${id}`, data: { scale } }],
    };
  const answer = answerIn(fields, making, id, order);
  const changedAt = timeIn(fields, roles.changedAt, order);
  const feedback: Gathered = {
    ...base,
    ...marks,
    kind: 'feedback',
    type: typeOf(plan),
    externalId: id,
    title: title === null ? null : cutText(title, LONGEST_OTHER),
    body: body === null ? null : cutText(body, LONGEST_BODY),
    ...(changedAt !== null && { changedAt }),
    data: dataOf(fields, making, id, answer !== null),
  };
  return { items: answer === null ? [feedback] : [feedback, answer] };
}

/** People tell in reviews and surveys what they think; in issues and tickets, what is wrong. */
function typeOf({ roles, scale }: FilePlan): string {
  if (scale === 5) return 'review';
  if (scale !== null) return 'survey';
  if (roles.status !== undefined || roles.resolution !== undefined || roles.closedAt !== undefined) return 'issue';
  return 'post';
}

function dataOf(fields: Fields, making: Making, id: string, answered: boolean): JsonObject {
  const { plan, taken, replies } = making;
  const { roles, scale } = plan;
  const order = plan.days?.order ?? null;
  const labels = (roles.labels ?? []).flatMap((column) => listOf(cellOf(fields, column)));
  const votes = numberOf(cellOf(fields, roles.votes?.[0] ?? ''));
  const fixVersions = fixesIn(fields, roles, order);
  const duplicateOf = duplicateIn(fields, roles);
  const staff = roles.staff === undefined ? null : flagOf(cellOf(fields, roles.staff[0] ?? ''));
  const row = rowOf(fields, taken);
  return {
    ...standingOf(fields, roles, order),
    ...(labels.length > 0 && { labels: [...new Set(labels)] }),
    ...(votes !== null && { votes }),
    ...(scale !== null && { scale }),
    ...(fixVersions.length > 0 && { fixVersions }),
    ...(duplicateOf !== null && duplicateOf !== id && { duplicateOf }),
    ...(staff !== null && { side: staff ? 'maker' : 'outsider' }),
    ...commentsOf(fields, plan, replies === null ? null : replies.of(id), answered),
    ...(Object.keys(row).length > 0 && { row }),
  };
}

/** How many replies there are and how many were read: silence can be told only where both are known. */
function commentsOf(fields: Fields, { roles }: FilePlan, read: number | null, answered: boolean): JsonObject {
  const told = roles.comments === undefined ? null : numberOf(cellOf(fields, roles.comments[0] ?? ''));
  const own = answered ? 1 : 0;
  const seen = read === null ? (roles.answer === undefined ? null : own) : read + own;
  const comments = told ?? seen;
  return comments === null ? {} : { comments, commentsSeen: seen ?? 0 };
}

function replyOf(fields: Fields, at: number, making: Making): Made {
  const { plan, origin, taken } = making;
  const thread = textIn(fields, plan.roles.parent)?.trim();
  if (!thread) return { reason: 'it does not say what it belongs to' };
  const body = proseIn(fields, plan.roles.body, plan);
  const author = authorIn(fields, plan.roles.author, origin);
  const id = idIn(fields, making, [thread, author?.handle ?? '', String(at), body ?? '']);
  if (id === null) return { reason: 'it has no id' };
  const staff = plan.roles.staff === undefined ? null : flagOf(cellOf(fields, plan.roles.staff[0] ?? ''));
  const row = rowOf(fields, taken);
  const data = {
    ...(staff !== null && { side: staff ? 'maker' : 'outsider' }),
    ...(Object.keys(row).length > 0 && { row }),
  };
  return {
    items: [
      {
        ...{ kind: 'reply', type: 'comment', origin, externalId: `comment/${id}`, threadId: thread, author, at },
        body: body === null ? null : cutText(body, LONGEST_BODY),
        ...(Object.keys(data).length > 0 && { data }),
      },
    ],
  };
}

/** The makers' answer that stands in a column beside what it answers. */
function answerIn(fields: Fields, { plan, origin }: Making, id: string, order: DayOrder | null): Gathered | null {
  const body = proseIn(fields, plan.roles.answer, plan);
  const at = timeIn(fields, plan.roles.answeredAt, order);
  if (body === null || at === null) return null;
  const author = authorIn(fields, plan.roles.answeredBy, origin);
  const base = { kind: 'reply', type: 'answer', origin, externalId: `answer/${id}`, threadId: id } as const;
  return { ...base, author, at, body: cutText(body, LONGEST_BODY), data: { side: 'maker' } };
}

function idIn(fields: Fields, { plan }: Making, content: readonly string[]): string | null {
  const [column] = plan.roles.id ?? [];
  if (column === BY_CONTENT) return idOf('row', ...content);
  return textIn(fields, plan.roles.id)?.trim() || null;
}

function proseIn(fields: Fields, columns: readonly string[] | undefined, plan: FilePlan): string | null {
  const text = textIn(fields, columns);
  if (text === null) return null;
  const [column = ''] = columns ?? [];
  return (plan.markup.has(column) ? withoutMarkup(text) : text.trim()) || null;
}

/** An address is the same person everywhere; any other name only where it was given. */
function authorIn(fields: Fields, columns: readonly string[] | undefined, origin: string): Author | null {
  const handle = textIn(fields, columns)?.trim();
  if (!handle) return null;
  return /^[^\s@]{1,64}@[^\s@]{1,190}$/.test(handle)
    ? { space: 'email', handle: handle.toLowerCase() }
    : { space: origin, handle };
}

function rowOf(fields: Fields, taken: ReadonlySet<string>): JsonObject {
  const row: Record<string, Json> = {};
  for (const column of Object.keys(fields)) {
    const value = fields[column];
    if (value === undefined || value === null || taken.has(column)) continue;
    row[column] = typeof value === 'string' ? cutText(value, LONGEST_OTHER) : value;
  }
  return row;
}
