/** What a file of rows looks like, told from its beginning: lines of JSON or cells, which delimiter, where the headings stand. */
import { BifocalError } from '#core/errors.ts';
import { CellCutter, type CutRow } from './cut-cells.ts';
import { decoderOf, type Encoding, markOf } from './encoding.ts';
import { headBytes } from './inspect.ts';
import { knownNames } from './roles.ts';
import { isSheetBytes } from './sheet-bytes.ts';

export type Shape =
  | { readonly is: 'json' }
  | {
      readonly is: 'cells';
      readonly delimiter: string;
      readonly headings: readonly string[];
      readonly headingRow: number;
    }
  | { readonly is: 'sheet' };

const DELIMITERS = [',', ';', '\t', '|'];

/** Titles, filters and blank lines that programs print above their headings fit into so many rows. */
const ROWS_ABOVE = 20;
const ROWS_LOOKED_AT = 100;

/** Rejects with FILE_NOT_WHAT_IT_CLAIMS where it is no table. */
export async function shapeOf(path: string, encoding: Encoding): Promise<Shape> {
  const head = await headBytes(path);
  const text = decoderOf(encoding).decode(head, { stream: true });
  return isSheetBytes(head) ? { is: 'sheet' } : shapeOfText(text, path);
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
  return { is: 'cells', ...headingsIn(found.rows), delimiter: found.delimiter };
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
  const known = rows.slice(0, ROWS_ABOVE).reduce((most, { cells }) => Math.max(most, knownNames(cells)), 0);
  return { delimiter, rows, weight: weight === 0 ? 0 : weight + 10 * known };
}

/** The row with the most names that are known; where none is, the first that is as wide as most rows. */
function headingsIn(rows: readonly CutRow[]): { readonly headings: readonly string[]; readonly headingRow: number } {
  const above = rows.slice(0, ROWS_ABOVE);
  const widest = Math.max(...rows.map(({ cells }) => filled(cells)));
  const first = above.find(({ cells }) => filled(cells) > 1 && filled(cells) >= widest / 2) ?? above[0];
  let best = first;
  for (const row of above) if (knownNames(row.cells) > knownNames(best?.cells ?? [])) best = row;
  return { headings: namesOnce(best?.cells ?? []), headingRow: best?.row ?? 1 };
}

function filled(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}

/** A column without a heading is called by its place; a heading used twice stays, its cells become a list. */
function namesOnce(cells: readonly string[]): string[] {
  return cells.map((cell, at) => cell.trim().slice(0, 200) || `column ${at + 1}`);
}

export function strange(path: string, cause: string): BifocalError {
  return new BifocalError('FILE_NOT_WHAT_IT_CLAIMS', { file: path, format: 'a table', cause });
}
