/** Ideas from UserVoice: its export of suggestions, and its full CSV with one row a voter. Page for readers: uservoice.md. */
import type { Gathered } from '#core/evidence.ts';
import { defineExport } from '../define-export.ts';
import { cellsBy, personOf } from '../export-cells.ts';
import type { ExportReader, Made, Opening } from '../export-format.ts';
import { type ExportHead, hasAll } from '../export-head.ts';
import { listOf } from '../table/cells.ts';
import { standingOf } from '../table/standing.ts';

export default defineExport({
  id: 'uservoice',
  title: 'Ideas from UserVoice',
  what: 'an export of ideas from UserVoice',
  columns: {
    ...{
      'suggestion id': 'id',
      'suggestion title': 'title',
      'suggestion body': 'body',
      'suggestion portal url': 'url',
    },
    ...{ 'suggestion status name': 'status', 'suggestion labels name': 'labels', 'suggestion category name': 'labels' },
    ...{
      'suggestion forum name': 'labels',
      'suggestion parent id': 'duplicateOf',
      'suggestion created timestamp': 'at',
    },
    ...{ 'idea id': 'id', 'idea title': 'title', 'idea description': 'body', 'public status name': 'status' },
    ...{ labels: 'labels', 'category name': 'labels', 'forum name': 'labels', 'voters count': 'votes' },
    ...{ 'created timestamp': 'at', 'idea creator email address': 'author', 'idea creator name': 'author' },
    ...{ 'user email address': 'voter', 'linked idea creation date': 'vote at' },
  },
  recognises: (head) => isVoters(head) || isSuggestions(head),
  open: (opening) => (isVoters(opening.head) ? voters(opening) : suggestions(opening)),
});

function isVoters(head: ExportHead): boolean {
  return hasAll(head, 'idea id', 'idea title', 'created timestamp');
}

/** The columns stand with `suggestion.` before them, or without. */
function isSuggestions(head: ExportHead): boolean {
  return hasAll(head, 'suggestion id', 'suggestion title') && hasAll(head, 'suggestion forum name');
}

function suggestions({ head, origin, options }: Opening): ExportReader {
  const open = cellsBy(head, options.dates);
  return {
    read({ fields }): Made {
      const cells = open(fields);
      const of = (name: string) => `suggestion ${name}`;
      const id = cells.text(of('id'));
      const at = cells.time(of('created timestamp'));
      if (id === null) return { reason: 'it has no id' };
      if (at === null) return { reason: 'it has no time that can be read' };
      const title = cells.prose(of('title'));
      const body = cells.prose(of('body'));
      if (title === null && body === null) return { reason: 'it has no text' };
      const labels = ['labels name', 'category name', 'forum name'].flatMap((name) => listOf(cells.cell(of(name))));
      const parent = cells.text(of('parent id'));
      const status = head.names.get(of('status name'));
      const standing = standingOf(fields, status === undefined ? {} : { status: [status] }, null);
      const data = {
        ...standing,
        ...(labels.length > 0 && { labels: [...new Set(labels)] }),
        ...(parent !== null && parent !== id && { duplicateOf: parent }),
      };
      const url = cells.text(of('portal url'));
      const base = { kind: 'feedback', type: 'issue', origin, externalId: id, threadId: id } as const;
      return { items: [{ ...base, at, author: null, title, body, url, data }] };
    },
  };
}

/** More voters than this are counted by the tool's own column alone: 100 bytes each. */
const MOST_VOTERS = 1_000_000;

function voters({ head, origin, options }: Opening): ExportReader {
  const open = cellsBy(head, options.dates);
  const ideas = new Set<string>();
  const seen = new Set<string>();
  return {
    read({ fields }): Made {
      const cells = open(fields);
      const id = cells.text('idea id');
      const at = cells.time('created timestamp');
      if (id === null) return { reason: 'it has no idea id' };
      if (at === null) return { reason: 'it has no time that can be read' };
      const items: Gathered[] = [];
      if (!ideas.has(id)) {
        const title = cells.prose('idea title');
        const body = cells.prose('idea description');
        if (title === null && body === null) return { reason: 'it has no text' };
        ideas.add(id);
        const labels = ['labels', 'category name', 'forum name'].flatMap((name) => listOf(cells.cell(name)));
        const votes = cells.number('voters count');
        const status = head.names.get('public status name');
        const data = {
          ...standingOf(fields, status === undefined ? {} : { status: [status] }, null),
          ...(labels.length > 0 && { labels: [...new Set(labels)] }),
          ...(votes !== null && { votes }),
        };
        const author = personOf(origin, cells.text('idea creator email address'), cells.text('idea creator name'));
        const base = { kind: 'feedback', type: 'issue', origin, externalId: id, threadId: id } as const;
        items.push({ ...base, at, author, title, body, data });
      }
      const voter = personOf(origin, cells.text('user email address'));
      const key = `${id}/${voter?.handle ?? ''}`;
      if (voter === null || seen.has(key) || seen.size >= MOST_VOTERS) return { items };
      seen.add(key);
      const votedAt = cells.time('linked idea creation date') ?? at;
      const base = { kind: 'event', type: 'vote', origin, externalId: `vote/${key}`, threadId: id } as const;
      items.push({ ...base, at: votedAt, author: voter, data: { side: 'outsider' } });
      return { items };
    },
  };
}
