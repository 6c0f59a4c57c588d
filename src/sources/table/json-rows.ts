/** Objects of a file of JSON: one on each line, an array of them, or an array inside one object. */
import type { Json } from '#core/json.ts';
import { LineCutter } from '#sources/evidence/file-bytes.ts';
import { ObjectCutter } from '#sources/github/json-objects.ts';
import { decoderOf, type Encoding } from './encoding.ts';
import { headBytes, openFile } from './inspect.ts';
import type { Row, RowPiece } from './row.ts';
import { strange } from './strange.ts';

/** As many lines that are no JSON object, before the first that is one, and the file is something else. */
const STRANGE_LINES = 20;

export async function* jsonRows(path: string, encoding: Encoding, signal: AbortSignal): AsyncGenerator<RowPiece> {
  const head = decoderOf(encoding)
    .decode(await headBytes(path), { stream: true })
    .trimStart();
  const [line = ''] = /^\{[^\r\n]*\}[ \t]*(?=[\r\n]|$)/.exec(head) ?? [];
  const first = line === '' ? null : parsed(line);
  const isLines = first !== null && typeof first !== 'string' && wrapped(first) === null;
  if (encoding === 'utf-8' && isLines) yield* lineRows(path, signal);
  else yield* arrayRows(path, encoding, signal);
}

async function* lineRows(path: string, signal: AbortSignal): AsyncGenerator<RowPiece> {
  const { pieces, taken } = await openFile(path);
  const cutter = new LineCutter();
  let row = 0;
  let objects = 0;
  let others = 0;
  const read = (lines: Iterable<Buffer | null>): RowPiece => {
    const rows: Row[] = [];
    const refused: { row: number; reason: string }[] = [];
    for (const line of lines) {
      row += 1;
      const text =
        line === null
          ? null
          : line
              .toString('utf8')
              .replace(/^\ufeff/, '')
              .trim();
      if (text === '') continue;
      const value = text === null ? 'it is longer than 4 MB' : parsed(text);
      if (typeof value === 'string') {
        refused.push({ row, reason: value });
        others += 1;
        if (objects === 0 && others >= STRANGE_LINES) throw strange(path, 'it is not JSON, one object on each line');
      } else {
        objects += 1;
        rows.push({ row, fields: value });
      }
    }
    return { rows, refused, taken: taken() };
  };
  for await (const piece of pieces) {
    signal.throwIfAborted();
    yield read(cutter.push(piece));
  }
  yield read(cutter.end());
}

/** The object of one line, or why there is none. */
function parsed(text: string): Record<string, Json> | string {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? withoutNothing(value) : 'it is not a JSON object';
  } catch {
    return 'it is not JSON';
  }
}

async function* arrayRows(path: string, encoding: Encoding, signal: AbortSignal): AsyncGenerator<RowPiece> {
  const { pieces, taken } = await openFile(path);
  const cutter = new ObjectCutter();
  const decoder = decoderOf(encoding);
  let row = 0;
  const read = (found: Iterable<{ readonly object: string } | { readonly flaw: string }>): RowPiece => {
    const rows: Row[] = [];
    const refused: { row: number; reason: string }[] = [];
    for (const one of found) {
      if ('flaw' in one) throw strange(path, one.flaw);
      const value = parsed(one.object);
      const objects = typeof value === 'string' ? [value] : (wrapped(value) ?? [value]);
      for (const object of objects) {
        row += 1;
        if (typeof object === 'string') refused.push({ row, reason: object });
        else rows.push({ row, fields: object });
      }
    }
    return { rows, refused, taken: taken() };
  };
  for await (const piece of pieces) {
    signal.throwIfAborted();
    yield read(cutter.push(decoder.decode(piece, { stream: true })));
  }
  yield read(cutter.end());
}

/** Lists that programs put beside others: users and groups that the threads name. */
const THREADS: ReadonlySet<string> = new Set(['tickets', 'conversations', 'issues']);

/** `{"tickets": […], "count": 2}`: a list that is called so, or the only list of objects where the object has little else. */
function wrapped(value: Record<string, Json>): Record<string, Json>[] | null {
  if ('id' in value || 'key' in value) return null;
  const lists = Object.entries(value).filter(([, one]) => Array.isArray(one) && one.length > 0 && one.every(isObject));
  const named = lists.filter(([name]) => THREADS.has(name));
  const [[, only] = [], ...more] = named.length > 0 ? named : lists;
  const others = Object.values(value).filter((one) => typeof one === 'string' && one.length > 200);
  const little = named.length > 0 || (others.length === 0 && Object.keys(value).length <= 6);
  if (only === undefined || more.length > 0 || !little) return null;
  return (only as Record<string, Json>[]).map(withoutNothing);
}

/** An empty member is null: its name still says that there is such a column. */
function withoutNothing(value: Record<string, Json>): Record<string, Json> {
  const fields: Record<string, Json> = Object.create(null) as Record<string, Json>;
  for (const name of Object.keys(value)) {
    const member = value[name];
    const empty = member === undefined || member === '' || (Array.isArray(member) && member.length === 0);
    fields[name] = empty ? null : member;
  }
  return fields;
}

function isObject(value: unknown): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
