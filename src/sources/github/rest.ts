/** Answers of the REST API, live or saved by `gh api`: one object to one thread, comment, happening or release. Pure. */
import { countIn, type Fields, fieldsIn, listIn, textIn, timeIn } from '../fields.ts';
import type { Published } from '../published.ts';
import { type Person, personOf } from './people.ts';
import type { Comment, Happening, Thread } from './thread.ts';

/** An issue of `/issues`, where pull requests stand too, or a pull request of `/pulls`; null when it is neither. */
export function restThread(fields: Fields): Thread | null {
  const number = countIn(fields, 'number');
  const at = timeIn(fields, 'created_at');
  if (number === null || at === null || textIn(fields, 'title') === null) return null;
  const within = fieldsIn(fields, 'pull_request');
  const listed = 'merge_commit_sha' in fields || fieldsIn(fields, 'head') !== null;
  const pull = within !== null || listed;
  const closedAt = timeIn(fields, 'closed_at');
  const votes = votesIn(fields);
  const mergedAt = within === null ? timeIn(fields, 'merged_at') : timeIn(within, 'merged_at');
  return {
    ...{ number, pull, at, title: textIn(fields, 'title') ?? '', body: textIn(fields, 'body'), closedAt },
    changedAt: timeIn(fields, 'updated_at'),
    url: textIn(fields, 'html_url'),
    person: personIn(fields, 'user'),
    association: textIn(fields, 'author_association'),
    labels: labelsIn(fields),
    closed: textIn(fields, 'state') === 'closed',
    ...('state_reason' in fields && { reason: textIn(fields, 'state_reason') }),
    ...(fieldsIn(fields, 'closed_by') !== null && closedAt !== null && { closedBy: personIn(fields, 'closed_by') }),
    ...(votes !== null && { votes }),
    comments: countIn(fields, 'comments'),
    ...(pull && typeof fields.draft === 'boolean' && { draft: fields.draft }),
    ...(pull && (mergedAt !== null || within !== null || 'merged_at' in fields) && { mergedAt }),
    ...(listed && mergedAt !== null && { mergeSha: textIn(fields, 'merge_commit_sha') }),
  };
}

/** Null also for a comment on a line of code or on a commit: those stand in no thread. */
export function restComment(fields: Fields): Comment | null {
  const number = Number(/\/issues\/(\d{1,12})$/.exec(textIn(fields, 'issue_url') ?? '')?.[1] ?? Number.NaN);
  const id = countIn(fields, 'id');
  const at = timeIn(fields, 'created_at');
  if (Number.isNaN(number) || id === null || at === null) return null;
  const url = textIn(fields, 'html_url');
  return {
    ...{ id: String(id), number, at, url, pull: url?.includes('/pull/') === true },
    changedAt: timeIn(fields, 'updated_at'),
    body: textIn(fields, 'body'),
    person: personIn(fields, 'user'),
    association: textIn(fields, 'author_association'),
  };
}

const HAPPENINGS: Readonly<Record<string, Happening['what']>> = {
  closed: 'closed',
  reopened: 'reopened',
  labeled: 'labelled',
  referenced: 'referenced',
  merged: 'merged',
};

/** Null for the many kinds of event that nothing is read from. */
export function restHappening(fields: Fields): Happening | null {
  const what = HAPPENINGS[textIn(fields, 'event') ?? ''];
  const issue = fieldsIn(fields, 'issue');
  const number = countIn(issue, 'number');
  const id = countIn(fields, 'id');
  const at = timeIn(fields, 'created_at');
  if (what === undefined || issue === null || number === null || id === null || at === null) return null;
  return {
    ...{ id: String(id), number, what, at },
    actor: personIn(fields, 'actor'),
    opener: personIn(issue, 'user'),
    association: textIn(issue, 'author_association'),
    pull: fieldsIn(issue, 'pull_request') !== null,
    commit: textIn(fields, 'commit_id'),
    label: textIn(fieldsIn(fields, 'label'), 'name'),
    ...('state_reason' in fields && { reason: textIn(fields, 'state_reason') }),
  };
}

/** Null for a draft, which nobody outside can see. */
export function restRelease(fields: Fields): Published | null {
  const tag = textIn(fields, 'tag_name');
  const at = timeIn(fields, 'published_at');
  if (tag === null || at === null || fields.draft === true) return null;
  return {
    ...{ tag, at, title: textIn(fields, 'name') || tag, body: textIn(fields, 'body') },
    url: textIn(fields, 'html_url'),
    pre: fields.prerelease === true,
    person: personIn(fields, 'author'),
  };
}

function personIn(fields: Fields, name: string): Person | null {
  const user = fieldsIn(fields, name);
  return personOf(textIn(user, 'login'), textIn(user, 'type') === 'Bot');
}

/** Thumbs up and hearts. */
function votesIn(fields: Fields): number | null {
  const reactions = fieldsIn(fields, 'reactions');
  return reactions === null ? null : (countIn(reactions, '+1') ?? 0) + (countIn(reactions, 'heart') ?? 0);
}

export function labelsIn(fields: Fields): string[] {
  return (listIn(fields, 'labels') ?? []).flatMap((label) =>
    typeof label === 'string' ? label : (textIn(label as Fields | null, 'name') ?? []),
  );
}
