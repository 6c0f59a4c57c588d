/** Responses from Formbricks: its CSV of feedback, and the records of its Hub. Page for readers: formbricks.md. */
import { defineExport } from '../define-export.ts';
import { cellsBy, chosen, personOf, plain, scored } from '../export-cells.ts';
import type { ExportReader, Made, Opening } from '../export-format.ts';
import { type ExportHead, hasAll } from '../export-head.ts';
import type { Fields } from '../table/row.ts';

export default defineExport({
  id: 'formbricks',
  title: 'Responses from Formbricks',
  what: 'responses from Formbricks',
  columns: {
    ...{ timestamp: 'at', 'collected at': 'at', 'submitted at': 'at', 'response id': 'id', 'submission id': 'id' },
    ...{ 'field id': 'id', 'field label': 'question', 'field type': 'kind of answer', 'value text': 'body' },
    ...{ 'value number': 'rating', 'customer id': 'author', 'user id': 'author', rating: 'rating', category: 'labels' },
    ...{ 'feedback text': 'body', language: 'lang', 'tenant id': 'id' },
  },
  recognises: (head) => isHub(head) || isFeedback(head),
  open: (opening) => (isHub(opening.head) ? hub(opening) : feedback(opening)),
});

function isHub(head: ExportHead): boolean {
  return hasAll(head, 'submission id', 'field id', 'field type');
}

function isFeedback(head: ExportHead): boolean {
  return (
    hasAll(head, 'response id', 'feedback text', 'rating') &&
    (hasAll(head, 'timestamp') || hasAll(head, 'collected at'))
  );
}

function feedback({ head, origin, options }: Opening): ExportReader {
  const open = cellsBy(head, options.dates);
  return {
    read({ fields }): Made {
      const cells = open(fields);
      const id = cells.text('response id');
      const at = cells.time('timestamp', 'collected at', 'submitted at');
      if (id === null) return { reason: 'it has no id' };
      if (at === null) return { reason: 'it has no time that can be read' };
      const amount = cells.number('rating');
      const scale = amount !== null && amount > 5 ? 10 : 5;
      const category = cells.text('category');
      const data = { side: 'outsider', ...(category !== null && { labels: [category] }) };
      const author = personOf(origin, cells.text('customer id'));
      const one = scored({ origin, id, at, author, scale, amount, body: cells.prose('feedback text'), data });
      return one === null ? { reason: 'it has neither text nor rating that can be read' } : { items: [one] };
    },
  };
}

/** The highest number of each kind of answer; others are numbers that rate nothing. */
const SCALES: Readonly<Record<string, number>> = { nps: 10, csat: 5, ces: 7, rating: 5 };

function hub({ head, origin, options }: Opening): ExportReader {
  const open = cellsBy(head, options.dates);
  return {
    read({ fields }): Made {
      const cells = open(fields);
      const submission = cells.text('submission id');
      const field = cells.text('field id');
      const at = cells.time('collected at', 'created at');
      if (submission === null || field === null) return { reason: 'it has no id of submission and field' };
      if (at === null) return { reason: 'it has no time that can be read' };
      const kind = cells.text('field type') ?? '';
      const label = plain(cells.text('field label'));
      const scale = SCALES[kind] ?? 5;
      const amount = SCALES[kind] === undefined ? null : cells.number('value number');
      const body = kind === 'text' ? cells.prose('value text') : null;
      const id = [cells.text('tenant id') ?? '', submission, field].join('/');
      const source = cells.text('source name', 'source type');
      const data = {
        ...{ side: 'outsider', submission },
        ...(label !== null && { question: label }),
        ...(source !== null && { labels: [source] }),
      };
      const author = personOf(origin, userOf(fields, cells.text('user id')));
      if (kind !== 'text' && SCALES[kind] === undefined) {
        const value = cells.text('value text', 'value number', 'value boolean', 'value date', 'value id');
        if (value === null) return { reason: 'its value is empty' };
        return { items: [chosen({ origin, id, at, author, value, data })] };
      }
      const lang = cells.text('language')?.slice(0, 2).toLowerCase() ?? null;
      const one = scored({ origin, id, at, author, scale, amount, body, data, lang });
      return one === null ? { reason: 'its value is empty, or lies outside its scale' } : { items: [one] };
    },
  };
}

function userOf(fields: Fields, user: string | null): string | null {
  return user ?? (typeof fields.user_identifier === 'string' ? fields.user_identifier : null);
}
