/** How much of a changelog is read. */
import type { Gap } from './gaps.ts';

/** The longest known (a 25-year C project) are near 3 MB; newest entries stand first, so the cut costs the oldest. */
export const LONGEST_FILE = 8 * 2 ** 20;

/** A tree with more changelogs than this holds other people's (vendored packages). */
export const MOST_FILES = 200;

/** The text as far as it is read, cut at a line's end, and what is said of the rest. */
export function cutText(text: string, file: string): { text: string; gaps: Gap[] } {
  if (text.length <= LONGEST_FILE) return { text, gaps: [] };
  const end = text.lastIndexOf('\n', LONGEST_FILE) + 1 || LONGEST_FILE;
  return { text: text.slice(0, end), gaps: [{ kind: 'long', file, count: LONGEST_FILE / 2 ** 20 }] };
}
