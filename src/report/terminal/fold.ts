/** Lines that are too long for a screen go on below, under the words that they began with; colours stay as they were. */
import { stripVTControlCharacters } from 'node:util';
import { widthOf } from './layout.ts';

/** A column that begins further right leaves too little room under it. */
const FURTHEST = 0.6;

export function fold(text: string, columns: number): string {
  return text
    .split('\n')
    .flatMap((line) => (widthOf(line) <= columns ? [line] : folded(line, columns)))
    .join('\n');
}

function folded(line: string, columns: number): string[] {
  const margin = ' '.repeat(marginOf(stripVTControlCharacters(line), columns));
  const lines: string[] = [];
  let now = '';
  // Each word with the blanks before it: columns keep theirs.
  for (const part of line.match(/\s*\S+/gu) ?? []) {
    const fits = widthOf(now) + widthOf(part) <= columns;
    if (fits || now.trim() === '') now += part;
    else {
      lines.push(now);
      now = margin + part.trimStart();
    }
  }
  return [...lines, now];
}

/** Where its last column begins, else where the line does. */
function marginOf(line: string, columns: number): number {
  const starts = [...line.matchAll(/ {2,}(?=\S)|^ (?=\S)/g)].map((gap) => gap.index + gap[0].length);
  return starts.findLast((start) => start <= columns * FURTHEST) ?? 0;
}
