/** Issues, merge requests, notes and what happened to them, as the API gives them, to rows of evidence. Pure. */
import type { Author, Gathered } from '#core/evidence.ts';
import type { JsonObject } from '#core/json.ts';
import { cutText } from '#core/text.ts';
import { countIn, type Fields, fieldsIn, listIn, textIn, timeIn } from '../fields.ts';
import { actingSide, authorOf, isByMail, type Makers, type Person, personIn, sideOf } from './people.ts';
import { originOf, type Project } from './project.ts';

/** The platform's own limit of a description is 1,048,576 characters; more than this is a log. */
const LONGEST_BODY = 65_536;

export interface Thread {
  readonly iid: number;
  readonly pull: boolean;
  /** `12`, or `!12` of a merge request: both are counted from 1. */
  readonly id: string;
  readonly at: number;
  readonly changedAt: number;
  readonly opener: Person | null;
  /** Notes of people. */
  readonly comments: number;
  readonly closed: boolean;
  readonly fields: Fields;
}

export interface Reading {
  readonly project: Project;
  readonly makers: Makers;
}

/** The makers' own lists of work are no voice of a customer. */
const WORK = new Set(['task', 'test_case', 'requirement', 'objective', 'key_result', 'epic']);

/** Null when it is none, or a piece of work that is not told to anybody. */
export function threadOf(fields: Fields, pull: boolean): Thread | null {
  const iid = countIn(fields, 'iid');
  const at = timeIn(fields, 'created_at');
  if (iid === null || at === null || textIn(fields, 'title') === null) return null;
  if (!pull && WORK.has(textIn(fields, 'issue_type') ?? 'issue')) return null;
  return {
    ...{ iid, pull, at, fields, id: pull ? `!${iid}` : String(iid) },
    changedAt: timeIn(fields, 'updated_at') ?? at,
    opener: isByMail(fields) ? null : personIn(fields, 'author'),
    comments: countIn(fields, 'user_notes_count') ?? 0,
    closed: textIn(fields, 'state') !== 'opened',
  };
}

export function threadRow({ project, makers }: Reading, thread: Thread, seen: number): Gathered {
  const { fields, pull, id, iid, opener, closed } = thread;
  const mail = isByMail(fields);
  const duplicateOf = duplicateIn(fields);
  const common: JsonObject = {
    ...{ number: iid, labels: labelsIn(fields), state: closed ? 'closed' : 'open', closedAt: closedAtOf(fields, pull) },
    side: mail ? 'outsider' : sideOf(opener, makers),
    ...{
      votes: countIn(fields, 'upvotes') ?? 0,
      comments: thread.comments,
      commentsSeen: Math.min(seen, thread.comments),
    },
    ...(duplicateOf !== null && { duplicateOf, reason: 'duplicate' }),
  };
  const landed = pull && {
    mergedAt: timeIn(fields, 'merged_at'),
    mergeSha: mergeShaOf(fields),
    draft: fields.draft === true ? 1 : 0,
  };
  return {
    ...base(project, id, { at: thread.at, author: mail ? mailAuthor(fields) : authorOf(opener, project) }),
    ...{
      kind: pull ? 'change' : 'feedback',
      type: pull ? 'pull' : 'issue',
      externalId: `${pull ? 'merge' : 'issue'}/${iid}`,
    },
    ...{ title: textIn(fields, 'title'), body: bodyOf(fields, 'description'), url: textIn(fields, 'web_url') },
    changedAt: thread.changedAt,
    data: { ...common, ...landed },
  };
}

/** Null for what the platform wrote itself, and for what members wrote for each other. */
export function noteRow({ project, makers }: Reading, { id, pull, fields }: Thread, note: Fields): Gathered | null {
  const number = countIn(note, 'id');
  const at = timeIn(note, 'created_at');
  if (number === null || at === null || !isSaid(note) || note.internal === true || note.confidential === true)
    return null;
  const person = personIn(note, 'author');
  const url = textIn(fields, 'web_url');
  const changedAt = timeIn(note, 'updated_at');
  return {
    ...base(project, id, { at, author: authorOf(person, project) }),
    ...{ kind: 'reply', type: 'comment', externalId: `note/${number}`, body: bodyOf(note, 'body') },
    ...(changedAt !== null && { changedAt }),
    url: url === null ? null : `${url}#note_${number}`,
    data: { side: sideOf(person, makers), ...(pull && { on: 'pull' }) },
  };
}

