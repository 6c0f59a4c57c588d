/** Workbooks (.xlsx, .ods): which of their sheets hold rows, and these rows. The library loads when one is met. */
import { readFile, stat } from 'node:fs/promises';
import type { Json } from '#core/json.ts';
import { headingsIn } from './headings.ts';
import { type Row, type RowPiece, rowMaker } from './row.ts';
import type { Workbook } from './sheet-bytes.ts';
import { strange } from './strange.ts';

export interface Sheet {
  readonly index: number;
  readonly headings: readonly string[];
  readonly headingRow: number;
}

/** A workbook lies in memory as a whole, packed; its rows do not. A million rows take less. */
const LARGEST_WORKBOOK = 200 * 2 ** 20;

const SHEETS_LOOKED_AT = 20;
const ROWS_LOOKED_AT = 100;
const PIECE = 1_000;

interface Cells {
  readonly sheet: number;
  /** Counted from 1. */
  readonly row: number;
  readonly cells: readonly Json[];
}

/** The sheet with the headings that are known best, and every other one with the same headings. */
export async function sheetsIn(path: string, kind: Workbook): Promise<Sheet[]> {
  const heads = new Map<number, Cells[]>();
  for await (const one of cellsOf(path, kind, null, ROWS_LOOKED_AT)) {
    const rows = heads.get(one.sheet) ?? [];
    if (rows.length < ROWS_LOOKED_AT) rows.push(one);
    heads.set(one.sheet, rows);
  }
  const found = [...heads].map(([index, rows]) => ({
    index,
    ...headingsIn(
      rows.map(({ row, cells }) => ({ row, cells: cells.map((cell) => (cell === null ? '' : String(cell))) })),
    ),
  }));
  const best = found.reduce<(typeof found)[number] | null>(
    (one, next) => (next.known > (one?.known ?? 0) ? next : one),
    null,
  );
  const used = best ?? found[0];
  if (!used) throw strange(path, 'its sheets are empty');
  return found.filter(({ headings }) => headings.join('\u001f') === used.headings.join('\u001f'));
}

export async function* sheetRows(
  path: string,
  kind: Workbook,
  sheets: readonly Sheet[],
  signal: AbortSignal,
): AsyncGenerator<RowPiece> {
  const { size } = await stat(path);
  for (const { index, headings, headingRow } of sheets) {
    const toRow = rowMaker(headings);
    let rows: Row[] = [];
    for await (const { row, cells } of cellsOf(path, kind, index, null)) {
      signal.throwIfAborted();
      if (row <= headingRow || cells.every((cell) => cell === null || cell === '')) continue;
      rows.push(toRow({ row, cells }));
      if (rows.length < PIECE) continue;
      yield { rows, refused: [], taken: 0 };
      rows = [];
    }
    yield { rows, refused: [], taken: size };
  }
}

/** Rejects with FILE_NOT_WHAT_IT_CLAIMS for whatever is wrong inside the archive. */
async function* cellsOf(path: string, kind: Workbook, only: number | null, most: number | null): AsyncGenerator<Cells> {
  const { size } = await stat(path);
  if (size > LARGEST_WORKBOOK)
    throw strange(path, `it is larger than ${LARGEST_WORKBOOK / 2 ** 20} MB; save its sheet as CSV`);
  const bytes = await readFile(path);
  try {
    if (kind === 'ods') {
      const { streamOdsRows } = await import('hucre/ods');
      for await (const { index, sheetIndex, values } of streamOdsRows(bytes)) {
        if (only !== null && sheetIndex !== only) continue;
        if (most === null || index < most) yield { sheet: sheetIndex ?? 0, row: index + 1, cells: values.map(cellOf) };
      }
      return;
    }
    const { streamXlsxRows } = await import('hucre/xlsx');
    const sheets = only === null ? Array.from({ length: SHEETS_LOOKED_AT }, (_, at) => at) : [only];
    for (const sheet of sheets) {
      const rows = streamXlsxRows(bytes, { sheet, ...(most !== null && { maxRows: most }) });
      for await (const { index, values } of rows) yield { sheet, row: index + 1, cells: values.map(cellOf) };
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw strange(path, /encrypt/i.test(error.name) ? 'it is protected by a password' : 'it is no sound workbook');
  }
}

function cellOf(value: unknown): Json {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
