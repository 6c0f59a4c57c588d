/** The words a text opens with: a page's headline, a README's first line of prose; verbatim, with the line they stand on. */
import { contentWords } from '#core/content-words.ts';

export interface Line {
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/** Further down nothing is an opening any more. */
const TOP = 60;
const LEAST_WORDS = 3;
const LONGEST = 600;
/** Thanks are no claim. */
const THANKS = /\b(?:sponsor\w*|thanks?|donat\w*|back(?:er|ed) by)\b/i;
/** Headings, badges, pictures, markup, lists, tables, quotes, directives, rules and link lists are no prose. */
const NO_PROSE =
  /^(?:#|!\[|\[!\[|<|[-*+] |\d+[.)] |\||>|\.\. |:|=+$|-+$|~+$|\*+$|\[[^\]]{0,80}\]:|\[[^\]]{0,80}\]\([^)]{0,300}\)(?:\s*[|•·]|$))/;

export function headlineOf(body: string): Line | null {
  for (const [at, line] of body.split('\n', TOP).entries()) {
    const text =
      /^#{1,3} (.{1,200})$/.exec(line.trim())?.[1] ?? /<h1\b[^<>]{0,200}>([^<>]{1,200})<\/h1>/i.exec(line)?.[1];
    if (text !== undefined) return { text: text.trim(), line: at + 1 };
  }
  return null;
}

export function openingOf(body: string): Line | null {
  let fenced = false;
  for (const [at, whole] of body.split('\n', TOP).entries()) {
    const line = whole.trim();
    if (/^(?:```|~~~)/.test(line)) fenced = !fenced;
    if (fenced || line.length > LONGEST || NO_PROSE.test(line) || THANKS.test(line)) continue;
    if (contentWords(line).size >= LEAST_WORDS) return { text: line, line: at + 1 };
  }
  return null;
}
