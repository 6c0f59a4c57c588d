/** What one reading of a repository leaves for the next: enough to read only what is new, and to say it again. */
import type { Missing } from '#core/errors.ts';

/** Goes up when rows are made in another way, so that everything is read again. */
const METHOD = 2;

export interface Cursor {
  readonly method: typeof METHOD;
  /** Digest of HEAD and tags. */
  readonly state: string;
  readonly deep: boolean;
  readonly head: string;
  /** Newest commits that only tags reach. */
  readonly side: readonly string[];
  /** The mailmap that authors were read through. */
  readonly mailmap: string;
  /** Digest of the mended dates. */
  readonly mended: string;
  /** False where the paths of some commits could not be read: they may be there next time. */
  readonly paths: boolean;
  readonly observedUntil: number;
  /** Of commits and of what stands at the head. */
  readonly missing: readonly Missing[];
  /** Of dates, tags and the depth of the clone: told anew by every gather. */
  readonly always: readonly Missing[];
}

export function toCursor(left: Omit<Cursor, 'method'>): string {
  return JSON.stringify({ method: METHOD, ...left });
}

/** Null for none, and for one that another method left. */
export function fromCursor(text: string | null): Cursor | null {
  if (text === null) return null;
  try {
    const left = JSON.parse(text) as Cursor | null;
    return left?.method === METHOD ? left : null;
  } catch {
    return null;
  }
}
