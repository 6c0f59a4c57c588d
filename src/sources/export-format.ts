/** What one tool's export has to say of itself so that a source can be made of it, and the files it is read from. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { z } from 'zod';
import { BifocalError } from '#core/errors.ts';
import type { Gathered } from '#core/evidence.ts';
import type { ExportHead } from './export-head.ts';
import { headBytes, type Inspected, inspect } from './table/inspect.ts';
import { nameOf } from './table/roles.ts';
import type { Row } from './table/row.ts';
import { isZip, namesIn, type Unpacked, unpack } from './unzip.ts';

export const ExportOptions = z.strictObject({
  files: z.array(z.string().min(1)).min(1).max(100),
  dates: z.enum(['day-first', 'month-first']).optional(),
  /** The workspace that issued the ids, where two of one tool are told apart. */
  from: z.string().min(1).max(100).optional(),
});
export type ExportOptions = z.infer<typeof ExportOptions>;

export type Made = { readonly items: readonly Gathered[] } | { readonly reason: string };

/** A row that is no data, and is passed over without a word: a position of the tap, a label of the period. */
export const NO_DATA: Made = { items: [] };

export interface ExportReader {
  read(row: Row): Made;
}

export interface Opening {
  readonly head: ExportHead;
  readonly origin: string;
  readonly options: ExportOptions;
  /** What the files of one gather tell each other: tables of a backup, in the order in which they are read. */
  readonly shared: Map<string, unknown>;
  /** True for a column that the format takes for something. */
  taken(column: string): boolean;
}

export interface ExportFormat {
  readonly id: string;
  readonly title: string;
  /** Stands in “… is not {what}”. */
  readonly what: string;
  recognises(head: ExportHead): boolean;
  /** A ZIP is this format when `marker` is in it; of its files these are read, in this order. */
  readonly zip?: { readonly marker: string; readonly files: readonly string[] };
  /** What columns are taken for, by their names however spelt (`created at`). */
  readonly columns: Readonly<Record<string, string>>;
  /** Other columns stay in the record, but for those that name people; else they are left out. */
  readonly keepsOthers?: true;
  open(opening: Opening): ExportReader;
  notes?(head: ExportHead): readonly string[];
}

export function originOf({ id }: ExportFormat, { from }: ExportOptions): string {
  return `${id}:${from ?? 'export'}`;
}

export function opening(
  format: ExportFormat,
  head: ExportHead,
  options: ExportOptions,
  shared: Map<string, unknown>,
): Opening {
  const taken = (column: string) => format.columns[nameOf(column)] !== undefined;
  return { head, origin: originOf(format, options), options, shared, taken };
}

export function strange({ what }: ExportFormat, file: string, cause: string): BifocalError {
  return new BifocalError('FILE_NOT_WHAT_IT_CLAIMS', { file, format: what, cause });
}

export async function isOwnZip({ zip }: ExportFormat, path: string): Promise<boolean> {
  if (zip === undefined || !(await isZip(path))) return false;
  const names = await namesIn(path).catch(() => []);
  const has = (wanted: string) => names.some((name) => basename(name) === wanted);
  return has(zip.marker) && zip.files.some(has);
}

/** The files themselves, those of a ZIP in its place. */
export async function unpacked(format: ExportFormat, paths: readonly string[], signal: AbortSignal): Promise<Unpacked> {
  const zips: Unpacked[] = [];
  const remove = async () => {
    for (const one of zips) await one.remove();
  };
  const files: string[] = [];
  try {
    for (const path of paths) {
      if (format.zip === undefined || !(await isOwnZip(format, path).catch(() => false))) {
        files.push(path);
        continue;
      }
      const zip = await unpack(path, format.zip.files, signal);
      zips.push(zip);
      for (const file of zip.files) if (!(await isEmptyList(file))) files.push(file);
      if (zip.files.length === 0) throw strange(format, basename(path), `it holds no ${format.zip.files[0]}`);
    }
  } catch (error) {
    await remove();
    throw error;
  }
  return { files, remove };
}

/** A table without rows, as programs write it. */
async function isEmptyList(path: string): Promise<boolean> {
  const head = await headBytes(path, 64);
  return head.length < 16 && /^\s*(?:\[\s*\]|null)?\s*$/.test(head.toString('utf8'));
}

export interface InspectedFile extends Inspected {
  readonly path: string;
}

export async function inspected(
  paths: readonly string[],
  { dates, from }: ExportOptions,
  signal: AbortSignal,
): Promise<{ readonly all: readonly InspectedFile[]; readonly digest: string; readonly bytes: number }> {
  const hash = createHash('sha256').update(JSON.stringify([dates ?? null, from ?? null]));
  const all: InspectedFile[] = [];
  for (const path of paths) {
    signal.throwIfAborted();
    const one = await inspect(path, signal);
    hash.update(one.digest);
    all.push({ path, ...one });
  }
  return { all, digest: hash.digest('hex'), bytes: all.reduce((sum, { bytes }) => sum + bytes, 0) };
}
