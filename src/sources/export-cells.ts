/** Cells of an export by the names that its tool gives them, and the rows of evidence that many tools share. Pure. */
import type { Author, Gathered } from '#core/evidence.ts';
import type { Json, JsonObject } from '#core/json.ts';
import { cutText } from '#core/text.ts';
import type { ExportHead } from './export-head.ts';
import { cellOf, isObject, numberOf, textOf } from './table/cells.ts';
import { withoutMarkup } from './table/markup.ts';
import { namesPerson } from './table/roles.ts';
import type { Fields } from './table/row.ts';
import { type DayOrder, DayOrders, timeOf } from './table/times.ts';

const LONGEST_BODY = 65_536;
const LONGEST_OTHER = 2_000;

export interface Cells {
  cell(...names: readonly string[]): Json | undefined;
  text(...names: readonly string[]): string | null;
  number(...names: readonly string[]): number | null;
  /** Null where there is none, or none that can be read. */
  time(...names: readonly string[]): number | null;
  /** Plain words, markup taken out. */
  prose(...names: readonly string[]): string | null;
}

/** Opens rows by exact names first, then by names however spelt. */
export function cellsBy({ names, sample, json }: ExportHead, dates: DayOrder | undefined): (fields: Fields) => Cells {
  const order = dates ?? (json ? null : orderIn(sample.map(({ fields }) => fields)));
  return (fields) => {
    const cell = (...wanted: readonly string[]) => {
      for (const name of wanted) {
        const value = cellOf(fields, name) ?? cellOf(fields, names.get(name) ?? name);
        if (value !== undefined && value !== null && value !== '') return value;
      }
      return undefined;
    };
    const text = (...wanted: readonly string[]) => textOf(cell(...wanted))?.trim() || null;
    return {
      cell,
      text,
      number: (...wanted) => numberOf(cell(...wanted)),
      time: (...wanted) => {
        const written = text(...wanted);
        return written === null ? null : timeOf(written, order);
      },
      prose: (...wanted) => plain(text(...wanted)),
    };
  };
}

/** The order of days and months that all cells of the first rows tell together. */
function orderIn(rows: readonly Fields[]): DayOrder {
  const orders = new DayOrders();
  for (const fields of rows)
    for (const value of Object.values(fields)) if (typeof value === 'string') orders.see(value);
  return orders.decided('month-first')?.order ?? 'month-first';
}

export function plain(text: string | null): string | null {
  if (text === null) return null;
  const said = text.includes('<') || text.includes('&') ? withoutMarkup(text) : text.trim();
  return said === '' ? null : cutText(said, LONGEST_BODY);
}

/** An address is the same person everywhere; any other name only where it was given. */
export function personOf(origin: string, ...handles: readonly (string | null)[]): Author | null {
  const handle = handles.find((one) => one !== null && one.trim() !== '')?.trim();
  if (!handle) return null;
  return /^[^\s@]{1,64}@[^\s@]{1,190}$/.test(handle)
    ? { space: 'email', handle: handle.toLowerCase() }
    : { space: origin, handle: cutText(handle, 500) };
}

/** Columns that are kept as they are: none that a reader took, none that names people. */
export function restOf(fields: Fields, taken: (column: string) => boolean): JsonObject {
  const row: Record<string, Json> = {};
  for (const column of Object.keys(fields)) {
    const value = fields[column];
    if (value === undefined || value === null || value === '' || taken(column) || namesPerson(column)) continue;
    if (isObject(value) || Array.isArray(value)) continue;
    row[column] = typeof value === 'string' ? cutText(value, LONGEST_OTHER) : value;
  }
  return Object.keys(row).length > 0 ? { row } : {};
}

interface Scored {
  readonly origin: string;
  readonly id: string;
  readonly at: number;
  readonly author: Author | null;
  readonly scale: number;
  readonly amount: number | null;
  readonly body: string | null;
  readonly data?: JsonObject;
  readonly changedAt?: number | null;
  readonly url?: string | null;
  readonly lang?: string | null;
}

/** A score with its words, a score alone, or words alone; null where there is neither. */
export function scored({ id, body, amount, scale, data, changedAt = null, ...rest }: Scored): Gathered | null {
  if (body === null && amount === null) return null;
  if (amount !== null && (amount < 0 || amount > scale)) return null;
  const base = { ...rest, threadId: id, amount, data: { scale, ...data } };
  if (body === null) return { ...base, kind: 'event', type: 'rating', externalId: `rating/${id}` };
  return {
    ...base,
    kind: 'feedback',
    type: 'survey',
    externalId: id,
    body,
    ...(changedAt !== null && { changedAt }),
  };
}

/** An answer that was picked, not written: kept, and read as nobody's words. */
export function chosen({
  id,
  value,
  data,
  ...rest
}: Omit<Scored, 'scale' | 'amount' | 'body'> & { readonly value: string }): Gathered {
  const base = { ...rest, threadId: id, kind: 'event', type: 'answer', externalId: `answer/${id}` } as const;
  return { ...base, data: { ...data, value: cutText(value, LONGEST_OTHER) } };
}

/** What lies at the end of a path through objects and lists. */
export function inside(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  let found: Json | undefined = value;
  for (const name of path) {
    if (!isObject(found)) return undefined;
    found = Object.hasOwn(found, name) ? found[name] : undefined;
  }
  return found ?? undefined;
}

/** The objects of a list; none where it is none. */
export function objectsIn(value: Json | undefined): { readonly [key: string]: Json }[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

export function wordsIn(value: Json | undefined): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() || null : null;
}

export function timeIn(value: Json | undefined): number | null {
  const written = wordsIn(value);
  return written === null ? null : timeOf(written, null);
}
