/** Ideas in the CSV that ClearFlask imports and exports. Page for readers: clearflask.md. */
import { idOf } from '#core/ids.ts';
import { defineExport } from '../define-export.ts';
import { cellsBy, personOf, restOf } from '../export-cells.ts';
import { hasAll } from '../export-head.ts';
import { listOf } from '../table/cells.ts';
import { standingOf } from '../table/standing.ts';

const COLUMNS: Readonly<Record<string, string>> = {
  ...{ id: 'id', 'idea id': 'id', created: 'at', 'date time': 'at', title: 'title', description: 'body' },
  ...{ 'status name': 'status', 'status names': 'status', 'status id': 'status', 'tag names': 'labels' },
  ...{
    'tag name': 'labels',
    'tag ids': 'labels',
    'vote value': 'votes',
    'author name': 'author',
    'author user id': 'author',
  },
};

export default defineExport({
  id: 'clearflask',
  title: 'Ideas from ClearFlask',
  what: 'a CSV of ideas from ClearFlask',
  keepsOthers: true,
  columns: COLUMNS,
  // Its template has three columns and nothing else; names of its own tell a file with more.
  recognises: (head) => {
    if (head.json || !hasAll(head, 'title', 'description')) return false;
    const template = head.columns.join() === 'Created,Title,Description';
    const own = ['vote value', 'tag ids', 'status id'].filter((name) => head.names.has(name)).length >= 2;
    return template || (own && (hasAll(head, 'created') || hasAll(head, 'date time')));
  },
  open: ({ head, origin, options, taken }) => {
    const open = cellsBy(head, options.dates);
    const status = ['status name', 'status names', 'status id'].flatMap((name) => head.names.get(name) ?? [])[0];
    return {
      read({ fields }) {
        const cells = open(fields);
        const written = cells.text('created', 'date time');
        const at = cells.time('created', 'date time');
        if (at === null) return { reason: written === null ? 'it has no time' : 'its time is none that can be read' };
        const title = cells.prose('title');
        const body = cells.prose('description');
        if (title === null && body === null) return { reason: 'it has no text' };
        const id = cells.text('id', 'idea id') ?? idOf('idea', String(at), title ?? '', body ?? '');
        const labels = listOf(cells.cell('tag names', 'tag name', 'tag ids'));
        const votes = cells.number('vote value');
        const data = {
          ...standingOf(fields, status === undefined ? {} : { status: [status] }, null),
          ...(labels.length > 0 && { labels }),
          ...(votes !== null && { votes }),
          ...restOf(fields, taken),
        };
        const author = personOf(origin, cells.text('author user id'), cells.text('author name'));
        const base = { kind: 'feedback', type: 'issue', origin, externalId: id, threadId: id } as const;
        return { items: [{ ...base, at, author, title, body, data }] };
      },
    };
  },
});
