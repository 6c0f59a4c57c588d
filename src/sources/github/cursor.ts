/** What one gather of the live API leaves for the next: how far each list is known, never who wrote in it. */

/** A list read newest first. */
export interface Known {
  /** The highest id read. */
  readonly last: number;
  /** Read back to this time (ms UTC); null: as far as there are threads for it. */
  readonly back: number | null;
}

export interface Cursor {
  /** Of the first page of what changed last. */
  readonly etag: string | null;
  /** Everything that changed until then is known (ms UTC). */
  readonly since: number;
  /** Only the newest threads were read: how many, back to when, and from which number on. Null: all. */
  readonly newest: { readonly count: number; readonly back: number; readonly lowest: number } | null;
  readonly comments: Known;
  readonly events: Known;
  /** Of the first page of releases. */
  readonly releases: string | null;
  /** How many comments were read, by thread. */
  readonly seen: Readonly<Record<string, number>>;
  /** How many calls there were, where they did not reach all. */
  readonly plan: number | null;
  /** Stopped on the way: the next gather begins anew, for less than all is known. */
  readonly owed: boolean;
  /** Issues are switched off there. */
  readonly off: boolean;
}

const VERSION = 1;

/** Null for a first gather, and for a cursor of another version. */
export function fromCursor(text: string | null): Cursor | null {
  if (text === null) return null;
  const { version, ...cursor } = JSON.parse(text) as Cursor & { version: number };
  return version === VERSION ? cursor : null;
}

export function toCursor(cursor: Cursor): string {
  return JSON.stringify({ version: VERSION, ...cursor });
}
