/** Atom (RFC 4287), RSS 2.0 and its elders, to entries. Pure. */
import { htmlWords } from '../mail/html-words.ts';
import { withoutMarkup } from '../table/markup.ts';
import { elementsIn, markupOf, readXml, textOf, type XmlElement, XmlFlaw } from '../xml.ts';
import { feedTime } from './dates.ts';
import { addressOf, type Entry, type Feed, MOST_ENTRIES, wordsIn } from './entry.ts';

const ATOM = 'http://www.w3.org/2005/Atom';
const CONTENT = 'http://purl.org/rss/1.0/modules/content/';
const DUBLIN_CORE = 'http://purl.org/dc/elements/1.1/';
/** RSS has no namespace of its own but in version 1. */
const RSS = ['', 'http://purl.org/rss/1.0/', 'http://backend.userland.com/rss2'];

/** Null where it is no feed. */
export function readXmlFeed(text: string, at: string | null): Feed | { readonly flaw: string } | null {
  const items: XmlElement[] = [];
  try {
    const walk = readXml(text, (one) => isEntry(one));
    for (let next = walk.next(); ; next = walk.next()) {
      if (next.done) return feedOf(next.value, items, at);
      if (items.length < MOST_ENTRIES) items.push(next.value);
    }
  } catch (error) {
    if (error instanceof XmlFlaw) return { flaw: error.message };
    throw error;
  }
}

function isEntry({ local, space, parent }: XmlElement): boolean {
  if (local === 'entry') return space === ATOM && parent?.local === 'feed';
  return local === 'item' && RSS.includes(space) && (parent?.local === 'channel' || parent?.local === 'RDF');
}

function feedOf(root: XmlElement, items: readonly XmlElement[], at: string | null): Feed | null {
  if (root.local === 'feed' && root.space === ATOM) {
    const home = linkIn(root, ['alternate', null], at);
    const own = linkIn(root, ['self'], at) ?? home;
    const bases = [at, own, home];
    return { form: 'Atom', title: textIn(root, ATOM, 'title'), own, entries: items.map((one) => atom(one, bases)) };
  }
  if (root.local !== 'rss' && root.local !== 'RDF') return null;
  const channel = elementsIn(root).find(({ local }) => local === 'channel');
  // Jira exports its issues as an RSS of its own kind.
  const isTracker = items.some((item) => childOf(item, '', 'key') !== null && childOf(item, '', 'summary') !== null);
  if (channel === undefined || isTracker) return null;
  const home = addressOf(textIn(channel, RSS, 'link'), [at]);
  const own = linkIn(channel, ['self'], at) ?? home;
  const lang = textIn(channel, RSS, 'language');
  const entries = items.map((one) => rss(one, [at, own, home], lang));
  return { form: 'RSS', title: textIn(channel, RSS, 'title'), own, entries };
}

function atom(entry: XmlElement, bases: readonly (string | null)[]): Entry {
  const content = childOf(entry, ATOM, 'content');
  const said = content !== null && !content.attributes.has('src') ? content : childOf(entry, ATOM, 'summary');
  const updated = feedTime(textIn(entry, ATOM, 'updated'));
  const author = childOf(entry, ATOM, 'author') ?? authorAbove(entry);
  const id = textIn(entry, ATOM, 'id');
  return {
    ...{ id, row: entry.line, lang: langOf(entry), changedAt: updated },
    at: feedTime(textIn(entry, ATOM, 'published')) ?? updated,
    title: wordsIn(constructIn(childOf(entry, ATOM, 'title'))),
    body: constructIn(said),
    url: linkIn(entry, ['alternate', null], ...bases) ?? addressOf(id, []),
    author: author === null ? null : { name: textIn(author, ATOM, 'name'), email: textIn(author, ATOM, 'email') },
    labels: elementsIn(entry).flatMap((one) => {
      const { attributes } = one;
      return is(one, ATOM, 'category') ? (attributes.get('label') ?? attributes.get('term') ?? []) : [];
    }),
  };
}

