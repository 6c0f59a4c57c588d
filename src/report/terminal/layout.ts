/** Lines on a terminal: wrapping, columns side by side, padding that ignores colour codes. */
import { stripVTControlCharacters } from 'node:util';

export function widthOf(text: string): number {
  return [...stripVTControlCharacters(text)].length;
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text;
}

/** Between words; but a share keeps its sign, and "n" its number. */
const GAP = / (?!%)(?!(?<= n )\d)/;

/** Words on lines of at most `width`; a longer word stands alone rather than being cut. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .replace(/[ \t\r\n]+/g, ' ')
    .split(GAP)
    .filter((part) => part !== '')) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** One line of at most `width`. */
export function cut(text: string, width: number): string {
  const letters = [...text];
  return letters.length <= width ? text : `${letters.slice(0, Math.max(0, width - 1)).join('')}…`;
}

/** Outside text may hold signs that steer a terminal. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '');
}

export function indent(lines: readonly string[], by: number): string[] {
  return lines.map((line) => (line === '' ? '' : ' '.repeat(by) + line));
}

/** Two blocks beside each other. */
export function beside(left: readonly string[], right: readonly string[], leftWidth: number): string[] {
  const height = Math.max(left.length, right.length);
  return Array.from({ length: height }, (_, row) => padEnd(left[row] ?? '', leftWidth) + (right[row] ?? '')).map(
    (line) => line.trimEnd(),
  );
}
