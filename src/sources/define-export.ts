/** Makes a source of one tool's export: recognised by its columns, read row by row, refused whole where it is something else. */
import { basename } from 'node:path';
import { type Batch, type Described, defineSource, type Source } from '#core/source.ts';
import {
  type ExportFormat,
  ExportOptions,
  type InspectedFile,
  inspected,
  isOwnZip,
  opening,
  originOf,
  strange,
  unpacked,
} from './export-format.ts';
import { type ExportHead, headOf } from './export-head.ts';
import { sameAgain, Taker } from './export-taker.ts';
import { nameOf, namesPerson } from './table/roles.ts';
import { rowsOf } from './table/rows.ts';
import { isZip } from './unzip.ts';

/** Rows that are handed on together. */
const PIECE = 1_000;

export function defineExport(format: ExportFormat): Source<ExportOptions> {
  return defineSource<ExportOptions>({
    id: format.id,
    title: format.title,
    strands: ['says'],
    rereadable: false,
    options: ExportOptions,
    origin: async (options) => originOf(format, options),

    async *gather({ options, cursor, until, signal, progress }): AsyncGenerator<Batch> {
      const { files, remove } = await unpacked(format, options.files, signal);
      try {
        const { all, digest, bytes } = await inspected(files, options, signal);
        const same = sameAgain(cursor, digest, until);
        if (same !== null) {
          yield same;
          return;
        }
        const taker = new Taker(until);
        const shared = new Map<string, unknown>();
        let done = 0;
        for (const file of all) {
          const told = (taken: number) => progress('rows', done + taken, bytes);
          yield* batchesOf(format, file, { options, taker, shared, signal, progress: told });
          done += file.bytes;
        }
        const { taken, first } = taker.tally;
        const cause = first === null ? 'it holds no rows' : `none of its rows can be taken; of the first, ${first}`;
        if (taken === 0) throw strange(format, basename(options.files[0] ?? ''), cause);
        yield taker.end(digest, format.id);
      } finally {
        await remove();
      }
    },

    importing: {
      recognises: async (path) => {
        if (await isOwnZip(format, path).catch(() => false)) return 2;
        const head = await headOf(path).catch(() => null);
        return head !== null && format.recognises(head) ? 2 : 0;
      },
      optionsOf: ({ files, dates, from }) => ({ files, ...(dates && { dates }), ...(from && { from }) }),
      describe: (options, signal) => describe(format, options as ExportOptions, signal),
    },
  });
}

interface Taking {
  readonly options: ExportOptions;
  readonly taker: Taker;
  readonly shared: Map<string, unknown>;
  readonly signal: AbortSignal;
  progress(taken: number): void;
}

async function* batchesOf(
  format: ExportFormat,
  { path, encoding }: InspectedFile,
  { options, taker, shared, signal, progress }: Taking,
): AsyncGenerator<Batch> {
  const file = basename(path);
  const head = await ownHead(format, path);
  const reader = format.open(opening(format, head, options, shared));
  for await (const piece of rowsOf({ ...head.file, encoding }, signal)) {
    for (const { row, reason } of piece.refused) taker.refuse(file, row, reason);
    for (const row of piece.rows) taker.take(file, row.row, reader.read(row));
    if (taker.rows < PIECE) continue;
    progress(piece.taken);
    yield taker.handOver();
  }
  yield taker.handOver();
}

async function ownHead(format: ExportFormat, path: string): Promise<ExportHead> {
  const head = await headOf(path);
  if (head === null) throw strange(format, basename(path), 'it has no rows that can be told apart');
  if (format.recognises(head)) return head;
  // A workbook is a ZIP too; any other one has no columns to speak of.
  const packed = head.file.shape.is !== 'sheet' && (await isZip(path));
  throw strange(format, basename(path), packed ? 'it is a ZIP of other files' : 'its columns are others');
}

async function describe(format: ExportFormat, options: ExportOptions, signal: AbortSignal): Promise<Described> {
  const columns: { file: string; column: string; as: string | null }[] = [];
  const notes: string[] = [];
  const { files, remove } = await unpacked(format, options.files, signal);
  try {
    for (const path of files) {
      const head = await ownHead(format, path);
      for (const column of head.columns) {
        const as = format.columns[nameOf(column)] ?? null;
        // Members of members are named only where something is made of them.
        if (as === null && head.json && column.includes('.')) continue;
        const others =
          format.keepsOthers !== true ? 'left out' : namesPerson(column) ? 'left out: it names people' : null;
        columns.push({ file: basename(path), column, as: as ?? others });
      }
      notes.push(...(format.notes?.(head) ?? []));
    }
  } finally {
    await remove();
  }
  return { columns, notes, format: format.id };
}
