/** The lines of one entry: its bullets with what continues them, the section each stands in, and its paragraphs. */
import type { Heading } from './headings.ts';
import type { Line } from './lines.ts';
import { type Section, sectionOf, sectionOfLine } from './sections.ts';
import { unmark } from './unmark.ts';

export interface Bullet {
  /** Its first paragraph on one line. */
  readonly text: string;
  /** The rest as it stands in the file: further paragraphs, inner bullets, code. Empty when there is none. */
  readonly rest: string;
  readonly section: Section | null;
  /** The heading or label it stands under when that is no section: a platform, an area. */
  readonly under: string | null;
}

export interface Body {
  readonly bullets: readonly Bullet[];
  readonly paragraphs: readonly Bullet[];
}

/** One line of a changelog is a sentence or two; beyond this it is an article, and its rest stays in the body. */
const LONGEST_TEXT = 1_000;
const LONGEST_LABEL = 60;

const BULLET = /^(\s*)(?:[-*+•‣–]|\d{1,3}[.)]|#\.)\s+(?=\S)/;

interface Open {
  readonly kind: 'bullet' | 'paragraph';
  readonly indent: number;
  readonly text: string[];
  readonly rest: string[];
  /** A blank line has ended the first paragraph. */
  ended: boolean;
}

interface Level {
  readonly level: number;
  readonly name: string;
  readonly section: Section | null;
}

export function readBody(
  lines: readonly Line[],
  from: number,
  to: number,
  headings: ReadonlyMap<number, Heading>,
): Body {
  const reader = new BodyReader();
  for (let at = from; at < to; at += 1) {
    const heading = headings.get(at);
    if (heading) {
      reader.heading(heading);
      at = heading.last;
    } else reader.line(lines[at] as Line);
  }
  return reader.end();
}

class BodyReader {
  readonly #bullets: Bullet[] = [];
  readonly #paragraphs: Bullet[] = [];
  #levels: Level[] = [];
  /** Paragraphs and bullets that only announce what follows (`Fixes:`), outermost first. */
  #labels: (Level & { readonly indent: number })[] = [];
  #open: Open | null = null;

  heading({ level, text }: Heading): void {
    this.#flush();
    this.#labels = [];
    this.#levels = this.#levels.filter((outer) => outer.level < level);
    this.#levels.push({ level, name: text, section: sectionOf(text) });
  }

  line({ text, hidden }: Line): void {
    if (hidden) {
      if (this.#open?.kind === 'bullet') this.#open.rest.push(text);
      return;
    }
    if (text.trim() === '') {
      this.#blank();
      return;
    }
    const match = BULLET.exec(text.slice(0, 200));
    const indent = widthOf(match ? (match[1] as string) : /^\s*/.exec(text.slice(0, 200))?.[0]);
    if (match && !isRule(text)) this.#bullet(text.slice(match[0].length), text, indent);
    else this.#prose(text, indent);
  }

  end(): Body {
    this.#flush();
    return { bullets: this.#bullets, paragraphs: this.#paragraphs };
  }

  #blank(): void {
    if (this.#open?.kind === 'paragraph') this.#flush();
    else if (this.#open) {
      this.#open.ended = true;
      this.#open.rest.push('');
    }
  }

  #bullet(text: string, raw: string, indent: number): void {
    const open = this.#open;
    if (open?.kind === 'bullet' && indent > open.indent + 1) {
      const label = labelOf(open.text.join(' '));
      if (label === null || open.rest.some((line) => line !== '')) {
        open.rest.push(raw);
        open.ended = true;
        return;
      }
      this.#open = null;
      this.#announce(label, open.indent);
    } else this.#flush();
    // A label that is a bullet ends with the next bullet at its own depth.
    this.#labels = this.#labels.filter((label) => label.indent < 0 || indent > label.indent + 1);
    this.#open = { kind: 'bullet', indent, text: [text.trim()], rest: [], ended: false };
  }

  #prose(text: string, indent: number): void {
    const open = this.#open;
    if (open?.kind === 'bullet' && (!open.ended || indent > open.indent)) {
      if (open.ended) open.rest.push(text);
      else open.text.push(text.trim());
      return;
    }
    if (open?.kind === 'paragraph') {
      open.text.push(text.trim());
      return;
    }
    this.#flush();
    if (isFurniture(text)) return;
    this.#open = { kind: 'paragraph', indent, text: [text.trim()], rest: [], ended: false };
  }

  #announce(name: string, indent: number): void {
    const outer = indent < 0 ? [] : this.#labels.filter((label) => label.indent < indent);
    this.#labels = [...outer, { level: Number.POSITIVE_INFINITY, name, section: sectionOf(name), indent }];
  }

  #flush(): void {
    const open = this.#open;
    this.#open = null;
    if (open === null) return;
    const text = open.text.join(' ').replace(/\s+/g, ' ').trim();
    if (open.kind === 'paragraph') {
      const label = open.text.length === 1 ? labelOf(text) : null;
      if (label !== null) {
        this.#announce(label, -1);
        return;
      }
    }
    if (!/[\p{L}\p{N}]/u.test(text)) return;
    const places = [...this.#levels, ...this.#labels].reverse();
    const section = places.find((place) => place.section !== null)?.section ?? sectionOfLine(text);
    const under = places.find((place) => place.section === null)?.name ?? null;
    const rest = open.rest.join('\n').trimEnd();
    (open.kind === 'bullet' ? this.#bullets : this.#paragraphs).push({
      text: text.slice(0, LONGEST_TEXT),
      rest,
      section,
      under,
    });
  }
}

/** `Fixes:`, `**Bug fixes**`: short and set apart; null for a sentence. */
function labelOf(text: string): string | null {
  if (text.length > LONGEST_LABEL) return null;
  // GNU's news files open a section with `** Bug fixes`.
  const bold = /^(\*\*|__)[^*_]+\1:?$/.test(text) || /^\*{2,3} +\S/.test(text);
  return bold || text.endsWith(':') ? unmark(text).replace(/:$/, '').trim() || null : null;
}

/** Link definitions, directives, tables and rules say nothing by themselves. */
function isFurniture(text: string): boolean {
  return /^\s*(?:\[[^\]]{1,200}\]:\s|\.\. |\||!\[|<\/?[a-z])/i.test(text.slice(0, 300)) || isRule(text);
}

function isRule(text: string): boolean {
  const dense = text.slice(0, 200).replace(/\s/g, '');
  return (
    dense.length >= 3 && '-*_='.includes(dense[0] as string) && dense === (dense[0] as string).repeat(dense.length)
  );
}

function widthOf(indent = ''): number {
  return indent.replaceAll('\t', '    ').length;
}
