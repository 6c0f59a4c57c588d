/** A catalogue as JSON: Shopify's `products.json`, or any list of flat objects with an id. */
import type { Json, JsonObject } from '#core/json.ts';
import { type Entry, MOST_PRODUCTS, priceOf, type Shelf, wordsIn } from './entry.ts';
import { fieldName, isPicture, pictureName } from './fields.ts';

const MOST_FIELDS = 500;

/** Tags within a word or sentence part nothing. */
const INLINE = /<\/?(?:a|b|i|u|em|strong|span|small|sup|sub|mark)\b[^<>]{0,2000}>/gi;

export function readJsonShelf(text: string): Shelf | { readonly flaw: string } {
  let value: Json;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, '')) as Json;
  } catch {
    return { flaw: 'it is not JSON' };
  }
  const list = Array.isArray(value) ? value : isObject(value) ? (value.products ?? value.items) : null;
  if (!Array.isArray(list)) return { flaw: 'it holds no list of products' };
  const entries: Entry[] = [];
  const refused: { row: number; reason: string }[] = [];
  const fields = new Set<string>();
  for (const [index, item] of list.slice(0, MOST_PRODUCTS).entries()) {
    const id = isObject(item) ? (item.id ?? item.sku ?? item.handle) : null;
    if (!isObject(item) || (typeof id !== 'string' && typeof id !== 'number') || `${id}`.trim() === '') {
      refused.push({ row: index + 1, reason: 'it has no id' });
      continue;
    }
    const entry = Array.isArray(item.variants) ? shopify(`${id}`, item, item.variants) : flat(`${id}`, item);
    for (const name of entry.values.keys()) fields.add(name);
    entries.push(entry);
  }
  if (list.length > MOST_PRODUCTS) {
    refused.push({ row: MOST_PRODUCTS + 1, reason: `it is beyond ${MOST_PRODUCTS} products` });
  }
  return { entries, fields, refused };
}

function flat(id: string, item: JsonObject): Entry {
  const values = new Map<string, string>();
  let price: number | null = null;
  for (const [key, value] of Object.entries(item).slice(0, MOST_FIELDS)) {
    const name = fieldName(key);
    if (name === 'id') continue;
    const text = wordsIn(textOf(value));
    if (text === '') continue;
    values.set(name, isPicture(name) ? pictureName(text) : text);
    if (name === 'price') price = priceOf(text);
  }
  const title = values.get('title') ?? values.get('name') ?? id;
  return { id: id.slice(0, 200), title, values, price };
}

/** What one can choose (options), what one gets (variants, weights), how it is shown, what the cheapest costs. */
function shopify(id: string, item: JsonObject, variants: readonly Json[]): Entry {
  const kinds = variants.filter(isObject);
  const images = Array.isArray(item.images) ? item.images.filter(isObject) : [];
  const options = Array.isArray(item.options) ? item.options : [];
  const told: [string, string][] = [
    ['title', textOf(item.title ?? '')],
    [
      'description',
      textOf(item.body_html ?? '')
        .replace(INLINE, '')
        .replace(/<[^<>]{0,2000}>/g, ' '),
    ],
    ['product_type', textOf(item.product_type ?? '')],
    ['options', options.map(optionOf).sort().join('; ')],
    [
      'variants',
      kinds
        .map((kind) => textOf(kind.title ?? ''))
        .sort()
        .join('; '),
    ],
    ['grams', [...new Set(kinds.map((kind) => textOf(kind.grams ?? '')))].sort().join('; ')],
    [
      'images',
      images
        .map((image) => pictureName(textOf(image.src ?? '')))
        .sort()
        .join(' '),
    ],
  ];
  const prices = kinds.flatMap((kind) => priceOf(textOf(kind.price ?? '')) ?? []);
  const price = prices.length === 0 ? null : prices.reduce((least, one) => Math.min(least, one));
  const values = new Map(told.map(([name, text]) => [name, wordsIn(text)] as const).filter(([, text]) => text !== ''));
  if (price !== null) values.set('price', String(price));
  return { id: id.slice(0, 200), title: values.get('title') ?? id, values, price };
}

function optionOf(option: Json): string {
  if (!isObject(option)) return textOf(option);
  const values = Array.isArray(option.values) ? option.values.map(textOf).sort().join(', ') : '';
  return `${textOf(option.name ?? '')}: ${values}`;
}

function textOf(value: Json): string {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
