/** What a file of rows looks like, told from its beginning: lines of JSON or cells, which delimiter, where the headings stand. */
import { CellCutter } from './cut-cells.ts';
import { decoderOf, type Encoding, markOf } from './encoding.ts';
import { headingsIn } from './headings.ts';
import { headBytes } from './inspect.ts';
import { type Sheet, sheetsIn } from './sheet.ts';
import { type Workbook, workbookIn } from './sheet-bytes.ts';
import { strange } from './strange.ts';

export type Shape =
  | { readonly is: 'json' }
  | {
      readonly is: 'cells';
      readonly delimiter: string;
      readonly headings: readonly string[];
      readonly headingRow: number;
    }
  | {
      readonly is: 'sheet';
      readonly kind: Workbook;
      readonly headings: readonly string[];
      readonly sheets: readonly Sheet[];
    };

const DELIMITERS = [',', ';', '\t', '|'];

const ROWS_LOOKED_AT = 100;

/** Rejects with FILE_NOT_WHAT_IT_CLAIMS where it is no table. */
export async function shapeOf(path: string, encoding: Encoding): Promise<Shape> {
  const head = await headBytes(path);
  const kind = workbookIn(head);
  if (kind === null) return shapeOfText(decoderOf(encoding).decode(head, { stream: true }), path);
  const sheets = await sheetsIn(path, kind);
  return { is: 'sheet', kind, sheets, headings: sheets[0]?.headings ?? [] };
}

/** A mark, or valid UTF-8 up to the last bytes, or the Windows encoding. */
export function headEncoding(head: Buffer): Encoding {
  const marked = markOf(head);
  if (marked !== null) return marked;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

export function shapeOfText(text: string, path: string): Shape {
  const start = text.trimStart();
  if (start.startsWith('{') || /^\[\s*[{\]]/.test(start)) return { is: 'json' };
  if (start === '') throw strange(path, 'it is empty');
  const found = DELIMITERS.map((delimiter) => cellsOf(text, delimiter)).reduce((best, one) =>
    one.weight > best.weight ? one : best,
  );
  if (found.weight === 0) throw strange(path, 'it has no two columns side by side');
  const { headings, headingRow } = headingsIn(found.rows);
  return { is: 'cells', headings, headingRow, delimiter: found.delimiter };
}

/** Weighs a delimiter by how many rows agree on a width of two and more. */
function cellsOf(text: string, delimiter: string) {
  const cutter = new CellCutter(delimiter);
  const rows = cutter.push(text.endsWith('\n') ? text : `${text}\n`).slice(0, ROWS_LOOKED_AT);
  const widths = new Map<number, number>();
  for (const { cells } of rows) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  let weight = 0;
  for (const [width, count] of widths)
    if (width > 1) weight = Math.max(weight, (count / rows.length) * Math.min(width, 12));
  const { known } = headingsIn(rows);
  return { delimiter, rows, weight: weight === 0 ? 0 : weight + 10 * known };
}
