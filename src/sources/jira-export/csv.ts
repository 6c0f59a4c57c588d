/** Jira's CSV: one row an issue, and as many columns of one name as the fullest issue has comments, labels and versions. */
import type { Gathered } from '#core/evidence.ts';
import { idOf } from '#core/ids.ts';
import type { Json, JsonObject } from '#core/json.ts';
import { defineExport } from '../define-export.ts';
import { cellsBy, personOf, plain } from '../export-cells.ts';
import { type ExportReader, type Made, NO_DATA, type Opening } from '../export-format.ts';
import { type ExportHead, hasAll } from '../export-head.ts';
import { textOf } from '../table/cells.ts';
import { nameOf } from '../table/roles.ts';
import type { Fields } from '../table/row.ts';
import { type DayOrder, timeOf } from '../table/times.ts';
import { isOwnWork, isSettled, withoutJiraMarkup } from './words.ts';

export const csvExport = defineExport({
  id: 'jira-export',
  title: 'Issues exported from Jira',
  what: 'issues that Jira exported as CSV or XML',
  columns: {
    ...{ 'issue key': 'id', summary: 'title', description: 'body', created: 'at', updated: 'changedAt' },
    ...{ resolved: 'closedAt', status: 'status', 'status category': 'status', resolution: 'resolution' },
    ...{ reporter: 'author', 'reporter id': 'author', labels: 'labels', 'component s': 'labels', components: 'labels' },
    ...{ 'fix version s': 'fixVersions', 'fix versions': 'fixVersions', 'affects version s': 'version' },
    ...{ 'affects versions': 'version', votes: 'votes', comment: 'replies', comments: 'replies' },
    ...{ 'outward issue link duplicate': 'duplicateOf', 'issue type': 'left out where it is a part or an epic' },
  },
  recognises: (head) =>
    !head.json &&
    hasAll(head, 'issue key', 'issue id', 'summary', 'created') &&
    (hasAll(head, 'issue type') || hasAll(head, 'project key')),
  open: (opening) => issues(opening),
});

/** Versions come as they are called: 1 is not a day. */
function issues({ head, origin, options }: Opening): ExportReader {
  const open = cellsBy(head, options.dates);
  const lists = new Lists(head);
  return {
    read({ fields }): Made {
      const cells = open(fields);
      const id = cells.text('issue key');
      const at = cells.time('created');
      if (id === null) return { reason: 'it has no issue key' };
      if (at === null) return { reason: 'it has no time that can be read' };
      if (isOwnWork(cells.text('issue type'))) return NO_DATA;
      const title = cells.text('summary');
      const body = withoutJiraMarkup(cells.text('description'));
      if (title === null && body === null) return { reason: 'it has no text' };
      const resolution = cells.text('resolution');
      const closedAt = cells.time('resolved');
      const closed = closedAt !== null || isSettled(resolution, cells.text('status category') ?? cells.text('status'));
      const said = lists.in(fields, 'comment', 'comments');
      const replies = said.flatMap((cell, place) => replyOf(cell, place, id, origin, options.dates) ?? []);
      const fixVersions = lists.in(fields, 'fix version s', 'fix versions').map((name) => ({ name, at: null }));
      const labels = [...lists.in(fields, 'labels'), ...lists.in(fields, 'component s', 'components')];
      const duplicateOf = lists.in(fields, 'outward issue link duplicate')[0] ?? null;
      const votes = cells.number('votes');
      const data: JsonObject = {
        ...{ state: closed ? 'closed' : 'open', closedAt: closed ? closedAt : null },
        ...(closed && resolution !== null && { reason: resolution }),
        ...(labels.length > 0 && { labels: [...new Set(labels)] }),
        ...(votes !== null && { votes }),
        ...(lists.has('comment', 'comments') && { comments: said.length, commentsSeen: replies.length }),
        ...(fixVersions.length > 0 && { fixVersions }),
        ...(duplicateOf !== null && duplicateOf !== id && { duplicateOf }),
      };
      const changedAt = cells.time('updated');
      const feedback: Gathered = {
        ...{ kind: 'feedback', type: 'issue', origin, externalId: id, threadId: id, at, title, body, data },
        author: personOf(origin, cells.text('reporter id'), cells.text('reporter')),
        version: lists.in(fields, 'affects version s', 'affects versions')[0] ?? null,
        ...(changedAt !== null && { changedAt }),
      };
      return { items: [feedback, ...replies] };
    },
  };
}

/** All columns of one name, told apart by nothing but their place. */
class Lists {
  readonly #columns = new Map<string, string[]>();

  constructor({ columns }: ExportHead) {
    for (const column of columns) {
      const name = nameOf(column);
      this.#columns.set(name, [...(this.#columns.get(name) ?? []), column]);
    }
  }

  has(...names: readonly string[]): boolean {
    return names.some((name) => this.#columns.has(name));
  }

  in(fields: Fields, ...names: readonly string[]): string[] {
    const cells = names.flatMap((name) => this.#columns.get(name) ?? []).map((column) => fields[column]);
    return cells
      .flatMap((cell) => (Array.isArray(cell) ? cell : [cell ?? null]))
      .flatMap((cell: Json) => {
        const text = textOf(cell)?.trim();
        return text ? [text] : [];
      });
  }
}

/** `02/Oct/26 11:12 AM;ann;What was said; all of it`. */
function replyOf(
  cell: string,
  place: number,
  thread: string,
  origin: string,
  dates: DayOrder | undefined,
): Gathered | null {
  const [, written = '', who = '', said = ''] = /^([^;]{6,60});([^;]{0,200});([\s\S]*)$/.exec(cell) ?? [];
  const at = timeOf(written, dates ?? 'day-first');
  const body = withoutJiraMarkup(plain(said));
  if (at === null || body === null) return null;
  return {
    ...{ kind: 'reply', type: 'comment', origin, externalId: `comment/${idOf(thread, written, who, String(place))}` },
    ...{ threadId: thread, author: personOf(origin, who), at, body },
  };
}
