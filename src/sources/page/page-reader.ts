/** What the tags and the texts of a page say one after the other, taken down as its own words or as what stands beside. */
import { cutText } from '#core/text.ts';
import { lettersOf } from './letters.ts';
import { isApart, isHidden, type Tag } from './tags.ts';

export interface PageWords {
  readonly title: string | null;
  readonly description: string | null;
  readonly lang: string | null;
  /** Its own statements: headings, paragraphs, items, cells. */
  readonly text: string;
  /** Menus, footers, notices: kept, never taken for a statement. */
  readonly beside: string;
  /** Letters that nobody sees: hidden parts of the page. */
  readonly hidden: number;
  readonly scripts: number;
}

const UNREAD = new Set('script style template svg math iframe object canvas head select datalist noscript'.split(' '));
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const BLOCKS = new Set(
  'p div li ul ol dl dt dd td th tr table thead tbody section article aside main header footer nav form h1 h2 h3 h4 h5 h6 br hr blockquote figure figcaption summary details title body html center address pre label button'.split(
    ' ',
  ),
);
/** Closed by the next of its kind where the page does not close them. */
const LOOSE = new Set(['p', 'li', 'dt', 'dd', 'tr', 'td', 'th', 'option']);
const MOST_TEXT = 400_000;
const MOST_BESIDE = 20_000;
const SHORT_LINK = 60;
/** Nobody nests deeper; what would is taken as if it were not. */
const DEEPEST = 256;

/** Where reading goes: `own` is the page's own text. */
type Lane = 'own' | 'beside' | 'hidden' | 'unread';

export class PageReader {
  readonly #byName: boolean;
  readonly #said = { own: [] as string[], beside: [] as string[] };
  readonly #seen = new Set<string>();
  readonly #open: { readonly name: string; readonly lane: Lane }[] = [];
  #title: string | null = null;
  #description: string | null = null;
  #lang: string | null = null;
  #hidden = 0;
  #scripts = 0;
  /** Words of the block that is open, how many of their letters are links, and what marks it: `## `, `- `. */
  #block = '';
  #linked = 0;
  #mark = '';
  #inLink = 0;
  #inTitle = false;

  constructor(byName: boolean) {
    this.#byName = byName;
  }

  say(text: string): void {
    const lane = this.#lane();
    const words = lettersOf(text);
    if (this.#inTitle) this.#title = `${this.#title ?? ''}${words}`;
    else if (lane === 'hidden') this.#hidden += words.trim().length;
    else if (lane !== 'unread') {
      this.#block += words;
      if (this.#inLink > 0) this.#linked += words.trim().length;
    }
  }

  begin(tag: Tag): void {
    const { name } = tag;
    this.#note(tag);
    if (LOOSE.has(name) && this.#open.at(-1)?.name === name) this.end(name);
    if (BLOCKS.has(name)) {
      this.#close();
      this.#mark = markOf(name);
    }
    if (name === 'a') {
      this.#inLink += 1;
      if (this.#lane() === 'beside') this.#close();
    }
    if (VOID.has(name) || tag.empty || this.#open.length >= DEEPEST) return;
    const above = this.#lane();
    const lane = this.#laneOf(tag, above);
    if (lane !== above) this.#close();
    this.#open.push({ name, lane });
  }

  end(name: string): void {
    if (name === 'title') this.#inTitle = false;
    if (name === 'a' && this.#inLink > 0) this.#inLink -= 1;
    const from = this.#open.findLastIndex((one) => one.name === name);
    if (from >= 0) {
      if (BLOCKS.has(name) || this.#open[from]?.lane !== this.#open[from - 1]?.lane) this.#close();
      this.#open.length = from;
    }
    if (BLOCKS.has(name)) this.#mark = '';
  }

  done(): PageWords {
    this.#close();
    return {
      title: oneLine(this.#title, 300),
      description: oneLine(this.#description, 1_000),
      lang: this.#lang,
      hidden: this.#hidden,
      scripts: this.#scripts,
      text: cutText(joined(this.#said.own), MOST_TEXT),
      beside: cutText(this.#said.beside.join('\n'), MOST_BESIDE),
    };
  }

  #lane(): Lane {
    return this.#open.at(-1)?.lane ?? 'own';
  }

  /** What is hidden or unread stays so within; what stands beside cannot become the page's own again. */
  #laneOf(tag: Tag, above: Lane): Lane {
    if (above === 'unread' || above === 'hidden') return above;
    if (UNREAD.has(tag.name)) return 'unread';
    if (isHidden(tag)) return 'hidden';
    return isApart(tag, this.#byName) ? 'beside' : above;
  }

  /** What a tag tells of the whole page. */
  #note({ name, attributes }: Tag): void {
    if (name === 'html') this.#lang = attributes.lang?.slice(0, 20) || null;
    if (name === 'meta' && /^(?:og:)?description$/i.test(attributes.name ?? attributes.property ?? '')) {
      this.#description ??= lettersOf(attributes.content ?? '').trim() || null;
    }
    if (name === 'script') this.#scripts += 1;
    // A picture has titles of its own.
    if (name === 'title' && this.#open.every((one) => one.name !== 'svg')) this.#inTitle = this.#title === null;
  }

  /** Ends the block that is open. */
  #close(): void {
    const words = this.#block.replace(/\s+/g, ' ').trim();
    const onlyLink = this.#linked >= words.length * 0.8 && words.length < SHORT_LINK && !this.#mark.startsWith('#');
    this.#block = '';
    this.#linked = 0;
    if (words === '') return;
    const where = this.#lane() === 'beside' || onlyLink ? 'beside' : 'own';
    // A banner that comes again and again is said once.
    const key = `${where} ${words.toLowerCase()}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.#said[where].push(where === 'own' ? `${this.#mark}${words}` : words);
  }
}

function markOf(block: string): string {
  if (/^h[1-6]$/.test(block)) return `${'#'.repeat(Number(block[1]))} `;
  return block === 'li' || block === 'dt' ? '- ' : '';
}

function oneLine(text: string | null, most: number): string | null {
  return cutText((text ?? '').replace(/\s+/g, ' ').trim(), most) || null;
}

/** Items of one list stand close, everything else apart. */
function joined(blocks: readonly string[]): string {
  let text = '';
  for (const [at, block] of blocks.entries()) {
    const close = block.startsWith('- ') && blocks[at - 1]?.startsWith('- ');
    text += at === 0 ? block : `${close ? '\n' : '\n\n'}${block}`;
  }
  return text;
}
