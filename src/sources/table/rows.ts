/** The rows of a file, one after another, each as its named cells; memory holds a piece of the file at a time. */
import type { Json } from '#core/json.ts';
import type { RefusedRow } from '#core/source.ts';
import { CellCutter, type CutRow } from './cut-cells.ts';
import { decoderOf, type Encoding } from './encoding.ts';
import { openFile } from './inspect.ts';
import { jsonRows } from './json-rows.ts';
import { type Shape, strange } from './shape.ts';
import { sheetRows } from './sheet.ts';

/** Empty cells are absent. Columns of one name are a list. */
export type Fields = Readonly<Record<string, Json>>;

export interface Row {
  /** The line of the file that it begins on, or its place in an array. */
  readonly row: number;
  readonly fields: Fields;
}

export interface RowPiece {
  readonly rows: readonly Row[];
  readonly refused: readonly Omit<RefusedRow, 'file'>[];
  /** Bytes of the file so far. */
  readonly taken: number;
}

export interface TableFile {
  readonly path: string;
  readonly encoding: Encoding;
  readonly shape: Shape;
}

/** Rejects with FILE_NOT_WHAT_IT_CLAIMS where the file turns out to be something else further down. */
export async function* rowsOf(file: TableFile, signal: AbortSignal): AsyncGenerator<RowPiece> {
  const { shape } = file;
  if (shape.is === 'sheet') yield* sheetRows(file.path, signal);
  else if (shape.is === 'json') yield* jsonRows(file.path, file.encoding, signal);
  else yield* cellRows(file, shape, signal);
}

async function* cellRows(
  { path, encoding }: TableFile,
  { delimiter, headings, headingRow }: Extract<Shape, { is: 'cells' }>,
  signal: AbortSignal,
): AsyncGenerator<RowPiece> {
  const { pieces, taken } = await openFile(path);
  const cutter = new CellCutter(delimiter);
  const decoder = decoderOf(encoding);
  const toRow = rowMaker(headings);
  const piece = (cut: readonly CutRow[]): RowPiece => {
    if (cutter.flaw) throw strange(path, `row ${cutter.flaw.row}: ${cutter.flaw.flaw}`);
    const rows: Row[] = [];
    const refused: Omit<RefusedRow, 'file'>[] = [];
    for (const one of cut) {
      if (one.row <= headingRow || isBlank(one.cells)) continue;
      const more = one.cells.length - headings.length;
      if (more > 0 && one.cells.slice(headings.length).some((cell) => cell.trim() !== '')) {
        refused.push({
          row: one.row,
          reason: `it has ${more} ${more === 1 ? 'cell' : 'cells'} more than there are headings`,
        });
      } else rows.push(toRow(one));
    }
    return { rows, refused, taken: taken() };
  };
  for await (const bytes of pieces) {
    signal.throwIfAborted();
    yield piece(cutter.push(decoder.decode(bytes, { stream: true })));
  }
  yield piece([...cutter.push(decoder.decode()), ...cutter.end()]);
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** Cells under headings; what a program writes for nothing is nothing. */
function rowMaker(headings: readonly string[]): (cut: { row: number; cells: readonly Json[] }) => Row {
  const repeated = new Set(headings.filter((heading, at) => headings.indexOf(heading) !== at));
  return ({ row, cells }) => {
    const fields: Record<string, Json> = Object.create(null) as Record<string, Json>;
    for (const [at, heading] of headings.entries()) {
      const cell = cells[at];
      if (cell === undefined || cell === null || cell === '') continue;
      if (!repeated.has(heading)) fields[heading] = cell;
      else fields[heading] = [...((fields[heading] as readonly Json[] | undefined) ?? []), cell];
    }
    return { row, fields };
  };
}
