/** Rows of a file that somebody labelled, for measuring: CSV or JSON lines, packed or not, by the columns named. */
import { basename } from 'node:path';
import { BifocalError } from '#core/errors.ts';
import { textOf } from '#sources/table/cells.ts';
import { inspect } from '#sources/table/inspect.ts';
import { rowsOf } from '#sources/table/rows.ts';
import { shapeOf } from '#sources/table/shape.ts';

/** The names that a file’s rows have, in the order in which they first stand. */
export async function columnsOf(path: string, signal: AbortSignal): Promise<string[]> {
  const { encoding } = await inspect(path, signal);
  const shape = await shapeOf(path, encoding);
  const known = new Set<string>();
  for await (const { rows } of rowsOf({ path, encoding, shape }, signal)) {
    for (const { fields } of rows) for (const name of Object.keys(fields)) known.add(name);
  }
  return [...known];
}

/**
 * Each row’s cells in the order of `columns`, then of `optional`; empty where the row has none. Rejects with
 * BENCH_COLUMN_NOT_FOUND where no row has one of `columns`.
 */
export async function labelledRows(
  path: string,
  columns: readonly string[],
  signal: AbortSignal,
  optional: readonly string[] = [],
): Promise<(readonly string[])[]> {
  const { encoding } = await inspect(path, signal);
  const shape = await shapeOf(path, encoding);
  const out: (readonly string[])[] = [];
  const known = new Set<string>();
  for await (const { rows } of rowsOf({ path, encoding, shape }, signal)) {
    for (const { fields } of rows) {
      for (const name of Object.keys(fields)) known.add(name);
      out.push([...columns, ...optional].map((column) => textOf(fields[column]) ?? ''));
    }
  }
  const lacking = columns.filter((column) => !known.has(column));
  if (lacking.length > 0) {
    throw new BifocalError('BENCH_COLUMN_NOT_FOUND', {
      file: basename(path),
      missing: lacking.join(' and '),
      columns: [...known].join(', ') || 'none',
    });
  }
  return out;
}
