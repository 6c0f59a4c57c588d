/** Feedback in the JSON that Unwrap takes in. Page for readers: unwrap.md. */
import type { Gathered } from '#core/evidence.ts';
import type { Json, JsonObject } from '#core/json.ts';
import { cutText } from '#core/text.ts';
import { defineExport } from '../define-export.ts';
import { objectsIn, personOf, plain, timeIn, wordsIn } from '../export-cells.ts';
import type { Made } from '../export-format.ts';
import { hasAll } from '../export-head.ts';
import { isObject, numberOf } from '../table/cells.ts';
import { namesPerson } from '../table/roles.ts';
import type { Fields } from '../table/row.ts';

export default defineExport({
  id: 'unwrap',
  title: 'Feedback in the JSON of Unwrap',
  what: 'feedback in the JSON of Unwrap',
  columns: {
    ...{ 'provider unique id': 'id', title: 'title', 'full text': 'body', 'feedback date': 'at', stars: 'rating' },
    ...{ 'feedback submitter alias': 'author', 'submitter type': 'staff', 'data source': 'labels' },
    ...{ 'data source permalink': 'url', 'conversation parts': 'replies' },
  },
  recognises: (head) => head.json && hasAll(head, 'provider unique id', 'feedback date'),
  open: ({ origin }) => ({ read: ({ fields }) => entry(fields, origin) }),
});

function entry(fields: Fields, origin: string): Made {
  const id = wordsIn(fields.providerUniqueId);
  const at = timeIn(fields.feedbackDate);
  if (id === null) return { reason: 'it has no providerUniqueId' };
  if (at === null) return { reason: 'its feedbackDate is no time that can be read' };
  const title = plain(wordsIn(fields.title));
  const body = plain(wordsIn(fields.fullText));
  const stars = numberOf(fields.stars ?? undefined);
  if (stars !== null && (stars < 0 || stars > 5)) return { reason: 'its stars do not lie between 0 and 5' };
  const replies = repliesIn(fields.conversationParts, id, origin);
  if (title === null && body === null && stars === null && replies.length === 0) return { reason: 'it has no text' };
  const place = wordsIn(fields.dataSource);
  const base = {
    ...{ origin, threadId: id, at, url: wordsIn(fields.dataSourcePermalink), amount: stars },
    author: personOf(origin, wordsIn(fields.feedbackSubmitterAlias)),
  };
  const data: JsonObject = {
    ...sideOf(fields.submitterType),
    ...(stars !== null && { scale: 5 }),
    ...(place !== null && { labels: [place] }),
    ...metadataOf(fields.metadata),
    ...(Array.isArray(fields.conversationParts) && { comments: replies.length, commentsSeen: replies.length }),
  };
  if (title === null && body === null && replies.length === 0)
    return { items: [{ ...base, kind: 'event', type: 'rating', externalId: `rating/${id}`, data }] };
  const type = stars === null ? 'post' : 'review';
  return { items: [{ ...base, kind: 'feedback', type, externalId: id, title, body, data }, ...replies] };
}

/** The first part often repeats the text itself. */
function repliesIn(parts: Json | undefined, thread: string, origin: string): Gathered[] {
  return objectsIn(parts).flatMap((part): Gathered[] => {
    const id = wordsIn(part.providerUniqueId);
    const at = timeIn(part.dateSubmitted);
    const body = plain(wordsIn(part.fullText));
    if (id === null || at === null || body === null || id === thread) return [];
    const author = personOf(origin, wordsIn(part.feedbackSubmitterAlias));
    const base = { kind: 'reply', type: 'comment', origin, externalId: `part/${id}`, threadId: thread } as const;
    return [{ ...base, at, author, body, data: sideOf(part.submitterType) }];
  });
}

function sideOf(type: Json | undefined): JsonObject {
  return type === 'agent' ? { side: 'maker' } : type === 'customer' ? { side: 'outsider' } : {};
}

function metadataOf(metadata: Json | undefined): JsonObject {
  if (!isObject(metadata)) return {};
  const row = Object.entries(metadata).flatMap(([name, value]) => {
    const words = typeof value === 'boolean' ? String(value) : wordsIn(value);
    return words === null || namesPerson(name) ? [] : [[name, cutText(words, 2_000)] as const];
  });
  return row.length > 0 ? { row: Object.fromEntries(row.slice(0, 100)) } : {};
}
