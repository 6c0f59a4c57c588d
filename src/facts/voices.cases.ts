/** Rows of voices by hand, for tests of facts: issues, comments, closings and pull requests of one tracker. */
import type { Evidence } from '#core/evidence.ts';
import type { JsonObject } from '#core/json.ts';
import { day, row, shaOf } from './rows.cases.ts';

const TRACKER = 'github:acme/lamp';

export function issue(
  number: number,
  onDay: number,
  author: string,
  data: JsonObject = {},
  more: Partial<Evidence> = {},
) {
  return row('feedback', 'issue', `issue/${number}`, day(onDay), {
    origin: TRACKER,
    threadId: String(number),
    authorId: author,
    title: `Lamp ${number}`,
    data: { number, state: 'open', closedAt: null, side: 'outsider', comments: 0, commentsSeen: 0, ...data },
    ...more,
  });
}

/** What a closed issue tells of itself. */
export function closedOn(onDay: number, reason = 'completed'): JsonObject {
  return { state: 'closed', closedAt: day(onDay), reason };
}

export function comment(on: number, onDay: number, author: string, body: string, data: JsonObject = {}) {
  return row('reply', 'comment', `comment/${on}-${onDay}-${author}`, day(onDay), {
    origin: TRACKER,
    threadId: String(on),
    authorId: author,
    body,
    data: { side: 'outsider', on: 'issue', ...data },
  });
}

export function closing(on: number, onDay: number, author: string, by: JsonObject | null = null, side = 'maker') {
  return row('event', 'closed', `event/c${on}-${onDay}`, day(onDay), {
    origin: TRACKER,
    threadId: String(on),
    authorId: author,
    data: { side, reason: null, by },
  });
}

export function merged(on: number, onDay: number, commitName: string) {
  return row('event', 'merged', `event/m${on}`, day(onDay), {
    origin: TRACKER,
    threadId: String(on),
    authorId: 'mia',
    data: { commit: shaOf(commitName), side: 'maker' },
  });
}

export function pull(number: number, onDay: number, author: string, body: string, data: JsonObject = {}) {
  return row('change', 'pull', `pull/${number}`, day(onDay), {
    origin: TRACKER,
    threadId: String(number),
    authorId: author,
    title: `Work ${number}`,
    body,
    data: { number, state: 'open', side: 'maker', comments: 0, commentsSeen: 0, mergedAt: null, ...data },
  });
}
