/** Survey responses from Delighted, as its API lists them. Page for readers: delighted.md. */
import type { Author, Gathered } from '#core/evidence.ts';
import type { JsonObject } from '#core/json.ts';
import { defineExport } from '../define-export.ts';
import { inside, objectsIn, personOf, plain, scored, timeIn, wordsIn } from '../export-cells.ts';
import type { Made } from '../export-format.ts';
import { hasAll } from '../export-head.ts';
import { numberOf } from '../table/cells.ts';
import type { Fields } from '../table/row.ts';

export default defineExport({
  id: 'delighted',
  title: 'Survey responses from Delighted',
  what: 'a list of Delighted responses',
  columns: {
    ...{ id: 'id', score: 'rating', comment: 'body', 'created at': 'at', 'updated at': 'changedAt', person: 'author' },
    ...{ 'survey type': 'scale', permalink: 'url', tags: 'labels', 'additional answers': 'further answers' },
  },
  recognises: (head) => head.json && hasAll(head, 'id', 'survey type', 'score', 'permalink'),
  open: ({ origin }) => ({ read: ({ fields }) => response(fields, origin) }),
});

/** As Delighted asks: likely from 0 to 10; satisfied from 1 to 5; easy from 1 to 7 in its second version, else to 5. */
const SCALES: Readonly<Record<string, number>> = { nps: 10, csat: 5, csat3: 3, ces: 5, ces7: 7, smileys: 5, enps: 10 };

function response(fields: Fields, origin: string): Made {
  const id = wordsIn(fields.id);
  const at = timeIn(fields.created_at);
  if (id === null) return { reason: 'it has no id' };
  if (at === null) return { reason: 'it has no time that can be read' };
  const type = wordsIn(fields.survey_type) ?? '';
  const scale = SCALES[type] ?? 10;
  const amount = numberOf(fields.score ?? undefined);
  if (amount !== null && (amount < 0 || amount > scale))
    return { reason: `its score does not lie between 0 and ${scale}` };
  const author = personOf(
    origin,
    wordsIn(inside(fields.person, 'email')),
    wordsIn(fields.person),
    wordsIn(inside(fields.person, 'id')),
  );
  const labels = Array.isArray(fields.tags) ? fields.tags.flatMap((tag) => wordsIn(tag) ?? []) : [];
  const data = { side: 'outsider', asked: type, ...(labels.length > 0 && { labels }) };
  const base = { origin, at, author, url: wordsIn(fields.permalink) };
  const main = scored({
    ...base,
    id,
    scale,
    amount,
    data,
    body: plain(wordsIn(fields.comment)),
    changedAt: timeIn(fields.updated_at),
  });
  const items = [...(main === null ? [] : [main]), ...furtherOf(fields, id, at, author, origin)];
  return items.length === 0 ? { reason: 'it has neither score nor text' } : { items };
}

function furtherOf(fields: Fields, id: string, at: number, author: Author | null, origin: string): Gathered[] {
  return objectsIn(fields.additional_answers).flatMap((answer) => {
    const question = plain(wordsIn(inside(answer, 'question', 'text')));
    const own = wordsIn(inside(answer, 'question', 'id')) ?? wordsIn(answer.id);
    const type = wordsIn(inside(answer, 'question', 'type'));
    const body = plain(wordsIn(inside(answer, 'value', 'free_response')));
    const amount = numberOf(inside(answer, 'value', 'scale'));
    if (own === null || (type !== 'free_response' && type !== 'scale')) return [];
    const data: JsonObject = { side: 'outsider', ...(question !== null && { question }) };
    const one = scored({ origin, at, author, id: `${id}/${own}`, scale: 10, amount, body, data });
    return one ?? [];
  });
}
