/** Markdown's blocks: headings, paragraphs, items, cells of tables and the words of a front matter; code is left out. */
import { addPlain, type Plain, push } from './plain.ts';
import type { Place, Unit } from './units.ts';

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}(#{1,6})\s+/;
const ITEM = /^\s{0,12}(?:[-*+]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?/;
const QUOTE = /^ {0,3}(?:>\s?)+/;
const RULE = /^\s*(?:[-*_=]\s*){3,}$/;
/** Blocks of reStructuredText whose indented lines are code, settings or words beside a picture. */
export const DIRECTIVE =
  /^\.\. (?:figure|image|code|code-block|sourcecode|ipython|prompt|literalinclude|parsed-literal|toctree|raw|math|auto\w{1,20})::/;
const DEFINITION = /^ {0,3}\[[^\]\n]{1,200}\]:\s/;
const TABLE_RULE = /^\s*\|?[\s:|-]{3,}\|[\s:|-]*$/;
const HTML_HEADING = /^\s*<h([1-6])\b/i;
const BLOCK_TAG = /^\s*<\/?(?:p|div|br|li|ul|ol|td|tr|th|table|center|details|summary|h[1-6]|blockquote|section)\b/i;
/** Lines of MDX and of containers that are no words. */
const MDX = /^(?:import\s.{0,300}\sfrom\s|export\s(?:const|default)\b|:::+\s*\w*\s*$|\[!\w{2,12}\]\s*$)/;
/** Words that a front matter shows to readers. */
const SHOWN = /^\s*-?\s*(title|titleTemplate|text|tagline|details|description|name|summary):\s+(['"]?)/;

export function markdownUnits(source: string): Unit[] {
  const builder = new Builder(source);
  let fence: string | null = null;
  let front = /^---\s*\n/.test(source);
  /** What ends a block that is left out: a comment, a script, a style. */
  let skipped: string | null = null;
  let first = true;
  let from = 0;
  while (from < source.length) {
    const end = source.indexOf('\n', from);
    const to = end < 0 ? source.length : end;
    const line = source.slice(from, to);
    if (front) {
      if (!first && /^---\s*$/.test(line)) front = false;
      else frontLine(builder, line, from, to);
    } else if (fence !== null) {
      const closed = FENCE.exec(line)?.[1];
      if (closed !== undefined && closed[0] === fence[0] && closed.length >= fence.length) fence = null;
    } else if (skipped !== null) {
      if (line.includes(skipped)) skipped = null;
    } else {
      const opened = builder.underlinedBy(line) ? undefined : FENCE.exec(line)?.[1];
      if (opened !== undefined) {
        builder.close();
        fence = opened;
      } else {
        skipped = skippedFrom(line);
        if (skipped === null) builder.line(line, from, to);
        else {
          builder.close();
          if (line.includes(skipped)) skipped = null;
        }
      }
    }
    first = false;
    from = to + 1;
  }
  builder.close();
  return builder.units;
}

function skippedFrom(line: string): string | null {
  const opened = /^\s*(?:<!--|\{\/\*|<(script|style)\b)/i.exec(line);
  if (!opened) return null;
  return opened[1] ? `</${opened[1].toLowerCase()}` : line.trimStart().startsWith('<') ? '-->' : '*/}';
}

function frontLine(builder: Builder, line: string, from: number, to: number): void {
  const shown = SHOWN.exec(line);
  if (shown === null) return;
  builder.close();
  const quote = shown[2] as string;
  const last = quote !== '' && line.trimEnd().endsWith(quote) ? from + line.trimEnd().length - 1 : to;
  builder.open(shown[1] === 'title' || shown[1] === 'name' ? 'item' : 'summary');
  builder.add(from + shown[0].length, last);
  builder.close();
}

class Builder {
  readonly units: Unit[] = [];
  readonly #source: string;
  readonly #under: { level: number; text: string }[] = [];
  /** The block's lines joined, so that marks may span them, and where each letter stood. */
  #raw: Plain = { text: '', at: [] };
  #place: Place = 'paragraph';
  #level = 0;
  #blank = true;
  #directive = false;

  constructor(source: string) {
    this.#source = source;
  }

  open(place: Place): void {
    this.#place = place;
  }

  add(from: number, to: number): void {
    if (this.#raw.text !== '') push(this.#raw, ' ', from);
    for (let at = from; at < to; at += 1) this.#raw.at.push(at);
    this.#raw.text += this.#source.slice(from, to);
  }

  close(): void {
    const plain: Plain = { text: '', at: [] };
    const raw = this.#place === 'heading' ? this.#raw.text.replace(/\s#+\s*$/, '') : this.#raw.text;
    addPlain(plain, raw, 0, raw.length, 'markdown');
    const words = plain.text.trimEnd();
    const at = plain.at.slice(0, words.length).map((place) => this.#raw.at[place] as number);
    const said = { text: words, at, place: this.#place };
    if (words !== '') {
      if (this.#place === 'heading') {
        while ((this.#under.at(-1)?.level ?? 0) >= this.#level) this.#under.pop();
        this.units.push({ ...said, under: this.#under.map((one) => one.text) });
        this.#under.push({ level: this.#level, text: words });
      } else this.units.push({ ...said, under: this.#under.map((one) => one.text) });
    }
    this.#raw = { text: '', at: [] };
    this.#place = 'paragraph';
  }

  /** reStructuredText underlines a heading with waves, where Markdown opens a block of code. */
  underlinedBy(line: string): boolean {
    const length = this.#raw.text.length;
    return /^~{4,}\s*$/.test(line) && !this.#blank && length > 0 && length <= line.trimEnd().length;
  }

  line(whole: string, start: number, to: number): void {
    const quote = QUOTE.exec(whole)?.[0].length ?? 0;
    const line = whole.slice(quote);
    const from = start + quote;
    if (MDX.test(line)) return;
    const blank = line.trim() === '';
    if (this.#directive && (blank || /^\s/.test(whole))) return;
    this.#directive = DIRECTIVE.test(line);
    const wasBlank = this.#blank;
    this.#blank = blank;
    const setext = /^\s{0,3}(=+|-+|~{4,})\s*$/.exec(line)?.[1];
    if (setext !== undefined && !wasBlank && this.#place === 'paragraph' && this.#raw.text !== '') {
      this.#heading({ '=': 1, '-': 2 }[setext.charAt(0)] ?? 3);
      return;
    }
    if (blank || RULE.test(line) || DEFINITION.test(line) || /^\.\. /.test(line)) {
      this.close();
      return;
    }
    const heading = HEADING.exec(line);
    const html = HTML_HEADING.exec(line);
    if (heading || html) {
      this.close();
      this.add(from + (heading?.[0].length ?? 0), to);
      this.#heading(heading ? (heading[1] as string).length : Number(html?.[1]));
      return;
    }
    const item = ITEM.exec(line);
    if (item) {
      this.close();
      this.open('item');
      this.add(from + item[0].length, to);
      return;
    }
    if (line.includes('|') && /^\s*\|/.test(line)) {
      this.close();
      if (!TABLE_RULE.test(line)) this.#cells(line, from);
      return;
    }
    // Four blanks after an empty line are code, unless an item goes on.
    if (wasBlank && /^(?: {4}|\t)/.test(line) && this.#place !== 'item') {
      this.#blank = true;
      return;
    }
    if (BLOCK_TAG.test(line)) this.close();
    this.add(from, to);
    if (/(?:<br\s*\/?>|<\/(?:p|div|li|td|h[1-6]|summary)>)\s*$|\s{2}$/i.test(line)) this.close();
  }

  #heading(level: number): void {
    this.#level = level;
    this.open('heading');
    this.close();
  }

  #cells(line: string, start: number): void {
    let from = 0;
    for (let at = 0; at <= line.length; at += 1) {
      if (at < line.length && (line[at] !== '|' || line[at - 1] === '\\')) continue;
      if (at > from) {
        this.open('cell');
        this.add(start + from, start + at);
        this.close();
      }
      from = at + 1;
    }
  }
}
