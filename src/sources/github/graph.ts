/** Answers of the GraphQL API as the same threads, comments and happenings that the REST API gives. Pure. */
import type { Gathered } from '#core/evidence.ts';
import { countIn, type Fields, fieldsIn, isFields, listIn, textIn, timeIn } from '../fields.ts';
import { authorOf, type Person, personOf, sideOf } from './people.ts';
import { originOf, type Repository } from './repository.ts';
import { type Comment, commentRow, type Happening, type Thread, threadRow } from './thread.ts';

export function nodesIn(fields: Fields | null, name: string): readonly Fields[] {
  const connection = fieldsIn(fields, name);
  return connection === null ? [] : (listIn(connection, 'nodes') ?? []).filter(isFields);
}

/** Where the next page begins; null at the end. */
export function nextIn(fields: Fields | null, name: string): string | null {
  const info = fieldsIn(fieldsIn(fields, name), 'pageInfo');
  return info?.hasNextPage === true ? textIn(info, 'endCursor') : null;
}

function personIn(fields: Fields, name: string): Person | null {
  const actor = fieldsIn(fields, name);
  return personOf(textIn(actor, 'login'), textIn(actor, '__typename') === 'Bot');
}

export function graphComment(fields: Fields, { number, pull }: { number: number; pull: boolean }): Comment | null {
  const id = countIn(fields, 'databaseId');
  const at = timeIn(fields, 'createdAt');
  if (id === null || at === null) return null;
  return {
    ...{ id: String(id), number, pull, at, changedAt: timeIn(fields, 'updatedAt') },
    ...{ body: textIn(fields, 'body'), url: textIn(fields, 'url') },
    ...{ person: personIn(fields, 'author'), association: textIn(fields, 'authorAssociation') },
  };
}

const HAPPENINGS: Readonly<Record<string, Happening['what']>> = {
  ClosedEvent: 'closed',
  ReopenedEvent: 'reopened',
  LabeledEvent: 'labelled',
  ReferencedEvent: 'referenced',
  MergedEvent: 'merged',
};

/** With the pull request that closed it, where one did. */
export function graphHappening(
  fields: Fields,
  thread: Thread,
): (Happening & { readonly byPull: number | null }) | null {
  const what = HAPPENINGS[textIn(fields, '__typename') ?? ''];
  const id = textIn(fields, 'id');
  const at = timeIn(fields, 'createdAt');
  if (what === undefined || id === null || at === null) return null;
  const closer = fieldsIn(fields, 'closer');
  const { number, pull, person, association } = thread;
  return {
    ...{ id, number, what, at, pull, association, opener: person, actor: personIn(fields, 'actor') },
    commit: textIn(what === 'closed' ? closer : fieldsIn(fields, 'commit'), 'oid'),
    label: textIn(fieldsIn(fields, 'label'), 'name'),
    ...(what === 'closed' && { reason: textIn(fields, 'stateReason')?.toLowerCase() ?? null }),
    byPull: countIn(closer, 'number'),
  };
}

/** One reaction: who, when, which. */
export function reactionRow(repository: Repository, fields: Fields, { number, url, pull }: Thread): Gathered | null {
  const id = countIn(fields, 'databaseId');
  const at = timeIn(fields, 'createdAt');
  const content = textIn(fields, 'content');
  if (id === null || at === null || content === null) return null;
  const person = personOf(textIn(fieldsIn(fields, 'user'), 'login'), false);
  return {
    ...{ kind: 'event', type: 'reacted', origin: originOf(repository), externalId: `reaction/${id}` },
    ...{ threadId: String(number), author: authorOf(person, repository.host), at, url },
    data: { reaction: content.toLowerCase(), on: pull ? 'pull' : 'issue' },
  };
}

/** A discussion with its comments and their replies; numbers are shared with issues, so threads stay apart. */
export function discussionRows(repository: Repository, fields: Fields): Gathered[] {
  const number = countIn(fields, 'number');
  const at = timeIn(fields, 'createdAt');
  const title = textIn(fields, 'title');
  if (number === null || at === null || title === null) return [];
  const comments = nodesIn(fields, 'comments');
  const all = comments.flatMap((comment) => [comment, ...nodesIn(comment, 'replies')]);
  const rows = all.flatMap((one): Gathered[] => {
    const comment = graphComment(one, { number, pull: false });
    if (comment === null) return [];
    const row = commentRow(repository, comment);
    const side = sideOf(comment.person, comment.association);
    const data = {
      side,
      association: comment.association,
      on: 'discussion',
      ...(one.isAnswer === true && { answer: 1 }),
    };
    return [{ ...row, externalId: `discussion-${row.externalId}`, data }];
  });
  const person = personIn(fields, 'author');
  const association = textIn(fields, 'authorAssociation');
  const counted = comments.reduce((sum, one) => sum + (countIn(fieldsIn(one, 'replies'), 'totalCount') ?? 0), 0);
  const thread: Thread = {
    ...{ number, pull: false, at, title, person, association, changedAt: timeIn(fields, 'updatedAt') },
    ...{ body: textIn(fields, 'body'), url: textIn(fields, 'url'), closed: fields.closed === true },
    ...{ closedAt: timeIn(fields, 'closedAt'), reason: textIn(fields, 'stateReason')?.toLowerCase() ?? null },
    labels: nodesIn(fields, 'labels').flatMap((label) => textIn(label, 'name') ?? []),
    votes: countIn(fields, 'upvoteCount') ?? 0,
    comments: (countIn(fieldsIn(fields, 'comments'), 'totalCount') ?? 0) + counted,
  };
  const row = threadRow(repository, thread, rows.length);
  const category = textIn(fieldsIn(fields, 'category'), 'name');
  const own = { ...row, type: 'discussion', externalId: `discussion/${number}`, data: { ...row.data, category } };
  return [own, ...rows];
}
