/** The first table of a Markdown page that has a line of dashes under its header; null where there is none. */
import type { SeparatedTable } from '#core/separated.ts';

const RULE = /^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?\s*)?$/;
const LONGEST_LINE = 20_000;

export function readMarkdownTable(text: string): SeparatedTable | null {
  const lines = text.split(/\r?\n/);
  const rule = lines.findIndex(
    (line, at) => at > 0 && line.length < LONGEST_LINE && RULE.test(line) && (lines[at - 1] ?? '').includes('|'),
  );
  if (rule < 1) return null;
  const rows: { line: number; cells: readonly string[] }[] = [];
  for (let at = rule + 1; at < lines.length && (lines[at] ?? '').includes('|'); at += 1) {
    rows.push({ line: at + 1, cells: cellsOf(lines[at] ?? '') });
  }
  return { separator: '|', header: cellsOf(lines[rule - 1] ?? ''), rows };
}

/** A bar behind a backslash belongs to the cell. Links and stress are left out, their words stay. */
function cellsOf(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) =>
    cell
      .replaceAll('\\|', '|')
      .replace(/\[([^\][]{0,500})\]\([^()]{0,2000}\)/g, '$1')
      .replace(/[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}/g, '')
      .trim(),
  );
}
