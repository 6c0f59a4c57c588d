/** What a platform of threads holds, whatever it was read through, and the rows of evidence it becomes. Pure. */
import type { Gathered } from '#core/evidence.ts';
import type { JsonObject } from '#core/json.ts';
import { cutText } from '#core/text.ts';
import { actingSide, authorOf, type Person, type Side, sideOf } from './people.ts';
import { originOf, type Repository } from './repository.ts';

/** An issue, or a pull request. Absent is what was not told, null what there is not. */
export interface Thread {
  readonly number: number;
  readonly pull: boolean;
  readonly at: number;
  readonly changedAt: number | null;
  readonly title: string;
  readonly body: string | null;
  readonly url: string | null;
  readonly person: Person | null;
  readonly association: string | null;
  readonly labels: readonly string[];
  readonly closed: boolean;
  readonly reason?: string | null;
  readonly closedAt: number | null;
  readonly closedBy?: Person | null;
  /** The pull request that closed it, where that is told. */
  readonly closedByPull?: number | null;
  readonly votes?: number;
  /** As the platform counts them; null when not told. */
  readonly comments: number | null;
  readonly draft?: boolean;
  readonly mergedAt?: number | null;
  readonly mergeSha?: string | null;
}

export interface Comment {
  readonly id: string;
  readonly number: number;
  readonly pull: boolean;
  readonly at: number;
  readonly changedAt: number | null;
  readonly body: string | null;
  readonly url: string | null;
  readonly person: Person | null;
  readonly association: string | null;
}

export interface Happening {
  readonly id: string;
  readonly number: number;
  readonly what: 'closed' | 'reopened' | 'labelled' | 'referenced' | 'merged';
  readonly at: number;
  readonly actor: Person | null;
  readonly opener: Person | null;
  /** Of the opener. */
  readonly association: string | null;
  readonly pull: boolean;
  readonly commit: string | null;
  readonly label: string | null;
  readonly reason?: string | null;
}

/** The platform's own limit of a text is 65,536 characters. */
const LONGEST_BODY = 65_536;

export function threadRow(repository: Repository, thread: Thread, seen: number, known?: Side): Gathered {
  const { number, pull, person, association, labels, closed, reason, closedAt, votes, comments } = thread;
  const data: Record<string, JsonObject[string]> = {
    ...{ number, labels: [...labels], state: closed ? 'closed' : 'open', closedAt },
    ...(reason !== undefined && { reason }),
    ...{ side: known ?? sideOf(person, association), association },
    ...(votes !== undefined && { votes }),
    ...{ comments, commentsSeen: seen },
  };
  if (pull) {
    if (thread.mergedAt !== undefined) data.mergedAt = thread.mergedAt;
    if (thread.mergeSha !== undefined) data.mergeSha = thread.mergeSha;
    if (thread.draft !== undefined) data.draft = thread.draft ? 1 : 0;
  }
  return {
    ...base(repository, number, thread),
    kind: pull ? 'change' : 'feedback',
    type: pull ? 'pull' : 'issue',
    externalId: `${pull ? 'pull' : 'issue'}/${number}`,
    title: thread.title,
    data,
  };
}

/** The closing as the thread itself tells it; null when it tells neither who nor what. */
export function closingRow(repository: Repository, thread: Thread): Gathered | null {
  const { number, closedAt, closedBy, closedByPull, person, association, pull } = thread;
  const told = closedBy !== undefined || closedByPull !== undefined;
  if (closedAt === null || !told || (pull && thread.mergedAt)) return null;
  return {
    ...base(repository, number, { at: closedAt, person: closedBy ?? null, url: thread.url }),
    kind: 'event',
    type: 'closed',
    externalId: `closed/${number}`,
    data: {
      side: actingSide(closedBy ?? null, person, association),
      ...(thread.reason !== undefined && { reason: thread.reason }),
      ...(closedByPull !== undefined && { by: closedByPull === null ? null : { pull: closedByPull } }),
    },
  };
}

export function commentRow(repository: Repository, comment: Comment): Gathered {
  const { number, person, association, pull, id } = comment;
  return {
    ...base(repository, number, comment),
    kind: 'reply',
    type: 'comment',
    externalId: `comment/${id}`,
    data: { side: sideOf(person, association), association, on: pull ? 'pull' : 'issue' },
  };
}

export function happeningRow(repository: Repository, happening: Happening): Gathered {
  const { number, what, actor, opener, association, commit, label, reason, pull } = happening;
  const side = what === 'merged' && !actor?.bot ? 'maker' : actingSide(actor, opener, association);
  const own: JsonObject =
    what === 'closed'
      ? { side, ...(reason !== undefined && { reason }), by: commit === null ? null : { commit } }
      : what === 'labelled'
        ? { side, label }
        : what === 'referenced'
          ? { commit }
          : { side, ...(what === 'merged' && { commit }) };
  return {
    ...base(repository, number, { ...happening, person: actor, url: null }),
    kind: 'event',
    type: what,
    externalId: `event/${happening.id}`,
    data: { ...own, on: pull ? 'pull' : 'issue' },
  };
}

interface Said {
  readonly at: number;
  readonly person: Person | null;
  readonly url: string | null;
  readonly changedAt?: number | null;
  readonly body?: string | null;
}

function base(repository: Repository, number: number, { at, person, url, changedAt, body }: Said) {
  return {
    origin: originOf(repository),
    threadId: String(number),
    author: authorOf(person, repository.host),
    at,
    url,
    ...(changedAt !== undefined && { changedAt }),
    ...(body !== undefined && { body: body === null ? null : cutText(body, LONGEST_BODY) }),
  };
}