export function isSaid(note: Fields): boolean {
  return note.system !== true;
}

const HAPPENINGS: Readonly<Record<string, string>> = { closed: 'closed', reopened: 'reopened', merged: 'merged' };

/** One entry of the list of state events. */
export function eventRow({ project, makers }: Reading, thread: Thread, event: Fields): Gathered | null {
  const number = countIn(event, 'id');
  const at = timeIn(event, 'created_at');
  const type = HAPPENINGS[textIn(event, 'state') ?? ''];
  if (number === null || at === null || type === undefined) return null;
  const actor = personIn(event, 'user');
  const commit = textIn(event, 'source_commit');
  const merge = countIn(fieldsIn(event, 'source_merge_request'), 'iid');
  const by = merge !== null ? { pull: `!${merge}` } : commit !== null ? { commit } : null;
  return {
    ...base(project, thread.id, { at, author: authorOf(actor, project) }),
    ...{ kind: 'event', type, externalId: `event/${thread.pull ? 'merge' : 'issue'}/${number}` },
    data: {
      side: type === 'merged' && actor?.bot === false ? 'maker' : actingSide(actor, thread.opener, makers),
      ...(type === 'closed' && { by }),
      ...(type === 'merged' && { commit: mergeShaOf(thread.fields) }),
      on: thread.pull ? 'pull' : 'issue',
    },
  };
}

/** The merge as the merge request itself tells it. */
export function mergeRow({ project }: Reading, thread: Thread): Gathered | null {
  const at = timeIn(thread.fields, 'merged_at');
  if (!thread.pull || at === null) return null;
  const by = personIn(thread.fields, 'merge_user') ?? personIn(thread.fields, 'merged_by');
  return {
    ...base(project, thread.id, { at, author: authorOf(by, project) }),
    ...{ kind: 'event', type: 'merged', externalId: `merged/${thread.iid}` },
    data: { side: by?.bot ? 'bot' : 'maker', commit: mergeShaOf(thread.fields), on: 'pull' },
  };
}

function base(project: Project, threadId: string, said: { readonly at: number; readonly author: Author | null }) {
  return { origin: originOf(project), threadId, ...said };
}

/** The address that they wrote from is told to members alone. */
function mailAuthor(fields: Fields): Author | null {
  const address = textIn(fields, 'service_desk_reply_to');
  return address?.includes('@') ? { space: 'email', handle: address.toLowerCase() } : null;
}

function closedAtOf(fields: Fields, pull: boolean): number | null {
  return timeIn(fields, 'closed_at') ?? (pull ? timeIn(fields, 'merged_at') : null);
}

/** A merge without a commit of its own lands the last commit of the branch. */
function mergeShaOf(fields: Fields): string | null {
  if (timeIn(fields, 'merged_at') === null) return null;
  return textIn(fields, 'merge_commit_sha') ?? textIn(fields, 'squash_commit_sha') ?? textIn(fields, 'sha');
}

function duplicateIn(fields: Fields): string | null {
  const link = textIn(fieldsIn(fields, '_links'), 'closed_as_duplicate_of');
  return /\/(\d{1,9})$/.exec(link ?? '')?.[1] ?? null;
}

function labelsIn(fields: Fields): string[] {
  return (listIn(fields, 'labels') ?? [])
    .filter((label) => typeof label === 'string')
    .map((label) => cutText(label, 200));
}

function bodyOf(fields: Fields, name: string): string | null {
  const text = textIn(fields, name);
  return text === null ? null : cutText(text, LONGEST_BODY);
}
