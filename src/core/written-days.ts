/** Days as people write them in tables and file names, to midnight UTC. `03/04/2025` is told by the rest of its column. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LONGEST = 60;

/** What a text names: a day, or two numbers whose order is not known. */
type Written = { readonly at: number } | { readonly pair: readonly [first: number, second: number, year: number] };

/** One answer for each text: ms UTC, or null where it is no day that exists, or could be two. */
export function readDays(texts: readonly string[]): readonly (number | null)[] {
  const written = texts.map((text) => readWritten(text.trim()));
  let [dayFirst, monthFirst] = [false, false];
  for (const one of written) {
    if (one === null || 'at' in one) continue;
    if (one.pair[0] > 12) dayFirst = true;
    if (one.pair[1] > 12) monthFirst = true;
  }
  return written.map((one) => {
    if (one === null) return null;
    if ('at' in one) return one.at;
    const [first, second, year] = one.pair;
    if (first === second) return midnight(year, first, second);
    if (dayFirst === monthFirst) return null;
    return dayFirst ? midnight(year, second, first) : midnight(year, first, second);
  });
}

/** The day that a file's name tells: `2024-03-01.json`, `catalogue_20240301.csv`, `2024-03 prices.tsv` (its first). */
export function dayInName(name: string): number | null {
  const whole = /(?<!\d)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)/.exec(name);
  if (whole) return midnight(Number(whole[1]), Number(whole[2]), Number(whole[3]));
  const month = /(?<!\d)(\d{4})[-_.](\d{2})(?!\d)/.exec(name);
  return month ? midnight(Number(month[1]), Number(month[2]), 1) : null;
}

function readWritten(text: string): Written | null {
  if (text === '' || text.length > LONGEST) return null;
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)(.*)$/.exec(text);
  if (iso) return withClock(midnight(Number(iso[1]), Number(iso[2]), Number(iso[3])), text, iso[4] ?? '');
  const plain = /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(text);
  if (plain) return day(midnight(Number(plain[1]), Number(plain[2]), Number(plain[3])));
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b/.exec(text);
  if (dotted) return day(midnight(Number(dotted[3]), Number(dotted[2]), Number(dotted[1])));
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})\b/.exec(text);
  if (slashed) return { pair: [Number(slashed[1]), Number(slashed[2]), Number(slashed[3])] };
  const dayBefore = /^(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?([a-z]{3,9})\.?,?\s+(\d{4})\b/i.exec(text);
  if (dayBefore) return day(midnight(Number(dayBefore[3]), monthOf(dayBefore[2]), Number(dayBefore[1])));
  const dayAfter = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i.exec(text);
  if (dayAfter) return day(midnight(Number(dayAfter[3]), monthOf(dayAfter[1]), Number(dayAfter[2])));
  return null;
}

/** An instant with its zone is that instant; an hour without one is its day. */
function withClock(at: number | null, text: string, rest: string): Written | null {
  if (at === null) return null;
  if (!/^T?\s?\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2})$/.test(rest)) return { at };
  const instant = Date.parse(text.replace(' ', 'T'));
  return { at: Number.isNaN(instant) ? at : instant };
}

function day(at: number | null): Written | null {
  return at === null ? null : { at };
}

function monthOf(name = ''): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** Null for a day that does not exist, such as 31 February. */
function midnight(year: number, month: number, dayOfMonth: number): number | null {
  if (year < 1000 || year > 2200) return null;
  const at = Date.UTC(year, month - 1, dayOfMonth);
  const back = new Date(at);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === dayOfMonth ? at : null;
}
