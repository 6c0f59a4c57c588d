/** The rows of a file, one after another, each as its named cells; memory holds a piece of the file at a time. */
import type { RefusedRow } from '#core/source.ts';
import { CellCutter, type CutRow } from './cut-cells.ts';
import { decoderOf, type Encoding } from './encoding.ts';
import { openFile } from './inspect.ts';
import { jsonRows } from './json-rows.ts';
import { type Row, type RowPiece, rowMaker } from './row.ts';
import type { Shape } from './shape.ts';
import { sheetRows } from './sheet.ts';
import { strange } from './strange.ts';

export interface TableFile {
  readonly path: string;
  readonly encoding: Encoding;
  readonly shape: Shape;
}

/** Rejects with FILE_NOT_WHAT_IT_CLAIMS where the file turns out to be something else further down. */
export async function* rowsOf(file: TableFile, signal: AbortSignal): AsyncGenerator<RowPiece> {
  const { shape } = file;
  if (shape.is === 'sheet') yield* sheetRows(file.path, shape.kind, shape.sheets, signal);
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
