/** Which documents are pages that stand and change, and which are said once. */
import type { Evidence } from '#core/evidence.ts';

/** Texts of a repository: the history tells when they changed. */
export const OF_HISTORY: ReadonlySet<string> = new Set(['readme', 'doc']);
/** What is said once and then stands; everything else is a copy of a page. */
export const SAID_ONCE: ReadonlySet<string> = new Set(['post', 'advertisement', 'ad', 'announcement', 'newsletter']);

/** A text of a repository is a page by its path; its external id is `path@commit`. */
export function pageOf({ origin, threadId, url, type, externalId }: Evidence): string {
  const place = OF_HISTORY.has(type) ? externalId.replace(/@[^@]*$/, '') : (threadId ?? url ?? externalId);
  return `${origin} ${place}`;
}
