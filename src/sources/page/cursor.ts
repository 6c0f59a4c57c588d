/** What one gather of a page leaves for the next. */
import type { Missing } from '#core/errors.ts';

export interface PageCursor {
  readonly etag?: string;
  readonly digest: string;
  readonly missing: readonly Missing[];
}

export function cursorOf(left: string | null): PageCursor | null {
  return left === null ? null : (JSON.parse(left) as PageCursor);
}
