/** Splits a document into its lines of prose and of code; leaves out what is commented out or speaks of the past. */

export interface DocLine {
  /** From 1, as editors count. */
  readonly line: number;
  readonly text: string;
  /** prose; code of a shell; help: a line of a block that prints an own program's usage. */
  readonly as: 'prose' | 'shell' | 'usage';
}

/** A longer line is generated; nothing is read from it. */
const LINE_LENGTH = 2000;
const SHELL = new Set([
  '',
  'sh',
  'bash',
  'zsh',
  'shell',
  'console',
  'shell-session',
  'shellsession',
  'sh-session',
  'terminal',
  'text',
  'txt',
  'plain',
  'plaintext',
  'cmd',
  'bat',
  'powershell',
  'ps1',
  'usage',
  'help',
  'none',
]);

/** Headings of sections that tell what was, or how to get from it to what is. */
const PAST_SECTION =
  /\b(?:change ?log|changes|history|release notes|what'?s new|migrat|upgrad|breaking|deprecat|removed|legacy|previous|older|roadmap|planned|todo|coming soon)/i;

/** Words that turn a sentence to the past or to the future: what it names is not offered as it is. */
export const ASIDE =
  /\b(?:remov|delet|deprecat|no longer|formerly|previous|used to|renam|replac|dropped|legacy|migrat|upgrad|until|earlier|prior|obsolete|instead of|was\b|were\b|will be|planned|todo|not yet|unlike)|\b(?:19|20)\d{2}-\d{2}-\d{2}\b|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?,? (?:\d{1,2}(?:st|nd|rd|th)?,? )?(?:19|20)\d{2}\b/i;

/** Words that make a file the reader's own. */
export const READERS =
  /\b(?:your|you'll|create|creating|generat|(?:built|saved|stored|written|output|put) (?:in|into|to)\b|add an?|named|called|e\.g\.|for example|for instance|such as|suppose|imagine|say,)/i;

interface Fence {
  readonly mark: string;
  readonly shell: boolean;
  readonly lines: { line: number; text: string }[];
}

/** `isUsage` says whether a block's text prints how an own program is used. */
export function linesOf(text: string, isUsage: (block: string) => boolean): DocLine[] {
  const found: DocLine[] = [];
  let fence: Fence | null = null;
  let comment = false;
  let past = 0;
  const lines = skipFrontMatter(text.split(/\r?\n/));
  const help = indentedUsage(lines, isUsage);
  for (const [at, whole] of lines.entries()) {
    const line = at + 1;
    const opened = underlines(whole, lines[at - 1]) ? null : /^[\s>*+-]{0,12}(`{3,}|~{3,})\s*([\w+-]*)/.exec(whole);
    if (fence !== null) {
      if (opened !== null && (opened[1] ?? '').startsWith(fence.mark) && opened[2] === '') {
        if (past === 0) found.push(...ofBlock(fence, isUsage));
        fence = null;
      } else fence.lines.push({ line, text: whole.replace(/^[\s>]{0,12}> ?/, '') });
      continue;
    }
    if (opened !== null && !comment) {
      fence = { mark: opened[1] ?? '```', shell: SHELL.has((opened[2] ?? '').toLowerCase()), lines: [] };
      continue;
    }
    if (whole.length > LINE_LENGTH) continue;
    const heading = /^\s{0,3}(#{1,6})\s+(.{1,300})/.exec(whole);
    if (heading !== null) past = pastAfter(past, heading[1]?.length ?? 0, heading[2] ?? '');
    const visible: string = comment ? afterComment(whole) : whole;
    comment = comment ? !whole.includes('-->') : false;
    const cut = visible.lastIndexOf('<!--');
    if (cut >= 0 && !visible.includes('-->', cut)) comment = true;
    const shown = (cut >= 0 && comment ? visible.slice(0, cut) : visible).replace(/<!--[^>]{0,500}-->/g, '');
    if (shown.trim() !== '' && past === 0) found.push({ line, text: shown, as: help.has(at) ? 'usage' : 'prose' });
  }
  return found;
}

/** Which lines print how an own program is used, in blocks that are code because they are indented. */
function indentedUsage(lines: readonly string[], isUsage: (block: string) => boolean): ReadonlySet<number> {
  const found = new Set<number>();
  let block: number[] = [];
  const close = () => {
    if (isUsage(block.map((at) => (lines[at] ?? '').trim()).join('\n'))) for (const at of block) found.add(at);
    block = [];
  };
  for (const [at, line] of lines.entries()) {
    if (/^(?: {4}|\t)/.test(line)) block.push(at);
    else if (block.length > 0 && line.trim() !== '') close();
  }
  if (block.length > 0) close();
  return found;
}

/** reStructuredText underlines a heading with waves, where Markdown opens a block of code. */
function underlines(line: string, before = ''): boolean {
  return /^~{4,}\s*$/.test(line) && before.trim() !== '' && before.trimEnd().length <= line.trimEnd().length;
}

/** The level of the heading under which everything tells of the past; 0 when nothing does. */
function pastAfter(past: number, level: number, title: string): number {
  if (past > 0 && level > past) return past;
  return PAST_SECTION.test(title) ? level : 0;
}

function afterComment(line: string): string {
  const end = line.indexOf('-->');
  return end < 0 ? '' : line.slice(end + 3);
}

/** Keeps the count of lines while hiding `---` front matter. */
function skipFrontMatter(lines: string[]): string[] {
  if (lines[0]?.trim() !== '---') return lines;
  const end = lines.indexOf('---', 1);
  return end < 0 || end > 60 ? lines : lines.map((line, at) => (at <= end ? '' : line));
}

/** Where a block shows prompts, only the lines behind them are commands: the others are what they printed. */
function ofBlock({ shell, lines }: Fence, isUsage: (block: string) => boolean): DocLine[] {
  if (!shell) return [];
  const short = lines.filter(({ text }) => text.length <= LINE_LENGTH);
  const usage = isUsage(short.map(({ text }) => text).join('\n'));
  const prompted = short.some(({ text }) => /^\s*[$❯] /.test(text));
  const found: DocLine[] = [];
  let carried: { line: number; text: string } | null = null;
  for (const { line, text } of short) {
    const whole: { line: number; text: string } =
      carried === null ? { line, text } : { line: carried.line, text: `${carried.text} ${text.trim()}` };
    if (text.endsWith('\\') && whole.text.length < LINE_LENGTH) {
      carried = { line: whole.line, text: whole.text.slice(0, -1) };
      continue;
    }
    const command = !prompted || /^\s*[$❯] /.test(whole.text);
    if (command) found.push({ ...whole, as: usage ? 'usage' : 'shell' });
    else if (usage) found.push({ line, text, as: 'usage' });
    carried = null;
  }
  return found;
}
