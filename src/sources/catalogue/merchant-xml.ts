/** Google Merchant's XML feed (RSS 2.0 or Atom): its items, read by a scanner that knows no entities of a document's own. */
import { decoded } from '../xml.ts';
import { type Entry, MOST_PRODUCTS, priceOf, type Shelf, wordsIn } from './entry.ts';
import { fieldName, isPicture, pictureName } from './fields.ts';

const DEEPEST = 32;

export function readMerchantXml(text: string): Shelf | { readonly flaw: string } {
  // A feed needs no document type; one that brings it may define entities that unfold without end or name files.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) return { flaw: 'it declares a document type, which a feed never needs' };
  const read = itemsOf(text);
  if ('flaw' in read) return read;
  const entries: Entry[] = [];
  const refused: { row: number; reason: string }[] = [];
  const fields = new Set<string>();
  for (const [index, values] of read.items.entries()) {
    const id = values.get('id') ?? '';
    if (id === '') refused.push({ row: index + 1, reason: 'the item has no id' });
    else if (entries.length >= MOST_PRODUCTS) {
      refused.push({ row: index + 1, reason: `it is beyond ${MOST_PRODUCTS} products` });
      break;
    } else {
      values.delete('id');
      for (const name of values.keys()) fields.add(name);
      entries.push({
        ...{ id: id.slice(0, 200), title: values.get('title') ?? id, values },
        price: priceOf(values.get('price') ?? ''),
      });
    }
  }
  return { entries, fields, refused };
}

type Items = { readonly items: readonly Map<string, string>[] } | { readonly flaw: string };

/** The children of each `<item>` or `<entry>`; repeated ones are joined, deeper ones are their parent's text. */
function itemsOf(text: string): Items {
  const items: Map<string, string>[] = [];
  const open: string[] = [];
  let item: { readonly depth: number; readonly values: Map<string, string> } | null = null;
  let said = '';
  let at = 0;
  let seen = false;
  while (at < text.length) {
    const tag = text.indexOf('<', at);
    const piece = text.slice(at, tag === -1 ? text.length : tag);
    if (item && open.length > item.depth) said += decoded(piece);
    if (tag === -1) break;
    if (text.startsWith('<![CDATA[', tag)) {
      const end = text.indexOf(']]>', tag);
      if (end === -1) return { flaw: 'it ends in the middle' };
      if (item && open.length > item.depth) said += text.slice(tag + 9, end);
      at = end + 3;
      continue;
    }
    const [from, close] = text.startsWith('<!--', tag) ? [tag + 4, '-->'] : [tag, '>'];
    const end = text.indexOf(close, from);
    if (end === -1) return { flaw: 'it ends in the middle' };
    at = end + close.length;
    if (text[tag + 1] === '!' || text[tag + 1] === '?') continue;
    const name = /^<\/?([^\s/>]{1,100})/.exec(text.slice(tag, tag + 110))?.[1] ?? '';
    if (name === '') return { flaw: 'a tag in it has no name' };
    seen = true;
    if (text[tag + 1] === '/') {
      if (open.pop() !== name) return { flaw: 'a tag in it is closed that was not opened last' };
      if (item && open.length === item.depth) {
        keep(item.values, name, said);
        said = '';
      } else if (item && open.length < item.depth) {
        items.push(item.values);
        item = null;
      } else if (item) said += ' ';
      continue;
    }
    if (text[end - 1] === '/') continue;
    open.push(name);
    if (open.length > DEEPEST) return { flaw: `its tags stand more than ${DEEPEST} deep` };
    if (!item && /^(?:\w+:)?(?:item|entry)$/i.test(name)) {
      item = { depth: open.length, values: new Map() };
      said = '';
    }
  }
  if (open.length > 0) return { flaw: 'it ends in the middle' };
  return seen ? { items } : { flaw: 'it holds no tags' };
}

function keep(values: Map<string, string>, tag: string, said: string): void {
  const name = fieldName(tag);
  const text = wordsIn(said);
  if (text === '') return;
  const told = isPicture(name) ? pictureName(text) : text;
  const known = values.get(name);
  if (known === undefined) values.set(name, told);
  else if (known.length < 10_000) values.set(name, `${known}; ${told}`);
}
