/** One issue of Jira with its comments and its history, as the API gives it, to rows of evidence. Pure. */
import type { Gathered } from '#core/evidence.ts';
import type { JsonObject } from '#core/json.ts';
import { cutText } from '#core/text.ts';
import { readDays } from '#core/written-days.ts';
import { countIn, type Fields, fieldsIn, isFields, listIn, textIn, timeIn } from '../fields.ts';
import type { Published } from '../published.ts';
import { actingSide, authorOf, type Person, personIn } from './people.ts';
import { originOf, type Place } from './place.ts';

/** The service's own limit of a text is 32,767 characters. */
const LONGEST_BODY = 65_536;

/** What is asked of every issue. */
export const FIELDS = [
  ...['summary', 'description', 'created', 'updated', 'reporter', 'creator', 'status', 'resolution', 'resolutiondate'],
  ...['issuetype', 'labels', 'versions', 'fixVersions', 'issuelinks', 'votes', 'comment', 'statuscategorychangedate'],
];

export interface Issue {
  readonly key: string;
  readonly at: number;
  readonly changedAt: number;
  readonly opener: Person | null;
  readonly fields: Fields;
  readonly histories: readonly Fields[];
  /** As Jira counts its changes. */
  readonly historiesTold: number;
  readonly comments: readonly Fields[];
  /** As Jira counts them. */
  readonly commentsTold: number;
}

/** Null when it is none, or a piece of the makers' own work: a part of an issue, or a heading over many. */
export function issueOf(row: Fields): Issue | null {
  const key = textIn(row, 'key');
  const fields = fieldsIn(row, 'fields');
  const at = timeIn(fields, 'created');
  if (key === null || fields === null || at === null) return null;
  const type = fieldsIn(fields, 'issuetype');
  if (type?.subtask === true || (countIn(type, 'hierarchyLevel') ?? 0) > 0 || textIn(type, 'name') === 'Epic')
    return null;
  const comment = fieldsIn(fields, 'comment');
  const comments = objectsIn(comment, 'comments');
  const histories = objectsIn(fieldsIn(row, 'changelog'), 'histories');
  return {
    ...{ key, at, fields, comments, changedAt: timeIn(fields, 'updated') ?? at },
    opener: personIn(fields, 'reporter') ?? personIn(fields, 'creator'),
    ...{ histories, historiesTold: countIn(fieldsIn(row, 'changelog'), 'total') ?? histories.length },
    commentsTold: countIn(comment, 'total') ?? comments.length,
  };
}

export function rowsOf(place: Place, issue: Issue, done: ReadonlySet<string>): Gathered[] {
  const happened = happeningsOf(place, issue, done);
  const said = [...new Map(issue.comments.map((one) => [textIn(one, 'id'), one])).values()];
  return [
    issueRow(place, issue, said.length, happened),
    ...said.flatMap((one) => commentRow(place, issue, one) ?? []),
    ...happened,
  ];
}

export function issueRow(place: Place, issue: Issue, seen: number, happened: readonly Gathered[]): Gathered {
  const { key, fields, opener, commentsTold } = issue;
  const resolution = textIn(fieldsIn(fields, 'resolution'), 'name');
  const category = textIn(fieldsIn(fieldsIn(fields, 'status'), 'statusCategory'), 'key');
  const closed = resolution !== null || category === 'done';
  const ended = happened.findLast(({ type }) => type === 'closed')?.at ?? timeIn(fields, 'statuscategorychangedate');
  const fixVersions = objectsIn(fields, 'fixVersions').flatMap((one) => fixOf(one) ?? []);
  const duplicateOf = duplicateIn(fields);
  const affected = textIn(objectsIn(fields, 'versions')[0] ?? null, 'name');
  const data: JsonObject = {
    labels: (listIn(fields, 'labels') ?? [])
      .filter((label) => typeof label === 'string')
      .map((label) => cutText(label, 200)),
    ...{ state: closed ? 'closed' : 'open', closedAt: closed ? (timeIn(fields, 'resolutiondate') ?? ended) : null },
    ...(resolution !== null && { reason: resolution }),
    side: opener?.side ?? 'unknown',
    ...{
      votes: countIn(fieldsIn(fields, 'votes'), 'votes') ?? 0,
      comments: commentsTold,
      commentsSeen: Math.min(seen, commentsTold),
    },
    ...(fixVersions.length > 0 && { fixVersions }),
    ...(duplicateOf !== null && { duplicateOf }),
  };
  return {
    ...{ kind: 'feedback', type: 'issue', origin: originOf(place), externalId: key, threadId: key },
    ...{ author: authorOf(opener, place), at: issue.at, changedAt: issue.changedAt },
    ...{ title: textIn(fields, 'summary'), body: bodyIn(fields, 'description'), url: `${place.site}/browse/${key}` },
    ...(affected !== null && { version: affected }),
    data,
  };
}

