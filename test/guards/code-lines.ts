/** A file line by line, as guards search it: with comments, or the code alone. */
import { text } from './tree.ts';

export interface Line {
  /** `src/core/ids.ts:12`. */
  readonly at: string;
  readonly line: string;
}

export function lines(path: string): Line[] {
  return numbered(path, text(path));
}

export function codeLines(path: string): Line[] {
  const blocksGone = text(path).replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''));
  return numbered(path, blocksGone.replace(/(^|\s)\/\/.*$/gm, ''));
}

function numbered(path: string, content: string): Line[] {
  return content.split('\n').map((line, index) => ({ at: `${path}:${index + 1}`, line: line.trim() }));
}
