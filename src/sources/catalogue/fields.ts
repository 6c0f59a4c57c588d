/** Which part of a product a field tells of: what it is, how it looks and is told, what it costs, or nothing of it. */
import { anyOf } from '#core/any-of.ts';

export type Part = 'substance' | 'appearance' | 'price' | 'aside';

export interface Parts {
  readonly substance: readonly string[];
  readonly appearance: readonly string[];
  readonly aside: readonly string[];
}

/** Name, picture, packaging, and the words about it. */
const APPEARANCE = new RegExp(
  `^${anyOf(
    // Its words.
    /name|title|short_?title|headline|sub_?title|tag_?line|slogan|claims?/,
    /descriptions?|short_description|long_description|body|body_html|(?:product_)?highlights?/,
    // Its pictures.
    /(?:\w+_)?(?:image|picture|photo|artwork|video)s?(?:_(?:link|url|src|alt))*/,
    // What it comes in.
    /(?:\w+_)?(?:can|bottle|label|packaging|pack(?:_design)?|box|wrapper|design|cover|sleeve|logo|badge|theme)/,
    /colou?r|pattern/,
  )}$`,
);

const PRICE = /^(?:(?:\w+_)?price(?:_\w+)?|rrp|msrp|cost|compare_at(?:_price)?|amount)$/;

/** What a shop keeps for itself: numbers, stock, taxes, categories, dates, addresses. */
const ASIDE = new RegExp(
  `^${anyOf(
    // Numbers and addresses.
    /id|item_?id|product_?id|variant_?id|sku|gtin\d*|ean\d*|upc|mpn|isbn\d*|barcode|handle|slug|(?:\w+_)?links?|(?:\w+_)?url/,
    // Whose it is and which shelf it stands on.
    /vendor|supplier|brand|tags?|(?:\w+_)?categor(?:y|ies)|product_?type/,
    /google_product_\w+|item_group_\w+|custom_label_\d/,
    // Whether it can be had.
    /availability\w*|available|stock|inventory\w*|quantity|status|condition|identifier_exists/,
    // Where to, and under which law.
    /tax\w*|vat|currency|country|lang(?:uage)?|adult|is_bundle/,
    /shipping\w*|ships_\w+|delivery\w*|min_handling_time|max_handling_time/,
    // Since when, and how it goes.
    /expiration_date|(?:\w+_)?(?:date|day|at)|as_of|snapshot/,
    /(?:sales?|units?)_\w+|rank|position|sort\w*|rating|reviews?|published|notes?|comments?/,
  )}$`,
);

/** As fields are compared: `Image link`, `g:image_link` and `imageLink` are one. */
export function fieldName(written: string): string {
  return written
    .trim()
    .replace(/^g:/, '')
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[\s\-./]+/g, '_')
    .slice(0, 100);
}

/** What nothing else claims is the product's own: its recipe, size, material. What the user says comes first. */
export function partOf(field: string, told: Parts): Part {
  if (told.substance.includes(field)) return 'substance';
  if (told.appearance.includes(field)) return 'appearance';
  if (told.aside.includes(field)) return 'aside';
  if (PRICE.test(field)) return 'price';
  if (APPEARANCE.test(field)) return 'appearance';
  return ASIDE.test(field) || field === '' ? 'aside' : 'substance';
}

/** Fields that many different products share: alike in these alone, two products are not the same in another dress. */
const GENERAL =
  /^(?:size\w*|weight\w*|\w*_weight|grams|volume\w*|\w*_ml|gender|age_group|material|unit\w*|options|variants|type|kind|range|line)$/;

export function isTelling(field: string): boolean {
  return !GENERAL.test(field);
}

export function isPicture(field: string): boolean {
  return /(?:image|picture|photo|artwork|video)/.test(field);
}

/** A picture that moves to another server is the same picture: its file name tells it. */
export function pictureName(value: string): string {
  return value
    .split(/[\s,]+/)
    .map((address) => address.split(/[?#]/)[0]?.split('/').pop() ?? '')
    .filter((name) => name !== '')
    .join(' ');
}
