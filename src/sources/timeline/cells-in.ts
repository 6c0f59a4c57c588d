/** The cells of a small file: a workbook's, or those of a text with or without headings. */
import { BifocalError } from '#core/errors.ts';
import { CellCutter } from '../table/cut-cells.ts';
import { decoderOf } from '../table/encoding.ts';
import { headBytes } from '../table/inspect.ts';
import { rowsOf } from '../table/rows.ts';
import { headEncoding, shapeOf } from '../table/shape.ts';
import { workbookIn } from '../table/sheet-bytes.ts';
import type { DayOrder } from '../table/times.ts';
import { type CellRow, parseLines, type ReadLines } from './timeline.parse.ts';

/** A line a day for a century. */
const LARGEST = 8 * 2 ** 20;
const DELIMITERS = [',', ';', '\t', '|'];

/** Null where it is no timeline. Rejects where the file cannot be read, or is larger than any timeline. */
export async function linesIn(path: string, dates: DayOrder | undefined): Promise<ReadLines | null> {
  const bytes = await headBytes(path, LARGEST + 1);
  if (workbookIn(bytes) !== null) return parseLines(await sheetCells(path), 'day-first', dates);
  if (bytes.length > LARGEST) return null;
  const encoding = headEncoding(bytes);
  if (encoding === 'windows-1252' && bytes.includes(0)) return null;
  const text = decoderOf(encoding).decode(bytes);
  let best: ReadLines | null = null;
  for (const delimiter of DELIMITERS) {
    const cutter = new CellCutter(delimiter);
    const rows = [...cutter.push(text), ...cutter.end()];
    if (cutter.flaw) continue;
    const read = parseLines(rows.map(withTail), delimiter === ',' ? 'month-first' : 'day-first', dates);
    if (read && read.lines.length > (best?.lines.length ?? 0)) best = read;
  }
  return best;
}

/** Who types a line puts a comma into it: `2026-01-05, Classic, less sugar, more fruit, substance` has five cells. */
function withTail({ row, cells }: CellRow): CellRow {
  if (cells.length <= 4 || cells.length > 12) return { row, cells };
  const [day = '', product = '', ...rest] = cells;
  return { row, cells: [day, product, rest.slice(0, -1).join(','), rest.at(-1) ?? ''] };
}

async function sheetCells(path: string): Promise<CellRow[]> {
  const shape = await shapeOf(path, 'utf-8');
  if (shape.is === 'json')
    throw new BifocalError('FILE_NOT_WHAT_IT_CLAIMS', { file: path, format: 'a timeline', cause: 'it is JSON' });
  const cells: CellRow[] = [{ row: 0, cells: shape.headings }];
  for await (const { rows } of rowsOf({ path, encoding: 'utf-8', shape }, new AbortController().signal)) {
    for (const { row, fields } of rows)
      cells.push({ row, cells: shape.headings.map((heading) => String(fields[heading] ?? '')) });
  }
  return cells;
}
