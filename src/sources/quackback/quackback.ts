/** Posts and votes from Quackback: its CSV for import and export, and the ZIP of a workspace. Page for readers: quackback.md. */
import { idOf } from '#core/ids.ts';
import { defineExport } from '../define-export.ts';
import { cellsBy, personOf, restOf } from '../export-cells.ts';
import type { ExportReader, Made, Opening } from '../export-format.ts';
import { type ExportHead, hasAll } from '../export-head.ts';
import { flagOf, listOf } from '../table/cells.ts';
import { standingOf } from '../table/standing.ts';

export default defineExport({
  id: 'quackback',
  title: 'Posts and votes from Quackback',
  what: 'posts, comments or votes from Quackback',
  zip: { marker: 'manifest.json', files: ['posts.csv', 'comments.csv', 'votes.csv'] },
  keepsOthers: true,
  columns: {
    ...{ id: 'id', 'source id': 'id', title: 'title', content: 'body', body: 'body', status: 'status', tags: 'labels' },
    ...{ board: 'labels', 'author name': 'author', 'author email': 'author', 'vote count': 'votes' },
    ...{ 'created at': 'at', 'post id': 'parent', 'voter email': 'author', 'is staff': 'staff', 'source type': 'kind' },
    ...{ 'email verified': 'left out' },
  },
  recognises: (head) => !head.json && shapeOf(head) !== null,
  open: (opening) => {
    const shape = shapeOf(opening.head);
    return shape === 'votes' ? votes(opening) : shape === 'comments' ? comments(opening) : posts(opening);
  },
});

function shapeOf(head: ExportHead): 'posts' | 'comments' | 'votes' | null {
  if (hasAll(head, 'title', 'content', 'board', 'vote count', 'author email', 'created at')) return 'posts';
  if (hasAll(head, 'post id', 'voter email')) return 'votes';
  return hasAll(head, 'post id', 'body', 'author email', 'is staff', 'created at') ? 'comments' : null;
}

function posts({ head, origin, options, taken }: Opening): ExportReader {
  const open = cellsBy(head, options.dates);
  const status = head.names.get('status');
  return {
    read({ fields }): Made {
      const cells = open(fields);
      const written = cells.text('created at');
      const at = cells.time('created at');
      if (at === null) return { reason: written === null ? 'it has no time' : 'its time is none that can be read' };
      const title = cells.prose('title');
      const body = cells.prose('content');
      if (title === null && body === null) return { reason: 'it has no text' };
      // The template of an import knows no id of its own; the tool that the row comes from may.
      const id = cells.text('id', 'source id') ?? idOf('post', String(at), title ?? '', body ?? '');
      const labels = [...listOf(cells.cell('tags')), ...listOf(cells.cell('board'))];
      const count = cells.number('vote count');
      const data = {
        ...standingOf(fields, status === undefined ? {} : { status: [status] }, null),
        ...(labels.length > 0 && { labels: [...new Set(labels)] }),
        ...(count !== null && { votes: count }),
        ...restOf(fields, taken),
      };
      const author = personOf(origin, cells.text('author email'), cells.text('author name'));
      const base = { kind: 'feedback', type: 'issue', origin, externalId: id, threadId: id } as const;
      return { items: [{ ...base, at, author, title, body, data }] };
    },
  };
}

function comments({ head, origin, options }: Opening): ExportReader {
  const open = cellsBy(head, options.dates);
  return {
    read({ fields }): Made {
      const cells = open(fields);
      const post = cells.text('post id');
      const at = cells.time('created at');
      const body = cells.prose('body');
      if (post === null) return { reason: 'it does not say which post it is on' };
      if (at === null) return { reason: 'it has no time that can be read' };
      if (body === null) return { reason: 'it has no text' };
      const author = personOf(origin, cells.text('author email'), cells.text('author name'));
      const id = cells.text('id') ?? idOf('comment', post, author?.handle ?? '', String(at), body);
      const staff = flagOf(cells.cell('is staff'));
      const base = { kind: 'reply', type: 'comment', origin, externalId: `comment/${id}`, threadId: post } as const;
      return {
        items: [{ ...base, at, author, body, data: staff === null ? {} : { side: staff ? 'maker' : 'outsider' } }],
      };
    },
  };
}

function votes({ head, origin, options }: Opening): ExportReader {
  const open = cellsBy(head, options.dates);
  return {
    read({ fields }): Made {
      const cells = open(fields);
      const post = cells.text('post id');
      const at = cells.time('created at');
      const author = personOf(origin, cells.text('voter email'));
      if (post === null) return { reason: 'it does not say which post it is for' };
      // The importing program takes votes without a day; a vote at no time is none that a reading could use.
      if (at === null) return { reason: 'it has no time that can be read' };
      const id = cells.text('id') ?? `${post}/${author?.handle ?? ''}`;
      const base = { kind: 'event', type: 'vote', origin, externalId: `vote/${id}`, threadId: post } as const;
      return { items: [{ ...base, at, author, data: {} }] };
    },
  };
}
