/** A catalogue as a table with an id: CSV, TSV, Google Merchant's text feed. One row a product; a column may hold the day. */
import { readTable } from '#core/separated.ts';
import { readDays } from '#core/written-days.ts';
import { type Entry, MOST_PRODUCTS, priceOf, type Shelf, wordsIn } from './entry.ts';
import { fieldName, isPicture, pictureName } from './fields.ts';

const IDS = ['id', 'item_id', 'product_id', 'sku', 'article', 'article_number', 'handle', 'gtin', 'ean'];
const TITLES = ['title', 'name', 'product', 'product_name', 'item'];

export interface Columns {
  /** The column that holds the id, where it has another name. */
  readonly id: string | null;
  /** The column that holds the day of the row's snapshot. */
  readonly date: string | null;
}

/** Null where it is no table, or has no column that could be an id or day. */
export function readTableShelf(text: string, columns: Columns): Shelf | { readonly flaw: string } {
  const table = readTable(text);
  if (table === null || table.header.length < 2) return { flaw: 'it is no table' };
  const names = table.header.map(fieldName);
  const wantedId = columns.id === null ? null : fieldName(columns.id);
  const id = wantedId === null ? firstOf(names, IDS) : names.indexOf(wantedId);
  if (id < 0) return { flaw: `it has no column called ${columns.id ?? 'id, sku or handle'}` };
  const date = columns.date === null ? -1 : names.indexOf(fieldName(columns.date));
  if (columns.date !== null && date < 0) return { flaw: `it has no column called ${columns.date}` };
  const title = firstOf(names, TITLES);
  const days = date < 0 ? [] : readDays(table.rows.map(({ cells }) => cells[date] ?? ''));
  const entries: (Entry & { day?: number })[] = [];
  const refused: { row: number; reason: string }[] = [];
  for (const [index, { line, cells }] of table.rows.entries()) {
    const own = (cells[id] ?? '').trim();
    const day = days[index];
    if (own === '') refused.push({ row: line, reason: 'it has no id' });
    else if (date >= 0 && (day === null || day === undefined)) {
      refused.push({ row: line, reason: 'its day is not one, or could be two: write it as 2025-03-01' });
    } else if (cells.length > names.length) refused.push({ row: line, reason: 'it has more cells than the header' });
    else if (entries.length >= MOST_PRODUCTS) {
      refused.push({ row: line, reason: `it is beyond ${MOST_PRODUCTS} products` });
      break;
    } else entries.push({ ...entryOf(own, names, cells, { id, date, title }), ...(day ? { day } : {}) });
  }
  const fields = names.filter((name, at) => name !== '' && at !== id && at !== date);
  return { entries, fields: new Set(fields), refused };
}

function entryOf(
  id: string,
  names: readonly string[],
  cells: readonly string[],
  at: { readonly id: number; readonly date: number; readonly title: number },
): Entry {
  const values = new Map<string, string>();
  let price: number | null = null;
  for (const [column, name] of names.entries()) {
    const cell = wordsIn(cells[column] ?? '');
    if (column === at.id || column === at.date || name === '' || cell === '') continue;
    values.set(name, isPicture(name) ? pictureName(cell) : cell);
    if (name === 'price') price = priceOf(cell);
  }
  return { id: id.slice(0, 200), title: (cells[at.title] ?? '').trim() || id, values, price };
}

function firstOf(names: readonly string[], wanted: readonly string[]): number {
  const found = wanted.find((name) => names.includes(name));
  return found === undefined ? -1 : names.indexOf(found);
}
