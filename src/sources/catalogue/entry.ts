/** One product as a snapshot of a catalogue shows it, whatever format it came in. */

export interface Entry {
  readonly id: string;
  /** What customers read on it. */
  readonly title: string;
  /** By field name, as compared: text in one line, pictures by their file name. Only fields that say something. */
  readonly values: ReadonlyMap<string, string>;
  readonly price: number | null;
}

export interface Snapshot {
  /** Midnight UTC of its day. */
  readonly at: number;
  readonly entries: ReadonlyMap<string, Entry>;
  /** Every field that this snapshot tells at all: one that it leaves out has not changed. */
  readonly fields: ReadonlySet<string>;
}

/** What one file holds before it is known of which day it is. */
export interface Shelf {
  readonly entries: readonly (Entry & { readonly day?: number })[];
  readonly fields: ReadonlySet<string>;
  readonly refused: readonly { readonly row: number; readonly reason: string }[];
}

export const MOST_PRODUCTS = 100_000;
const LONGEST_VALUE = 20_000;

/** One line, its white space single, so that only words count. */
export function wordsIn(text: string): string {
  return text.slice(0, LONGEST_VALUE).replace(/\s+/g, ' ').trim();
}

/** `12,50 EUR`, `$1,299.00`, `1.299,00 €`; null where it is no number. */
export function priceOf(text: string): number | null {
  const digits = /\d[\d.,' ]{0,20}/.exec(text.slice(0, 60))?.[0].replace(/[' ]/g, '').replace(/[.,]$/, '') ?? '';
  if (digits === '') return null;
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  const cents = digits.length - last - 1;
  // Three digits behind the only mark are thousands, not a fraction.
  const whole = last === -1 || (cents === 3 && digits.indexOf(digits[last] ?? '') === last);
  const plain = whole
    ? digits.replace(/[.,]/g, '')
    : `${digits.slice(0, last).replace(/[.,]/g, '')}.${digits.slice(last + 1)}`;
  const price = Number(plain);
  return Number.isFinite(price) ? price : null;
}
