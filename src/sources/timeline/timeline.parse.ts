/** Dated lines to what changed: which column is the day, the product, the words and the kind is told by what stands in them. Pure. */
import { type DayOrder, DayOrders, timeOf } from '../table/times.ts';

export type LineKind = 'substance' | 'appearance' | 'price' | 'message' | 'service';

export interface Line {
  readonly row: number;
  readonly at: number;
  readonly product: string | null;
  readonly what: string;
  readonly kind: LineKind;
}

export interface CellRow {
  readonly row: number;
  readonly cells: readonly string[];
}

export interface ReadLines {
  readonly lines: readonly Line[];
  readonly refused: readonly { readonly row: number; readonly reason: string }[];
}

/** English, German, French: what a word begins with. */
const KINDS: readonly (readonly [LineKind, RegExp])[] = [
  [
    'substance',
    /^(?:substan|product|recipe|feature|core|formula|function|produkt|rezept|funktion|inhalt|produit|recette|fond)/i,
  ],
  [
    'appearance',
    /^(?:appear|look|design|pack|picture|name|label|colou?r|ausse|verpack|optik|gestalt|apparen|emballage|aspect)/i,
  ],
  ['price', /^(?:pric|tariff|preis|prix|tarif)/i],
  [
    'message',
    /^(?:messag|advert|ad$|ads$|market|campaign|claim|announce|post$|botschaft|werb|kampagn|kommunik|publicit|communic|annonce)/i,
  ],
  ['service', /^(?:servic|support|help|answer|repl|kundendienst|hilfe|antwort|assistance|aide)/i],
];

function kindOf(word: string): LineKind | null {
  const text = word.trim();
  return text.length > 40 ? null : (KINDS.find(([, starts]) => starts.test(text))?.[0] ?? null);
}

interface Columns {
  readonly day: number;
  readonly kind: number;
  readonly what: number;
  readonly product: number | null;
}

/** Most of its cells must say so: a heading, and one slip, do not. */
const MOST = 0.6;

/** Null where no column holds days or none holds kinds: it is no timeline. */
function columnsIn(rows: readonly CellRow[], order: DayOrder): Columns | null {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const share = (at: number, holds: (cell: string) => boolean) =>
    rows.filter(({ cells }) => holds(cells[at] ?? '')).length / rows.length;
  const all = Array.from({ length: width }, (_, at) => at);
  const best = (candidates: readonly number[], holds: (cell: string) => boolean) =>
    candidates
      .map((at) => ({ at, share: share(at, holds) }))
      .filter((one) => one.share >= (rows.length < 3 ? 0.5 : MOST))
      .sort((one, other) => other.share - one.share || one.at - other.at)[0]?.at;
  const day = best(all, (cell) => timeOf(cell, order) !== null);
  if (day === undefined) return null;
  // The last column of kinds: a product may be called “Design”.
  const kind = best(all.filter((at) => at !== day).reverse(), (cell) => kindOf(cell) !== null);
  if (kind === undefined) return null;
  const rest = all.filter((at) => at !== day && at !== kind);
  const letters = (at: number) => rows.reduce((sum, { cells }) => sum + (cells[at] ?? '').trim().length, 0);
  const what = rest.toSorted((one, other) => letters(other) - letters(one))[0];
  if (what === undefined || letters(what) === 0) return null;
  return { day, kind, what, product: rest.find((at) => at !== what && letters(at) > 0) ?? null };
}

/** `usual` is taken where nothing shows whether the day or the month comes first. */
export function parseLines(rows: readonly CellRow[], usual: DayOrder, said: DayOrder | undefined): ReadLines | null {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const columns =
    columnsIn(filled, said ?? usual) ?? columnsIn(filled, usual === 'day-first' ? 'month-first' : 'day-first');
  if (columns === null) return null;
  const orders = new DayOrders();
  for (const { cells } of filled) orders.see(cells[columns.day] ?? '');
  const order = said ?? orders.decided(usual)?.order ?? usual;
  const lines: Line[] = [];
  const refused: { row: number; reason: string }[] = [];
  for (const [place, { row, cells }] of filled.entries()) {
    const at = timeOf(cells[columns.day] ?? '', order);
    const kind = kindOf(cells[columns.kind] ?? '');
    const what = (cells[columns.what] ?? '').trim();
    // Titles and headings above the first line.
    if (at === null && (place === 0 || (lines.length === 0 && kind === null))) continue;
    if (at === null) refused.push({ row, reason: 'its day is none that can be read' });
    else if (kind === null)
      refused.push({ row, reason: 'its kind is not substance, appearance, price, message or service' });
    else if (what === '') refused.push({ row, reason: 'it does not say what changed' });
    else {
      const product = columns.product === null ? '' : (cells[columns.product] ?? '').trim();
      lines.push({ row, at, product: product || null, what, kind });
    }
  }
  return { lines, refused };
}
