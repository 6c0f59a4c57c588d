/** A page of HTML to what it says itself, as Markdown, apart from its menus and footers and from what it hides. Pure; one pass. */
import { cutText } from '#core/text.ts';
import { lettersOf } from './letters.ts';
import { isApart, isHidden, type Tag, tagAt } from './tags.ts';

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

export function parsePage(html: string): PageWords {
  const page = read(html, true);
  // A page whose names mislead (a product that is a newsletter) is read without them.
  return page.beside.length > 500 && page.text.length < page.beside.length ? read(html, false) : page;
}

function read(html: string, byName: boolean): PageWords {
  const said = { own: [] as string[], beside: [] as string[] };
  const seen = new Set<string>();
  const open: { name: string; lane: Lane }[] = [];
  let title: string | null = null;
  let description: string | null = null;
  let lang: string | null = null;
  let [hidden, scripts, at] = [0, 0, 0];
  let block = '';
  let linked = 0;
  let inLink = 0;
  let mark = '';
  let inTitle = false;
  let nextClose = html.indexOf('>');
  const lane = (): Lane => open.at(-1)?.lane ?? 'own';

  const close = () => {
    const words = block.replace(/\s+/g, ' ').trim();
    const onlyLink = linked >= words.length * 0.8 && words.length < SHORT_LINK && !mark.startsWith('#');
    [block, linked] = ['', 0];
    if (words === '') return;
    const where = lane() === 'beside' || onlyLink ? 'beside' : 'own';
    // A banner that comes again and again is said once.
    const key = `${where} ${words.toLowerCase()}`;
    if (seen.has(key)) return;
    seen.add(key);
    said[where].push(where === 'own' ? `${mark}${words}` : words);
  };
  const say = (text: string) => {
    const where = lane();
    const words = lettersOf(text);
    if (inTitle) title = `${title ?? ''}${words}`;
    else if (where === 'hidden') hidden += words.trim().length;
    else if (where !== 'unread') {
      block += words;
      if (inLink > 0) linked += words.trim().length;
    }
  };
  const begin = (tag: Tag) => {
    const { name } = tag;
    if (name === 'html') lang = tag.attributes.lang?.slice(0, 20) || null;
    if (name === 'meta' && /^(?:og:)?description$/i.test(tag.attributes.name ?? tag.attributes.property ?? '')) {
      description ??= lettersOf(tag.attributes.content ?? '').trim() || null;
    }
    if (name === 'script') scripts += 1;
    if (name === 'title' && open.every((one) => one.name !== 'svg')) inTitle = title === null;
    if (LOOSE.has(name) && open.at(-1)?.name === name) end(name);
    if (BLOCKS.has(name)) {
      close();
      mark = /^h[1-6]$/.test(name) ? `${'#'.repeat(Number(name[1]))} ` : name === 'li' || name === 'dt' ? '- ' : '';
    }
    if (name === 'a') {
      inLink += 1;
      if (lane() === 'beside') close();
    }
    if (VOID.has(name) || tag.empty || open.length >= DEEPEST) return;
    const above = lane();
    const own: Lane = UNREAD.has(name) ? 'unread' : isHidden(tag) ? 'hidden' : isApart(tag, byName) ? 'beside' : above;
    const kept = above === 'unread' || above === 'hidden' || (above === 'beside' && own === 'own') ? above : own;
    if (kept !== above) close();
    open.push({ name, lane: kept });
  };
  const end = (name: string) => {
    if (name === 'title') inTitle = false;
    if (name === 'a' && inLink > 0) inLink -= 1;
    const from = open.findLastIndex((one) => one.name === name);
    if (from >= 0) {
      if (BLOCKS.has(name) || open[from]?.lane !== open[from - 1]?.lane) close();
      open.length = from;
    }
    if (BLOCKS.has(name)) mark = '';
  };

  while (at < html.length) {
    const from = html.indexOf('<', at);
    say(html.slice(at, from < 0 ? html.length : from));
    if (from < 0) break;
    if (html.startsWith('<!--', from)) {
      const to = html.indexOf('-->', from + 4);
      at = to < 0 ? html.length : to + 3;
      continue;
    }
    if (nextClose >= 0 && nextClose < from) nextClose = html.indexOf('>', from);
    const tag = tagAt(html, from, nextClose);
    if (tag === null) {
      say('<');
      at = from + 1;
      continue;
    }
    at = tag.to;
    if (tag.closing) end(tag.name);
    else {
      begin(tag);
      // The text of these is no markup: it ends where they do.
      if (!tag.empty && /^(?:script|style|title|textarea|noscript)$/.test(tag.name)) at = rawEnd(html, tag, say);
    }
  }
  close();
  return {
    ...{ title: oneLine(title, 300), description: oneLine(description, 1_000), lang, hidden, scripts },
    text: cutText(joined(said.own), MOST_TEXT),
    beside: cutText(said.beside.join('\n'), MOST_BESIDE),
  };
}

function rawEnd(html: string, { name, to }: Tag, say: (text: string) => void): number {
  const end = new RegExp(`</${name}`, 'gi');
  end.lastIndex = to;
  const found = end.exec(html)?.index ?? html.length;
  if (name === 'title') say(html.slice(to, found));
  return found;
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
