/** Tables of feedback: CSV, lines of JSON and workbooks whose columns tell what they are. Page: table.md. */
import { z } from 'zod';
import { BifocalError, type Missing } from '#core/errors.ts';
import type { Gathered } from '#core/evidence.ts';
import { type Batch, defineSource, type RefusedRow } from '#core/source.ts';
import { describeTable, isTable } from './describe.ts';
import { evidenceOf, makingOf } from './evidence-of.ts';
import { originOfFiles, planOf } from './plan.ts';
import { CountedReplies } from './reply-counts.ts';
import { rowsOf } from './rows.ts';
import { Tally } from './tally.ts';

const TableOptions = z.strictObject({
  files: z.array(z.string().min(1)).min(1).max(100),
  /** Role → column: `{ "id": "Ref", "text": "Message", "at": "When" }`. */
  map: z.record(z.string().max(40), z.string().max(200)).optional(),
  dates: z.enum(['day-first', 'month-first']).optional(),
  /** The place that issued the ids, where the columns do not tell it from another. */
  from: z.string().min(1).max(100).optional(),
  /** The origin of the threads that a file of replies belongs to. */
  origin: z.string().min(1).max(500).optional(),
});
export type TableOptions = z.infer<typeof TableOptions>;

interface Cursor {
  readonly digest: string;
  readonly newest: number | null;
  readonly missing: readonly Missing[];
}

/** Rows that are handed on together. */
const PIECE = 1_000;

export default defineSource<TableOptions>({
  id: 'table',
  title: 'Tables of feedback',
  strands: ['says'],
  rereadable: false,
  options: TableOptions,

  origin: (options) => originOfFiles(options, new AbortController().signal),

  async *gather({ options, cursor, until, signal, progress }): AsyncGenerator<Batch> {
    const plan = await planOf(options, signal);
    const before = cursor === null ? null : (JSON.parse(cursor) as Cursor);
    if (before?.digest === plan.digest && (until === null || (before.newest ?? 0) <= until)) {
      const { missing, newest } = before;
      yield { missing, cursor: cursor as string, ...(newest !== null && { observedUntil: newest }) };
      return;
    }
    const total = plan.files.reduce((sum, { bytes }) => sum + bytes, 0);
    const replies = plan.files.some(({ what }) => what === 'replies') ? new CountedReplies() : null;
    const tally = new Tally();
    let done = 0;
    for (const file of plan.files) {
      const making = makingOf(file, plan.origin, file.what === 'threads' ? replies : null);
      let items: Gathered[] = [];
      let refused: RefusedRow[] = [];
      let rows = 0;
      for await (const piece of rowsOf(file.file, signal)) {
        const refuse = (row: number, reason: string) => {
          tally.refuse(reason);
          refused.push({ file: file.name, row, reason });
        };
        for (const { row, reason } of piece.refused) refuse(row, reason);
        for (const row of piece.rows) {
          const made = evidenceOf(row, making);
          const late = 'items' in made && until !== null && (made.items[0]?.at ?? 0) > until;
          if ('reason' in made || late) {
            refuse(row.row, 'reason' in made ? made.reason : 'its time lies after the time that is read');
            continue;
          }
          for (const item of made.items) {
            if (until !== null && item.at > until) continue;
            items.push(item);
            tally.take(item);
            if (item.kind === 'reply' && file.what === 'replies') replies?.add(item.threadId ?? '');
          }
        }
        rows += piece.rows.length + piece.refused.length;
        if (rows < PIECE) continue;
        progress('rows', done + piece.taken, total);
        yield { items, refused, rows };
        [items, refused, rows] = [[], [], 0];
      }
      yield { items, refused, rows };
      done += file.bytes;
    }
    if (tally.taken === 0 && tally.refused > 0) throw nothingTaken(plan.files[0]?.name ?? '', tally);
    const newest = tally.newest === null || until === null ? tally.newest : Math.min(tally.newest, until);
    const missing = tally.missing();
    yield {
      missing,
      cursor: JSON.stringify({ digest: plan.digest, newest, missing } satisfies Cursor),
      ...(newest !== null && { observedUntil: newest }),
    };
  },

  importing: {
    formats: ['csv', 'tsv', 'jsonl', 'json', 'xlsx', 'ods'],
    recognises: async (path) => ((await isTable(path)) ? 1 : 0),
    optionsOf: ({ files, map, dates, from, origin }) => ({
      files,
      ...(map && { map }),
      ...(dates && { dates }),
      ...(from && { from }),
      ...(origin && { origin }),
    }),
    describe: (options, signal) => describeTable(options as TableOptions, signal),
  },
});

function nothingTaken(file: string, { refused, first }: Tally): BifocalError {
  const cause = `none of its ${refused} rows can be taken; of the first, ${first}`;
  return new BifocalError('FILE_NOT_WHAT_IT_CLAIMS', { file, format: 'a table of feedback', cause });
}