function rss(item: XmlElement, bases: readonly (string | null)[], lang: string | null): Entry {
  const guid = childOf(item, RSS, 'guid');
  const about = [...item.attributes].find(([name]) => name.endsWith(':about'))?.[1] ?? null;
  const permanent = guid !== null && guid.attributes.get('isPermaLink') !== 'false' ? textIn(item, RSS, 'guid') : null;
  const link = textIn(item, RSS, 'link');
  const whole = childOf(item, CONTENT, 'encoded') ?? childOf(item, RSS, 'description');
  const updated = feedTime(textIn(item, ATOM, 'updated'));
  return {
    ...{ id: textIn(item, RSS, 'guid') ?? about, row: item.line, lang, changedAt: updated },
    at: feedTime(textIn(item, RSS, 'pubDate')) ?? feedTime(textIn(item, DUBLIN_CORE, 'date')) ?? updated,
    title: titleOf(childOf(item, RSS, 'title')),
    body: plainOf(whole),
    url:
      addressOf(link, [baseOf(item), ...bases]) ??
      linkIn(item, ['alternate', null], ...bases) ??
      addressOf(permanent, []),
    author: personOf(textIn(item, RSS, 'author') ?? textIn(item, DUBLIN_CORE, 'creator')),
    labels: elementsIn(item).flatMap((one) => (is(one, RSS, 'category') ? (wordsIn(textOf(one)) ?? []) : [])),
  };
}

/** `ann@acme.example (Ann)`, `Ann <ann@acme.example>`, or a name. */
function personOf(written: string | null): Entry['author'] {
  if (written === null) return null;
  const email = /[^\s@<>()]{1,64}@[^\s@<>()]{1,190}/.exec(written)?.[0] ?? null;
  const name = wordsIn((email === null ? written : written.replace(email, ' ')).replace(/[<>()]/g, ' '));
  return { name, email };
}

/** A text as it is, HTML that was written as text, or markup itself (RFC 4287, 3.1). */
function constructIn(element: XmlElement | null): string | null {
  if (element === null) return null;
  const type = (element.attributes.get('type') ?? 'text').toLowerCase();
  if (type === 'text' || type === 'text/plain') return textOf(element).trim() || null;
  if (type === 'html' || type === 'text/html') return htmlWords(textOf(element)) || null;
  return type === 'xhtml' || type.endsWith('xml') ? htmlWords(markupOf(element)) || null : null;
}

/** RSS does not tell whether a text is HTML; some write it as markup. */
function plainOf(element: XmlElement | null): string | null {
  if (element === null) return null;
  const said = elementsIn(element).length > 0 ? markupOf(element) : textOf(element);
  return (/[<&]/.test(said) ? htmlWords(said) : said.trim()) || null;
}

/** Some hold HTML, most a text in which `<` is only a sign. */
function titleOf(element: XmlElement | null): string | null {
  return element === null ? null : wordsIn(withoutMarkup(textOf(element)));
}

function is({ local, space }: XmlElement, wanted: string | readonly string[], name: string): boolean {
  return local === name && (typeof wanted === 'string' ? space === wanted : wanted.includes(space));
}

function childOf(element: XmlElement, space: string | readonly string[], name: string): XmlElement | null {
  return elementsIn(element).find((one) => is(one, space, name)) ?? null;
}

function textIn(element: XmlElement, space: string | readonly string[], name: string): string | null {
  const child = childOf(element, space, name);
  return child === null ? null : wordsIn(textOf(child));
}

/** The first of Atom's links with one of these relations; null is a link without one. */
function linkIn(
  element: XmlElement,
  relations: readonly (string | null)[],
  ...bases: readonly (string | null)[]
): string | null {
  const link = elementsIn(element).find(
    (one) => is(one, ATOM, 'link') && relations.includes(one.attributes.get('rel') ?? null),
  );
  return link === undefined ? null : addressOf(link.attributes.get('href') ?? null, [baseOf(link), ...bases]);
}

/** `xml:base`, each against that of the element around it. */
function baseOf(element: XmlElement): string | null {
  const bases: string[] = [];
  for (let one: XmlElement | null = element; one !== null; one = one.parent) {
    const base = one.attributes.get('xml:base');
    if (base !== undefined) bases.unshift(base);
  }
  return bases.reduce<string | null>((outer, base) => URL.parse(base, outer ?? undefined)?.href ?? outer, null);
}

function langOf(element: XmlElement): string | null {
  for (let one: XmlElement | null = element; one !== null; one = one.parent) {
    const lang = one.attributes.get('xml:lang');
    if (lang) return lang;
  }
  return null;
}

function authorAbove({ parent }: XmlElement): XmlElement | null {
  return parent === null ? null : childOf(parent, ATOM, 'author');
}
