/** What `gh issue list --json` and `gh pr list --json` print: one object to one thread with its comments. Pure. */
import { countIn, type Fields, fieldsIn, isFields, listIn, textIn, timeIn } from '../fields.ts';
import { type Person, personOf } from './people.ts';
import { labelsIn } from './rest.ts';
import type { Comment, Thread } from './thread.ts';

/** `gh` lists at most so many comments of a thread: a full list may not be all. */
const MOST_COMMENTS = 100;

export interface GhThread {
  readonly thread: Thread;
  readonly comments: readonly Comment[];
  /** Logins that the file shows at work: who merged. */
  readonly makers: readonly string[];
}

/** `gh` writes camel case, the API snake case. */
export function isGhThread(fields: Fields): boolean {
  return countIn(fields, 'number') !== null && textIn(fields, 'createdAt') !== null;
}

export function ghThread(fields: Fields): GhThread | null {
  const number = countIn(fields, 'number');
  const at = timeIn(fields, 'createdAt');
  if (number === null || at === null) return null;
  const url = textIn(fields, 'url');
  const mergedAt = timeIn(fields, 'mergedAt');
  const pull = url?.includes('/pull/') === true || 'mergedAt' in fields || 'isDraft' in fields;
  const state = textIn(fields, 'state');
  const comments = listIn(fields, 'comments')?.filter(isFields) ?? null;
  const votes = votesIn(fields);
  const closers = listIn(fields, 'closedByPullRequestsReferences')?.filter(isFields) ?? null;
  const reason = textIn(fields, 'stateReason');
  const merger = textIn(fieldsIn(fields, 'mergedBy'), 'login');
  const thread: Thread = {
    ...{ number, pull, at, url, changedAt: timeIn(fields, 'updatedAt'), closedAt: timeIn(fields, 'closedAt') },
    title: textIn(fields, 'title') ?? '',
    body: textIn(fields, 'body'),
    person: personIn(fields),
    association: textIn(fields, 'authorAssociation'),
    labels: labelsIn(fields),
    closed: state === null ? fields.closed === true : state !== 'OPEN',
    ...(reason !== null && { reason: reason === '' ? null : reason.toLowerCase() }),
    ...(closers !== null && { closedByPull: countIn(closers[0] ?? null, 'number') }),
    ...(votes !== null && { votes }),
    comments: comments === null || comments.length >= MOST_COMMENTS ? null : comments.length,
    ...(typeof fields.isDraft === 'boolean' && { draft: fields.isDraft }),
    ...('mergedAt' in fields && { mergedAt }),
    ...('mergeCommit' in fields && { mergeSha: textIn(fieldsIn(fields, 'mergeCommit'), 'oid') }),
  };
  const said = (comments ?? []).flatMap((comment, place) => commentOf(comment, place + 1, number, pull) ?? []);
  return { thread, comments: said, makers: merger === null ? [] : [merger] };
}

function commentOf(fields: Fields, place: number, number: number, pull: boolean): Comment | null {
  const at = timeIn(fields, 'createdAt');
  if (at === null) return null;
  const url = textIn(fields, 'url');
  return {
    ...{ number, pull, at, url, changedAt: null },
    // The number in the address is the id that the API gives it too; an old `gh` tells none.
    id: /#issuecomment-(\d{1,15})$/.exec(url ?? '')?.[1] ?? `${number}.${place}`,
    body: textIn(fields, 'body'),
    person: personIn(fields),
    association: textIn(fields, 'authorAssociation') || null,
  };
}

function personIn(fields: Fields): Person | null {
  const author = fieldsIn(fields, 'author');
  return personOf(textIn(author, 'login'), author?.is_bot === true);
}

/** Thumbs up and hearts; groups that nobody used are left out by `gh`. */
function votesIn(fields: Fields): number | null {
  const groups = listIn(fields, 'reactionGroups');
  if (groups === null) return null;
  return groups.filter(isFields).reduce((sum, group) => {
    const counts = /^(?:THUMBS_UP|HEART)$/.test(textIn(group, 'content') ?? '');
    return counts ? sum + (countIn(fieldsIn(group, 'users'), 'totalCount') ?? 0) : sum;
  }, 0);
}
