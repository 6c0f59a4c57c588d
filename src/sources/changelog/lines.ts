/** A text as lines that know where they stand, and which of them are code, comments or front matter. */

export type Markup = 'markdown' | 'rst' | 'asciidoc' | 'plain';

export interface Line {
  /** Offsets into the whole text; `end` lies behind the line's newline, so lines joined give the text back. */
  readonly start: number;
  readonly end: number;
  /** Without its newline. */
  readonly text: string;
  /** Inside a code fence, a comment or front matter: neither heading nor bullet. */
  hidden: boolean;
}

export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline + 1;
    const last = newline === -1 ? end : newline;
    const bare = last > start && text[last - 1] === '\r' ? last - 1 : last;
    lines.push({ start, end, text: text.slice(start, bare), hidden: false });
    start = end;
  }
  return lines;
}

/** By its name; a text without a telling name is Markdown when it has a Markdown heading. */
export function markupOf(path: string, lines: readonly Line[]): Markup {
  const extension = /\.([a-z]{1,10})$/i.exec(path)?.[1]?.toLowerCase();
  if (extension === 'rst' || extension === 'rest') return 'rst';
  if (extension === 'adoc' || extension === 'asciidoc') return 'asciidoc';
  if (extension === 'md' || extension === 'markdown' || extension === 'mdx') return 'markdown';
  return lines.some(({ text }) => /^#{1,6} +[^\s#]/.test(text)) ? 'markdown' : 'plain';
}

/** Marks what is not prose. Something opened and never closed hides nothing: a slip must not cost half a file. */
export function hideAsides(lines: readonly Line[], markup: Markup): void {
  let from = frontMatterEnd(lines);
  for (let at = 0; at < from; at += 1) hide(lines[at]);
  while (from < lines.length) {
    const end = asideEnd(lines, from, markup);
    if (end === Number.POSITIVE_INFINITY) break;
    for (let at = from; at <= end; at += 1) hide(lines[at]);
    from = Math.max(from, end) + 1;
  }
}

/** The last line of what opens here; −1 when nothing does, infinity when it is never closed. */
function asideEnd(lines: readonly Line[], from: number, markup: Markup): number {
  if (markup === 'rst') return -1;
  const text = lines[from]?.text ?? '';
  const fence = /^( *)(```|~~~)/.exec(text.slice(0, 100));
  // A plain text underlines its headings with tildes.
  if (fence && !(markup === 'plain' && fence[2] === '~~~')) {
    return fenceEnd(lines, from, fence[2] as string, (fence[1] as string).length);
  }
  const comment = text.indexOf('<!--');
  if (comment === -1) return -1;
  if (text.includes('-->', comment)) return text.trimStart().startsWith('<!--') ? from : -1;
  const closes = lines.findIndex((line, at) => at > from && line.text.includes('-->'));
  return closes === -1 ? Number.POSITIVE_INFINITY : closes;
}

/** An indented fence belongs to a bullet and ends with it, closed or not, as CommonMark has it. */
function fenceEnd(lines: readonly Line[], from: number, fence: string, indent: number): number {
  for (let at = from + 1; at < lines.length; at += 1) {
    const text = lines[at]?.text ?? '';
    const shown = text.trim();
    if (shown === '') continue;
    if (text.length - text.trimStart().length < indent) return at - 1;
    if (shown.startsWith(fence) && shown.length < 40 && shown === fence.charAt(0).repeat(shown.length)) return at;
  }
  return Number.POSITIVE_INFINITY;
}

/** Front matter is short; a rule at the top of a text is not its beginning. */
const LONGEST_FRONT_MATTER = 60;

function frontMatterEnd(lines: readonly Line[]): number {
  if (lines[0]?.text.trimEnd() !== '---') return 0;
  const end = lines.slice(1, LONGEST_FRONT_MATTER).findIndex(({ text }) => text.trimEnd() === '---');
  return end === -1 ? 0 : end + 2;
}

function hide(line: Line | undefined): void {
  if (line) line.hidden = true;
}
