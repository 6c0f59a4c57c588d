/** How far a whole gather is: between gathers, and after a stop in the middle of one. */

export type Step = 'threads' | 'comments' | 'releases' | 'discussions' | 'deployments' | 'done';

export interface WholeCursor {
  readonly version: 2;
  readonly step: Step;
  /** Everything that changed before it is known (ms UTC), and what of that very moment is (thread numbers). */
  readonly threads: { readonly since: number; readonly page: number; readonly edge: readonly number[] };
  readonly comments: { readonly since: number; readonly page: number };
  readonly releases: string | null;
  /** Known are those that changed before `since`; a walk goes down from the newest, and has come to `after`. */
  readonly discussions: { readonly since: number; readonly after: string | null };
  /** As of discussions; absent in what older versions left. */
  readonly deployments?: { readonly since: number; readonly after: string | null };
  /** When this gather began, by the platform's clock: the next one's comments and discussions begin there. */
  readonly began: number | null;
  /** Everything is read for the first time and in one gather: what it does not meet is gone there. */
  readonly anew: boolean;
}

export const NOTHING_YET: WholeCursor = {
  ...{ version: 2, step: 'threads', threads: { since: 0, page: 1, edge: [] }, comments: { since: 0, page: 1 } },
  ...{ releases: null, discussions: { since: 0, after: null }, began: null, anew: true },
};

/** Null where the cursor is that of a sample, or none. */
export function fromWhole(text: string | null): WholeCursor | null {
  if (text === null) return null;
  const cursor = JSON.parse(text) as WholeCursor | { version: 1 };
  return cursor.version === 2 ? cursor : null;
}

export function toWhole(cursor: WholeCursor): string {
  return JSON.stringify(cursor);
}
