/** One row of a table as its named cells. */
import type { Json } from '#core/json.ts';
import type { RefusedRow } from '#core/source.ts';

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

/** Cells under headings; what a program writes for nothing is nothing. */
export function rowMaker(headings: readonly string[]): (cut: { row: number; cells: readonly Json[] }) => Row {
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
