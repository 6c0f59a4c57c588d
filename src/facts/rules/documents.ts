/** Which documents are pages that stand and change, and which are said once. */

/** Texts of a repository: the history tells when they changed. */
export const OF_HISTORY: ReadonlySet<string> = new Set(['readme', 'doc']);
/** What is said once and then stands; everything else is a copy of a page. */
export const SAID_ONCE: ReadonlySet<string> = new Set(['post', 'advertisement', 'ad', 'announcement', 'newsletter']);
