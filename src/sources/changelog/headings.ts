/** Headings of a text in Markdown, reStructuredText, AsciiDoc or underlined plain text, with their lines and depth. */
import type { Line, Markup } from './lines.ts';
import { LONGEST_HEADING, unmark } from './unmark.ts';

export interface Heading {
  /** Indexes of its first and last line: an overline and an underline belong to it. */
  readonly first: number;
  readonly last: number;
  /** 1 is the outermost. */
  readonly level: number;
  /** As a reader sees it. */
  readonly text: string;
}

export function findHeadings(lines: readonly Line[], markup: Markup): Heading[] {
  const marked = markup === 'rst' ? [] : markedHeadings(lines, markup);
  const taken = new Set(marked.map(({ first }) => first));
  const under = markup === 'asciidoc' ? [] : underlined(lines, markup, taken);
  return [...marked, ...under].sort((a, b) => a.first - b.first);
}

/** `## text`, `##1.2`, `== text`. */
function markedHeadings(lines: readonly Line[], markup: Markup): Heading[] {
  const found: Heading[] = [];
  for (const [at, { text, hidden }] of lines.entries()) {
    if (hidden || text.length > LONGEST_HEADING) continue;
    const match = (markup === 'asciidoc' ? /^(={1,6}) +(.*)$/ : /^ {0,3}(#{1,6})(?= |\t|$|v?\d|\[)(.*)$/).exec(text);
    if (!match) continue;
    const shown = unmark(withoutClosing(match[2] as string));
    if (shown !== '') found.push({ first: at, last: at, level: (match[1] as string).length, text: shown });
  }
  return found;
}

function withoutClosing(text: string): string {
  let end = text.trimEnd().length;
  while (end > 0 && text[end - 1] === '#') end -= 1;
  return text.slice(0, end);
}

const RST_MARKS = '=-~^"\'`#*+.:_<>';

/** Depth by the order in which the marks appear, as reStructuredText has it; in Markdown `=` is 1 and `-` is 2. */
function underlined(lines: readonly Line[], markup: Markup, taken: ReadonlySet<number>): Heading[] {
  const found: Heading[] = [];
  const marks: string[] = [];
  for (let at = 1; at < lines.length; at += 1) {
    const mark = ruleOf(lines[at], markup);
    const title = lines[at - 1] as Line;
    if (mark === null || taken.has(at - 1) || !isTitle(title, lines[at] as Line, markup)) continue;
    const above = at >= 2 ? (lines[at - 2] as Line) : null;
    const over = markup !== 'markdown' && ruleOf(above ?? undefined, markup) === mark;
    if (!over && above !== null && above.text.trim() !== '' && !above.hidden && !isRuleOrTarget(above, markup))
      continue;
    const style = over ? mark + mark : mark;
    if (!marks.includes(style)) marks.push(style);
    const level = markup === 'markdown' ? '=-'.indexOf(mark) + 1 : marks.indexOf(style) + 1;
    const text = unmark(title.text);
    if (text !== '') found.push({ first: over ? at - 2 : at - 1, last: at, level, text });
  }
  return found;
}

/** The one mark that a line consists of; null when it is no underline. */
function ruleOf(line: Line | undefined, markup: Markup): string | null {
  if (line === undefined || line.hidden) return null;
  const text = line.text.trimEnd();
  const mark = text[0];
  if (mark === undefined || text.length < (markup === 'markdown' ? 2 : 3)) return null;
  if (!(markup === 'markdown' ? '=-' : RST_MARKS).includes(mark)) return null;
  for (const char of text) if (char !== mark) return null;
  return mark;
}

/** Something of its own at the left edge that is no bullet, table or rule, about as long as what underlines it. */
function isTitle({ text, hidden }: Line, rule: Line, markup: Markup): boolean {
  const shown = text.trimEnd();
  if (hidden || shown === '' || shown.length > LONGEST_HEADING) return false;
  if (/^[-*+>|] |^[#|]|^\.\. |^ {4}|^\t/.test(text) || ruleOf({ ...rule, text: shown }, markup) !== null) return false;
  // docutils takes a short underline with a warning; people often miss by a character or two.
  return markup === 'markdown' || rule.text.trimEnd().length + 3 >= shown.trim().length;
}

/** What may stand right above a heading without a blank line: a rule, a link target, another heading. */
function isRuleOrTarget(line: Line, markup: Markup): boolean {
  return line.text.startsWith('.. ') || line.text.startsWith('#') || ruleOf(line, markup) !== null;
}
