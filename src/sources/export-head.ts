/** The head of an export: its columns and first rows, by which a format is recognised; looked at once for all formats. */
import { stat } from 'node:fs/promises';
import type { Json } from '#core/json.ts';
import { isObject } from './table/cells.ts';
import type { Encoding } from './table/encoding.ts';
import { headBytes } from './table/inspect.ts';
import { nameOf } from './table/roles.ts';
import type { Row } from './table/row.ts';
import { rowsOf, type TableFile } from './table/rows.ts';
import { headEncoding, shapeOf } from './table/shape.ts';

export interface ExportHead {
  readonly file: TableFile;
  readonly json: boolean;
  /** As they are written; of objects in JSON their members too, as `person.email`. */
  readonly columns: readonly string[];
  /** `Issue key`, `issue_key` and `issueKey` alike → as it is written. */
  readonly names: ReadonlyMap<string, string>;
  readonly sample: readonly Row[];
}

const SAMPLE = 200;

/** More members than any tool writes: an object whose keys are data. */
const MOST_COLUMNS = 2_000;

let last: { readonly key: string; readonly head: Promise<ExportHead | null> } | null = null;

/** Null where it is no table. */
export async function headOf(path: string, encoding?: Encoding): Promise<ExportHead | null> {
  const { mtimeMs, size, ino } = await stat(path);
  const key = [path, mtimeMs, size, ino, encoding ?? ''].join('|');
  if (last?.key === key) return last.head;
  const head = lookAt(path, encoding);
  last = { key, head };
  return head;
}

async function lookAt(path: string, encoding?: Encoding): Promise<ExportHead | null> {
  try {
    const used = encoding ?? headEncoding(await headBytes(path));
    const file: TableFile = { path, encoding: used, shape: await shapeOf(path, used) };
    const sample: Row[] = [];
    for await (const { rows } of rowsOf(file, new AbortController().signal)) {
      sample.push(...rows.slice(0, SAMPLE - sample.length));
      if (sample.length >= SAMPLE) break;
    }
    const json = file.shape.is === 'json';
    const columns = file.shape.is === 'json' ? membersOf(sample) : [...new Set(file.shape.headings)];
    const names = new Map<string, string>();
    for (const column of columns) if (!names.has(nameOf(column))) names.set(nameOf(column), column);
    return { file, json, columns, names, sample };
  } catch {
    return null;
  }
}

function membersOf(sample: readonly Row[]): string[] {
  const columns = new Set<string>();
  const see = (name: string, value: Json | undefined, deep: number): void => {
    if (columns.size >= MOST_COLUMNS) return;
    columns.add(name);
    if (deep > 0 && isObject(value))
      for (const inner of Object.keys(value)) see(`${name}.${inner}`, value[inner], deep - 1);
  };
  for (const { fields } of sample) for (const name of Object.keys(fields)) see(name, fields[name], 1);
  return [...columns];
}

/** True where every one of these columns is there, however it is spelt. */
export function hasAll(head: ExportHead, ...names: readonly string[]): boolean {
  return names.every((name) => head.names.has(name) || head.columns.includes(name));
}