/** Null for what members of a service desk wrote for each other. */
function commentRow(place: Place, { key }: Issue, comment: Fields): Gathered | null {
  const id = textIn(comment, 'id');
  const at = timeIn(comment, 'created');
  if (id === null || at === null || comment.jsdPublic === false) return null;
  const person = personIn(comment, 'author');
  const changedAt = timeIn(comment, 'updated');
  return {
    ...{ kind: 'reply', type: 'comment', origin: originOf(place), externalId: `comment/${id}`, threadId: key },
    ...{ author: authorOf(person, place), at, body: bodyIn(comment, 'body') },
    url: `${place.site}/browse/${key}?focusedCommentId=${id}`,
    ...(changedAt !== null && { changedAt }),
    data: { side: person?.side ?? 'unknown' },
  };
}

/** Closed is what was resolved or came to a status that is done; reopened is the way back. */
function happeningsOf(place: Place, { key, opener, histories }: Issue, done: ReadonlySet<string>): Gathered[] {
  const seen = new Map(histories.map((one) => [textIn(one, 'id'), one]));
  const sorted = [...seen.values()].sort((a, b) => (timeIn(a, 'created') ?? 0) - (timeIn(b, 'created') ?? 0));
  const rows: Gathered[] = [];
  let open = true;
  for (const history of sorted) {
    const id = textIn(history, 'id');
    const at = timeIn(history, 'created');
    const said = objectsIn(history, 'items').flatMap((item) => turnIn(item, done) ?? []);
    if (id === null || at === null || said.length === 0) continue;
    const closes = said.some(({ closed }) => closed);
    // A status and a resolution that say the same at two times are one turn.
    if (closes !== open) continue;
    open = !closes;
    const actor = personIn(history, 'author');
    const reason = said.find((one) => one.reason !== null)?.reason ?? null;
    rows.push({
      ...{ kind: 'event', type: closes ? 'closed' : 'reopened', origin: originOf(place), externalId: `event/${id}` },
      ...{ threadId: key, author: authorOf(actor, place), at, url: null },
      data: { side: actingSide(actor, opener), ...(closes && { reason, by: null }), on: 'issue' },
    });
  }
  return rows;
}

function turnIn(item: Fields, done: ReadonlySet<string>): { closed: boolean; reason: string | null } | null {
  const [from, to] = [textIn(item, 'from') || null, textIn(item, 'to') || null];
  if (item.field === 'resolution') {
    if ((from === null) === (to === null)) return null;
    return { closed: to !== null, reason: to === null ? null : textIn(item, 'toString') };
  }
  if (item.field !== 'status' || from === null || to === null || done.has(from) === done.has(to)) return null;
  return { closed: done.has(to), reason: null };
}

/** A version with the day on which it came out; null as a day while it has not. */
function fixOf(version: Fields): JsonObject | null {
  const name = textIn(version, 'name');
  return name === null ? null : { name, at: version.released === true ? dayIn(version, 'releaseDate') : null };
}

function duplicateIn(fields: Fields): string | null {
  for (const link of objectsIn(fields, 'issuelinks')) {
    const other = fieldsIn(link, 'outwardIssue');
    if (other !== null && /^duplicates$/i.test(textIn(fieldsIn(link, 'type'), 'outward') ?? ''))
      return textIn(other, 'key');
  }
  return null;
}

/** A version that came out, on the day that Jira names; a sprint is a stretch of work. */
export function publishedOf(version: Fields): Published | null {
  const name = textIn(version, 'name');
  const at = dayIn(version, 'releaseDate');
  if (name === null || at === null || version.released !== true || /\bsprint\b/i.test(name)) return null;
  return {
    ...{ tag: name, at, title: name, body: bodyIn(version, 'description') },
    url: null,
    pre: false,
    person: null,
  };
}

function dayIn(fields: Fields, name: string): number | null {
  return readDays([textIn(fields, name) ?? ''])[0] ?? null;
}

function objectsIn(fields: Fields | null, name: string): readonly Fields[] {
  return fields === null ? [] : (listIn(fields, name) ?? []).filter(isFields);
}

/** Version 2 of the API gives texts as they are written; an older one may give a document, which is left. */
function bodyIn(fields: Fields, name: string): string | null {
  const text = textIn(fields, name);
  return text === null ? null : cutText(text, LONGEST_BODY);
}
