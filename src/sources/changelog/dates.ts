/** Dates as headings write them. What `02/03/2024` means is left open here (see date-order.ts). */

export interface FoundDate {
  readonly year: number;
  /** 1–12, or null where first and second could be either. */
  readonly month: number | null;
  /** null where only a month is named. */
  readonly day: number | null;
  /** `first/second/year` as written, when the order is not known. */
  readonly pair?: readonly [first: number, second: number];
  readonly start: number;
  readonly end: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';

type Read = (groups: string[]) => Omit<FoundDate, 'start' | 'end'>;

const FORMS: readonly (readonly [RegExp, Read])[] = [
  [/(?<![\d.])(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/, ([y, m, d]) => whole(y, m, d)],
  // A dot is a date's only with both parts in two digits; 1.2.2024 may be a version.
  [/(?<![\d.])(\d{2})\.(\d{2})\.((?:19|20)\d{2})(?![\d.])/, ([d, m, y]) => whole(y, m, d)],
  [/(?<![\d.])(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?![\d.])/, ([a, b, y]) => either(Number(a), Number(b), y)],
  [new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, 'i'), ([m, d, y]) => whole(y, named(m), d)],
  [
    new RegExp(`(?<![\\d.])(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]${MONTH},?[ -](\\d{4})\\b`, 'i'),
    ([d, m, y]) => whole(y, named(m), d),
  ],
  [new RegExp(`\\b${MONTH},? (\\d{4})\\b`, 'i'), ([m, y]) => ({ year: Number(y), month: Number(named(m)), day: null })],
];

/** The first date of the most telling form; null when there is none. Text is cut before (LONGEST_HEADING). */
export function findDate(text: string): FoundDate | null {
  for (const [form, read] of FORMS) {
    const match = form.exec(text);
    if (match) return { ...read(match.slice(1)), start: match.index, end: match.index + match[0].length };
  }
  return null;
}

/** `2021.12.17` as a version names its own day; `2024.1.2` does not. */
export function dateOfVersion(version: string): FoundDate | null {
  const match = /^(20\d{2})\.(\d{2})\.(\d{2})(?![\d])/.exec(version);
  return match ? { ...whole(match[1], match[2], match[3]), start: 0, end: 0 } : null;
}

/** ms UTC at midnight; null for a day that does not exist, such as 31 February. A month alone is its first day. */
export function toTime(date: FoundDate, dayFirst = false): number | null {
  let { month, day } = date;
  if (date.pair) [day, month] = dayFirst ? date.pair : [date.pair[1], date.pair[0]];
  if (month === null || month < 1 || month > 12) return null;
  const time = Date.UTC(date.year, month - 1, day ?? 1);
  const back = new Date(time);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === (day ?? 1) ? time : null;
}

function whole(year = '', month = '', day = ''): Omit<FoundDate, 'start' | 'end'> {
  return { year: Number(year), month: Number(month), day: Number(day) };
}

function either(first: number, second: number, year = ''): Omit<FoundDate, 'start' | 'end'> {
  return { year: Number(year) + (year.length === 2 ? 2000 : 0), month: null, day: null, pair: [first, second] };
}

function named(month = ''): string {
  return String(MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1);
}
