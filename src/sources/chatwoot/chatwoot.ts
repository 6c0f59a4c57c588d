/** Satisfaction answers that Chatwoot exports as CSV. Page for readers: chatwoot.md. */
import { idOf } from '#core/ids.ts';
import { defineExport } from '../define-export.ts';
import { cellsBy, personOf, restOf, scored } from '../export-cells.ts';
import { NO_DATA } from '../export-format.ts';
import { hasAll } from '../export-head.ts';

export default defineExport({
  id: 'chatwoot',
  title: 'Satisfaction answers from Chatwoot',
  what: 'a CSAT report from Chatwoot',
  keepsOthers: true,
  columns: {
    ...{ rating: 'rating', feedback: 'body', 'feedback comment': 'body', 'recorded at': 'at', 'recorded date': 'at' },
    ...{ 'contact name': 'author', 'contact email': 'author', 'contact email address': 'author', email: 'author' },
    ...{ 'conversation link': 'id', 'link to the conversation': 'id', 'conversation url': 'id' },
  },
  recognises: (head) => {
    const link = ['conversation link', 'link to the conversation', 'conversation url'].some((name) =>
      hasAll(head, name),
    );
    return (
      !head.json && link && hasAll(head, 'rating') && (hasAll(head, 'feedback') || hasAll(head, 'feedback comment'))
    );
  },
  open: ({ head, origin, options, taken }) => {
    const open = cellsBy(head, options.dates);
    return {
      read({ fields }) {
        const cells = open(fields);
        const link = cells.text('conversation link', 'link to the conversation', 'conversation url');
        const written = cells.text('recorded at', 'recorded date');
        // The last line names the period of the report, in its first cell alone.
        if (link === null && written === null && Object.keys(fields).length <= 2) return NO_DATA;
        const at = cells.time('recorded at', 'recorded date');
        if (link === null) return { reason: 'it has no link to its conversation' };
        if (at === null) return { reason: written === null ? 'it has no time' : 'its time is none that can be read' };
        const amount = cells.number('rating');
        if (amount !== null && (amount < 1 || amount > 5)) return { reason: 'its rating does not lie between 1 and 5' };
        const author = personOf(
          origin,
          cells.text('contact email', 'contact email address', 'email'),
          cells.text('contact name'),
        );
        const one = scored({
          ...{ origin, at, author, scale: 5, amount, url: /^https?:/.test(link) ? link : null },
          id: idOf('csat', link, String(at)),
          body: cells.prose('feedback', 'feedback comment'),
          data: { side: 'outsider', ...restOf(fields, taken) },
        });
        return one === null ? { reason: 'it has neither rating nor text' } : { items: [one] };
      },
    };
  },
});
