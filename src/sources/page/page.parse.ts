/** A page of HTML to what it says itself, as Markdown, apart from its menus and footers and from what it hides. Pure; one pass. */
import { PageReader, type PageWords } from './page-reader.ts';
import { type Tag, tagAt } from './tags.ts';

/** The text of these is no markup: it ends where they do. */
const RAW = new Set(['script', 'style', 'title', 'textarea', 'noscript']);

export function parsePage(html: string): PageWords {
  const page = read(html, true);
  // A page whose names mislead (a product that is a newsletter) is read without them.
  return page.beside.length > 500 && page.text.length < page.beside.length ? read(html, false) : page;
}

function read(html: string, byName: boolean): PageWords {
  const page = new PageReader(byName);
  let at = 0;
  let nextClose = html.indexOf('>');
  while (at < html.length) {
    const from = html.indexOf('<', at);
    page.say(html.slice(at, from < 0 ? html.length : from));
    if (from < 0) break;
    if (html.startsWith('<!--', from)) {
      const to = html.indexOf('-->', from + 4);
      at = to < 0 ? html.length : to + 3;
      continue;
    }
    if (nextClose >= 0 && nextClose < from) nextClose = html.indexOf('>', from);
    const tag = tagAt(html, from, nextClose);
    if (tag === null) {
      page.say('<');
      at = from + 1;
      continue;
    }
    at = tag.to;
    if (tag.closing) page.end(tag.name);
    else {
      page.begin(tag);
      if (!tag.empty && RAW.has(tag.name)) at = rawEnd(html, tag, (text) => page.say(text));
    }
  }
  return page.done();
}

function rawEnd(html: string, { name, to }: Tag, say: (text: string) => void): number {
  const end = new RegExp(`</${name}`, 'gi');
  end.lastIndex = to;
  const found = end.exec(html)?.index ?? html.length;
  if (name === 'title') say(html.slice(to, found));
  return found;
}
