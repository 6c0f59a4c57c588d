/** Lines that a form put there: learned per source, because they recur over many texts of different people. */

/** A line is the form’s when it stands in this share of the texts, and in this many at least. Both are our own. */
const SHARE = 0.004;
const LEAST = 8;
/** A longer line is somebody’s own, or a dump. */
const LONGEST = 300;
/** So many different lines are counted at most; then those seen once are forgotten. */
const MOST_LINES = 400_000;

export interface Template {
  /** True for a line that the form wrote. */
  has(line: string): boolean;
  readonly lines: readonly string[];
}

export const NO_TEMPLATE: Template = { has: () => false, lines: [] };

/** `texts`: those of one source. With fewer than some dozens nothing can be learned, and nothing is taken for a form. */
export function learnTemplate(texts: Iterable<string>): Template {
  const counts = new Map<string, number>();
  let n = 0;
  for (const text of texts) {
    n += 1;
    for (const line of new Set(linesOf(text).map(keyOf))) {
      if (line.length >= 3) counts.set(line, (counts.get(line) ?? 0) + 1);
    }
    if (counts.size > MOST_LINES) for (const [line, count] of counts) if (count === 1) counts.delete(line);
  }
  const least = Math.max(LEAST, SHARE * n);
  const known = new Set([...counts].filter(([, count]) => count >= least).map(([line]) => line));
  return templateOf([...known].sort());
}

/** The form of these lines, as `Template.lines` gives them. */
export function templateOf(lines: readonly string[]): Template {
  const known = new Set(lines);
  return { has: (line) => known.has(keyOf(line)), lines };
}

export function linesOf(text: string): string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/);
}

/** Case, marks and the level of a heading do not make another line of it. */
function keyOf(line: string): string {
  if (line.length > LONGEST) return '';
  return line
    .toLowerCase()
    .replace(/^\s*h[1-6]\./, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
