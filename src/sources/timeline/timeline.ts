/** A timeline kept by hand: dated lines of what changed, each with its kind. Page for readers: timeline.md. */
import { basename } from 'node:path';
import { z } from 'zod';
import { BifocalError } from '#core/errors.ts';
import type { Gathered } from '#core/evidence.ts';
import { digestOf, idOf } from '#core/ids.ts';
import { canonical } from '#core/json.ts';
import { type Batch, defineSource, type RefusedRow } from '#core/source.ts';
import { linesIn } from './cells-in.ts';
import type { Line } from './timeline.parse.ts';

const TimelineOptions = z.strictObject({
  files: z.array(z.string().min(1)).min(1).max(100),
  dates: z.enum(['day-first', 'month-first']).optional(),
  /** A name for the list, where the file's own is not one that stays. */
  from: z.string().min(1).max(100).optional(),
});
type TimelineOptions = z.infer<typeof TimelineOptions>;

/** Lines that were pasted have no file to stand for: they add to those before. */
const PASTED = 'pasted';

export default defineSource<TimelineOptions>({
  id: 'timeline',
  title: 'A timeline kept by hand',
  strands: ['ships', 'says', 'claims'],
  rereadable: false,
  options: TimelineOptions,

  origin: async (options) => originOf(options),

  async *gather({ options, cursor, until, signal }): AsyncGenerator<Batch> {
    signal.throwIfAborted();
    const origin = originOf(options);
    const items = new Map<string, Gathered>();
    const refused: RefusedRow[] = [];
    let rows = 0;
    for (const path of options.files) {
      const file = basename(path);
      const read = await linesIn(path, options.dates);
      if (read === null || read.lines.length === 0) {
        const cause = 'it has no lines with a day and a kind';
        throw new BifocalError('FILE_NOT_WHAT_IT_CLAIMS', { file, format: 'a timeline', cause });
      }
      rows += read.lines.length + read.refused.length;
      refused.push(...read.refused.map((one) => ({ file, ...one })));
      for (const line of read.lines) {
        const late = until !== null && line.at > until;
        if (late) refused.push({ file, row: line.row, reason: 'its day lies after the time that is read' });
        else add(items, rowOf(line, origin));
      }
    }
    const told = [...items.values()];
    const newest = told.reduce<number | null>((last, { at }) => Math.max(last ?? at, at), null);
    const strands = strandsOf(told);
    const end = { strands, cursor: digestOf(canonical(told)), ...(newest !== null && { observedUntil: newest }) };
    if (end.cursor === cursor) {
      yield end;
      return;
    }
    const replaces = origin === `timeline:${PASTED}` ? [] : TYPES.map((type) => ({ origin, type }));
    yield { items: told, refused, rows, replaces, ...end };
  },

  importing: {
    recognises: async (path) => ((await isTimeline(path)) ? 2 : 0),
    optionsOf: ({ files, dates, from }) => ({ files, ...(dates && { dates }), ...(from && { from }) }),
    async describe() {
      const columns = ['day', 'product', 'what changed', 'kind'].map((as) => ({ file: '', column: as, as }));
      return { format: 'timeline', columns, notes: [] };
    },
  },
});

const TYPES = ['timeline', 'post'];

/** Enough lines, most of them whole, to be sure that a table of something else is none. */
async function isTimeline(path: string): Promise<boolean> {
  try {
    const read = await linesIn(path, undefined);
    return read !== null && read.lines.length > read.refused.length;
  } catch {
    return false;
  }
}

function originOf({ files, from }: TimelineOptions): string {
  return `timeline:${from ?? files.map((file) => basename(file).replace(/(?:\.\w{1,5}){1,2}$/, '')).join('+')}`;
}

/** What is made or shown is a change, what is said aloud a document, what is done for a customer a reply. */
function rowOf({ at, product, what, kind }: Line, origin: string): Gathered {
  const id = idOf('line', String(at), product ?? '', what, kind);
  const base = { origin, externalId: id, author: null, at, title: what, ...(product !== null && { line: product }) };
  if (kind === 'message') return { ...base, kind: 'document', type: 'post', data: { kind } };
  if (kind === 'service')
    return { ...base, kind: 'reply', type: 'timeline', body: what, data: { kind, side: 'maker' } };
  return { ...base, kind: 'change', type: 'timeline', threadId: product ?? 'product', data: { kind, of: [kind] } };
}

function add(items: Map<string, Gathered>, item: Gathered): void {
  items.set(`${item.kind} ${item.externalId}`, item);
}

function strandsOf(rows: readonly Gathered[]): NonNullable<Batch['strands']> {
  const kinds = new Set(rows.map(({ kind }) => kind));
  return [
    ...(kinds.has('change') ? (['ships'] as const) : []),
    ...(kinds.has('reply') ? (['says'] as const) : []),
    ...(kinds.has('document') ? (['claims'] as const) : []),
  ];
}
