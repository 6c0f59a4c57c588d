/** Rows of an export as lines: JSON, or CSV that no spreadsheet takes for formulas; both read back as they were. */
import { createReadStream } from 'node:fs';
import { canonical, type Json } from '#core/json.ts';
import { CellCutter } from '#sources/table/cut-cells.ts';
import type { CarriedRow, CarriedValue } from '#store/carry.ts';

export const ENCODINGS = ['jsonl', 'csv'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** `text?`, `integer` …, as the store names them; `json` is text that holds JSON. */
export type Columns = readonly (readonly [column: string, type: string])[];

/** Rows are handed on so many at a time. */
const PIECE = 500;

export function headOf(encoding: Encoding, columns: Columns): string {
  return encoding === 'csv' ? `${columns.map(([column]) => column).join(',')}\n` : '';
}

export function lineOf(encoding: Encoding, columns: Columns, row: CarriedRow): string {
  return encoding === 'csv' ? csvLine(columns, row) : jsonLine(columns, row);
}

function jsonLine(columns: Columns, row: CarriedRow): string {
  const told: Record<string, Json> = {};
  for (const [column, type] of columns) {
    const value = row[column] ?? null;
    if (value === null) continue;
    told[column] = type.startsWith('json') ? (JSON.parse(String(value)) as Json) : shown(column, type, value);
  }
  return `${JSON.stringify(told)}\n`;
}

function csvLine(columns: Columns, row: CarriedRow): string {
  const cells = columns.map(([column, type]) => {
    const value = row[column] ?? null;
    if (value === null) return '';
    const text = String(shown(column, type, value));
    return quoted(isNumber(type) ? text : guarded(text));
  });
  return `${cells.join(',')}\n`;
}

/**
 * What a spreadsheet would work out instead of showing (`=`, `+`, `-`, `@`, a tab, a line end) comes behind an apostrophe.
 * So does what begins with one, and an empty text, so that each reads back as it was.
 */
function guarded(text: string): string {
  return text === '' || /^[=+\-@\t\r\n']/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) || text.trim() !== text ? `"${text.replaceAll('"', '""')}"` : text;
}

function isNumber(type: string): boolean {
  return type.startsWith('integer') || type.startsWith('real');
}

function isTime(column: string, type: string): boolean {
  return type.startsWith('integer') && /(?:^|_)(?:at|until)$/.test(column);
}

function shown(column: string, type: string, value: string | number): string | number {
  return isTime(column, type) ? new Date(Number(value)).toISOString() : value;
}

/** Undefined where it is of another type than its column, or absent where it must not be. */
function readBack(column: string, type: string, told: unknown): CarriedValue | undefined {
  if (told === null || told === undefined) return type.endsWith('?') ? null : undefined;
  if (isTime(column, type)) {
    const at = Date.parse(String(told));
    return Number.isNaN(at) ? undefined : at;
  }
  if (!isNumber(type)) return typeof told === 'string' ? told : undefined;
  const number = typeof told === 'string' && told !== '' ? Number(told) : told;
  const fits = typeof number === 'number' && Number.isFinite(number);
  return fits && (type.startsWith('real') || Number.isSafeInteger(number)) ? (number as number) : undefined;
}

export type Back = { readonly row: CarriedRow } | { readonly flaw: string };

function rowBack(columns: Columns, told: (column: string, type: string) => unknown): Back {
  const row: Record<string, CarriedValue> = {};
  for (const [column, type] of columns) {
    const value = readBack(column, type.replace('json', 'text'), told(column, type));
    if (value === undefined) return { flaw: `its ${column} does not fit` };
    row[column] = value;
  }
  return { row };
}

/** Rows in pieces, each with the line that it stands on. */
export async function* rowsBack(
  path: string,
  encoding: Encoding,
  columns: Columns,
): AsyncGenerator<readonly { readonly line: number; readonly back: Back }[]> {
  let piece: { line: number; back: Back }[] = [];
  for await (const found of encoding === 'csv' ? csvBack(path, columns) : jsonBack(path, columns)) {
    piece.push(found);
    if (piece.length < PIECE) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}

/** Lines end at their end alone: a text may hold U+2028, which JSON leaves as it is and Node's readline takes for an end. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let held = '';
  for await (const piece of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    const lines = (held + piece).split('\n');
    held = lines.pop() ?? '';
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
  }
  if (held !== '') yield held;
}

async function* jsonBack(path: string, columns: Columns) {
  let line = 0;
  for await (const text of linesOf(path)) {
    line += 1;
    if (text === '') continue;
    let told: Readonly<Record<string, Json>>;
    try {
      told = JSON.parse(text) as typeof told;
    } catch {
      yield { line, back: { flaw: 'it is not JSON' } };
      continue;
    }
    const json = (value: Json | undefined) => (value === undefined ? null : canonical(value));
    yield {
      line,
      back: rowBack(columns, (column, type) => (type.startsWith('json') ? json(told[column]) : told[column])),
    };
  }
}

async function* csvBack(path: string, columns: Columns) {
  const cutter = new CellCutter(',');
  let heads: readonly string[] | null = null;
  const decoded = createReadStream(path, { encoding: 'utf8' });
  const taken = function* (rows: ReturnType<CellCutter['push']>) {
    for (const { row, cells } of rows) {
      if (heads === null) {
        heads = cells;
        continue;
      }
      const at = new Map(heads.map((head, place) => [head, cells[place] ?? '']));
      const plain = (text: string) => (text === '' ? null : text.startsWith("'") ? text.slice(1) : text);
      yield { line: row, back: rowBack(columns, (column) => plain(at.get(column) ?? '')) };
    }
  };
  for await (const text of decoded) yield* taken(cutter.push(text as string));
  yield* taken(cutter.end());
  if (cutter.flaw !== null) yield { line: cutter.flaw.row, back: { flaw: cutter.flaw.flaw } };
}
