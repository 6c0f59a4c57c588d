/** Finds the row of headings among the first rows of a table. Pure. */
import type { CutRow } from './cut-cells.ts';
import { knownNames } from './roles.ts';

/** Titles, filters and blank lines that programs print above their headings fit into so many rows. */
const ROWS_ABOVE = 20;

export interface Headings {
  readonly headings: readonly string[];
  readonly headingRow: number;
  /** How many of them have a name that is known. */
  readonly known: number;
}

/**
 * The first row that is at least half as wide as the widest, or one as wide behind it with more names that are known: what
 * stands above headings is narrower, and an answer such as “No.” or “Text.” is a name too.
 */
export function headingsIn(rows: readonly CutRow[]): Headings {
  const above = rows.slice(0, ROWS_ABOVE);
  const widest = Math.max(...rows.map(({ cells }) => filled(cells)));
  let best = above.find(({ cells }) => filled(cells) > 1 && filled(cells) >= widest / 2) ?? above[0];
  let known = knownNames(best?.cells ?? []);
  for (const row of above) {
    const names = knownNames(row.cells);
    if (names > known && filled(row.cells) >= filled(best?.cells ?? [])) [best, known] = [row, names];
  }
  return { headings: named(best?.cells ?? []), headingRow: best?.row ?? 1, known };
}

function filled(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}

/** A column without a heading is called by its place; a heading used twice stays, its cells become a list. */
function named(cells: readonly string[]): string[] {
  return cells.map((cell, at) => cell.trim().slice(0, 200) || `column ${at + 1}`);
}
