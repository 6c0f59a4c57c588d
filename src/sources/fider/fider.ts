/** Ideas from Fider: posts.csv, and the backup of a site with votes and comments. Page for readers: fider.md. */
import type { Gathered } from '#core/evidence.ts';
import type { JsonObject } from '#core/json.ts';
import { defineExport } from '../define-export.ts';
import { cellsBy, personOf } from '../export-cells.ts';
import type { ExportReader, Made, Opening } from '../export-format.ts';
import { type ExportHead, hasAll } from '../export-head.ts';
import { listOf } from '../table/cells.ts';
import { backupTable, readBackup } from './backup.ts';
import { standingOf } from './standing.ts';

export default defineExport({
  id: 'fider',
  title: 'Ideas from Fider',
  what: 'posts or a backup from Fider',
  zip: {
    marker: 'post_votes.json',
    // In this order: who a person is comes first, and a post takes its votes and comments along.
    files: ['users.json', 'tags.json', 'post_tags.json', 'comments.json', 'post_votes.json', 'posts.json'],
  },
  columns: {
    ...{ id: 'id', number: 'id', title: 'title', description: 'body', 'created at': 'at', status: 'status' },
    ...{ 'created by': 'author', 'votes count': 'votes', 'comments count': 'comments', tags: 'labels' },
    ...{ 'responded by': 'answered by', 'responded at': 'answered at', response: 'answer' },
    ...{ 'response user id': 'answered by', 'response date': 'answered at', 'original id': 'duplicateOf' },
    ...{ 'original number': 'duplicateOf', 'post id': 'parent', 'user id': 'author', content: 'body' },
    ...{ name: 'author', email: 'author', role: 'staff', 'tag id': 'labels' },
  },
  recognises: (head) => isTable(head) || backupTable(head) !== null,
  open: (opening) => (isTable(opening.head) ? posts(opening) : readBackup(opening)),
});

function isTable(head: ExportHead): boolean {
  return !head.json && hasAll(head, 'number', 'title', 'votes count', 'comments count', 'original number');
}

function posts({ head, origin, options }: Opening): ExportReader {
  const open = cellsBy(head, options.dates);
  return {
    read({ fields }): Made {
      const cells = open(fields);
      const id = cells.text('number');
      const at = cells.time('created at');
      if (id === null) return { reason: 'it has no number' };
      if (at === null) return { reason: 'it has no time that can be read' };
      const title = cells.prose('title');
      const body = cells.prose('description');
      if (title === null && body === null) return { reason: 'it has no text' };
      const [votes, comments] = [cells.number('votes count'), cells.number('comments count')];
      const answer = cells.prose('response');
      const answeredAt = cells.time('responded at');
      const labels = listOf(cells.cell('tags'));
      const original = cells.text('original number');
      const said = answer !== null && answeredAt !== null;
      const data: JsonObject = {
        ...standingOf(cells.text('status'), answeredAt),
        ...(labels.length > 0 && { labels }),
        ...(votes !== null && { votes }),
        // How many were written is told, and not what they say: the makers' answer alone is read.
        ...(comments !== null && { comments: comments + (said ? 1 : 0), commentsSeen: said ? 1 : 0 }),
        ...(original !== null && original !== id && { duplicateOf: original }),
      };
      const author = personOf(origin, cells.text('created by'));
      const items: Gathered[] = [
        { kind: 'feedback', type: 'issue', origin, externalId: id, threadId: id, at, author, title, body, data },
      ];
      if (said) {
        const base = { kind: 'reply', type: 'answer', origin, externalId: `answer/${id}`, threadId: id } as const;
        const by = personOf(origin, cells.text('responded by'));
        items.push({ ...base, at: answeredAt, author: by, body: answer, data: { side: 'maker' } });
      }
      return { items };
    },
  };
}
