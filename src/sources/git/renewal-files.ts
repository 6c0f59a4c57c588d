/** Joins what stood with what went and came into one row per file, or per folder where there are too many files. */
import type { Changed } from './renewal-numstat.ts';

/** Path, lines that stood, lines of those that are gone, lines added. */
export type RenewedFile = [path: string, stood: number, gone: number, added: number];
/** Path, lines gone, lines added. */
export type TouchedFile = [path: string, gone: number, added: number];

/** `stood` are the files of the older tree against nothing; `year` is that tree against the newer one. */
export function rowsOf(stood: readonly Changed[], year: readonly Changed[]): RenewedFile[] {
  const rows = new Map<string, RenewedFile>();
  for (const { path, added, binary } of stood) if (!binary) rows.set(path, [path, added, 0, 0]);
  for (const { path, gone, added, binary } of year) {
    if (binary) {
      rows.delete(path);
      continue;
    }
    const before = rows.get(path)?.[1] ?? 0;
    rows.set(path, [path, before, gone, added]);
  }
  return [...rows.values()].sort(byPath);
}

/** The same sums by folder; files at the top stand under an empty path. */
export function inDirectories<Row extends [string, ...number[]]>(files: readonly Row[]): Row[] {
  const sums = new Map<string, Row>();
  for (const file of files) {
    const folder = file[0].slice(0, file[0].lastIndexOf('/') + 1);
    const sum = sums.get(folder);
    if (sum === undefined) sums.set(folder, [folder, ...file.slice(1)] as Row);
    else for (let at = 1; at < file.length; at += 1) sum[at] = Number(sum[at]) + Number(file[at]);
  }
  return [...sums.values()].sort(byPath);
}

function byPath(a: readonly [string, ...number[]], b: readonly [string, ...number[]]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;
}
