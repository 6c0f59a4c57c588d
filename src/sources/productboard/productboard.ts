/** Notes from Productboard, in both versions of its API. Page for readers: productboard.md. */
import type { JsonObject } from '#core/json.ts';
import { defineExport } from '../define-export.ts';
import { inside, objectsIn, personOf, plain, timeIn, wordsIn } from '../export-cells.ts';
import type { Made } from '../export-format.ts';
import { type ExportHead, hasAll } from '../export-head.ts';
import type { Fields } from '../table/row.ts';

export default defineExport({
  id: 'productboard',
  title: 'Notes from Productboard',
  what: 'a list of Productboard notes',
  columns: {
    ...{ id: 'id', title: 'title', content: 'body', 'created at': 'at', 'updated at': 'changedAt', state: 'status' },
    ...{
      fields: 'title, body',
      'fields name': 'title',
      'fields content': 'body',
      user: 'author',
      'user email': 'author',
    },
    ...{
      'customer email': 'author',
      'display url': 'url',
      'external display url': 'url',
      tags: 'labels',
      links: 'url',
    },
  },
  recognises: (head) => isSecond(head) || isFirst(head),
  open: ({ head, origin }) => {
    const second = isSecond(head);
    return { read: ({ fields }) => note(fields, origin, second) };
  },
});

function isSecond(head: ExportHead): boolean {
  return (
    head.json && head.sample.some(({ fields }) => /^(?:text|conversation|opportunity)Note$/.test(String(fields.type)))
  );
}

function isFirst(head: ExportHead): boolean {
  const own = ['display url', 'external display url'].some((name) => hasAll(head, name));
  return head.json && own && hasAll(head, 'title', 'content', 'created at');
}

function note(fields: Fields, origin: string, second: boolean): Made {
  const id = wordsIn(fields.id) ?? wordsIn(inside(fields.source, 'record_id')) ?? wordsIn(inside(fields.source, 'id'));
  const at = timeIn(fields.createdAt ?? fields.created_at);
  if (id === null) return { reason: 'it has no id' };
  if (at === null) return { reason: 'it has no time that can be read' };
  const own = second ? fields.fields : undefined;
  const title = plain(wordsIn(second ? inside(own, 'name') : fields.title));
  const body = plain(second ? secondBody(fields) : wordsIn(fields.content));
  if (title === null && body === null) return { reason: 'it has no text' };
  const email =
    wordsIn(inside(fields.user, 'email')) ??
    wordsIn(fields.customer_email) ??
    wordsIn(inside(own, 'customer', 'email'));
  const changedAt = timeIn(fields.updatedAt ?? fields.updated_at);
  const labels = labelsIn(second ? inside(own, 'tags') : fields.tags);
  const state = wordsIn(second ? inside(own, 'status', 'name') : fields.state);
  const data: JsonObject = {
    // A note that colleagues keep about a customer and one by the customer look alike: only the address may tell.
    ...(labels.length > 0 && { labels }),
    ...(state !== null && { row: { state } }),
  };
  return {
    items: [
      {
        ...{ kind: 'feedback', type: 'post', origin, externalId: id, threadId: id, at, title, body, data },
        author: personOf(origin, email, wordsIn(inside(fields.user, 'id'))),
        url: wordsIn(fields.external_display_url ?? fields.display_url) ?? wordsIn(inside(fields.links, 'html')),
        ...(changedAt !== null && { changedAt }),
      },
    ],
  };
}

/** The text of a note, or what is said in a conversation, one under another. */
function secondBody({ fields }: Fields): string | null {
  const content = inside(fields, 'content');
  const text = wordsIn(content) ?? wordsIn(inside(content, 'text')) ?? wordsIn(inside(fields, 'description'));
  if (text !== null) return text;
  const said = objectsIn(content ?? inside(fields, 'messages')).flatMap(
    (one) => wordsIn(one.content ?? one.text) ?? [],
  );
  return said.length > 0 ? said.join('\n') : null;
}

function labelsIn(tags: Fields[string] | undefined): string[] {
  return Array.isArray(tags) ? tags.flatMap((tag) => wordsIn(tag) ?? wordsIn(inside(tag, 'name')) ?? []) : [];
}
