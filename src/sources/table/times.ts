/** Times as people and their programs write them, to milliseconds UTC. Pure. */

/** Which number of `3/4/2026` is the day. */
export type DayOrder = 'day-first' | 'month-first';

const EARLIEST = Date.UTC(1970, 0, 2);
const LATEST = Date.UTC(2200, 0, 1);

const CLOCK = String.raw`(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?: ?([AaPp])\.?[Mm]\.?)?(?: ?(Z|[A-Z]{3,4}|[+-]\d\d:?\d\d)(?: ?\([^()]{1,40}\))?)?`;
const BETWEEN = '(?:T|,? (?:at |um |à )?)';

const ISO = new RegExp(String.raw`^(\d{4})-(\d\d?)-(\d\d?)(?:${BETWEEN}${CLOCK})?$`);
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[./](\d\d?)[./](\d\d?)(?:${BETWEEN}${CLOCK})?$`);
const NUMBERS = new RegExp(String.raw`^(\d\d?)([./-])(\d\d?)\2(\d{4}|\d\d)(?:${BETWEEN}${CLOCK})?$`);
const DAY_NAMED = new RegExp(
  String.raw`^(?:\p{L}{2,12}\.?,? )?(\d\d?)(?:st|nd|rd|th|er|\.)?[ /-](?:de )?(\p{L}{3,12})\.?,?[ /-](?:de )?(\d{4}|\d\d)(?:${BETWEEN}${CLOCK})?$`,
  'u',
);
const MONTH_NAMED = new RegExp(
  String.raw`^(?:\p{L}{2,12}\.?, )?(\p{L}{3,12})\.? (\d\d?)(?:st|nd|rd|th)?,? (\d{4})(?:${BETWEEN}${CLOCK})?$`,
  'u',
);

/** English, German, French, Spanish; the first letters decide. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'jän', 'ene'],
  ['feb', 'fev', 'fév'],
  ['mar', 'mär', 'mrz'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'aou', 'aoû', 'ago'],
  ['sep'],
  ['oct', 'okt'],
  ['nov'],
  ['dec', 'dez', 'déc', 'dic'],
];

/** RFC 5322's zones and those of central Europe; others are not unique. */
const ZONES: Readonly<Record<string, number>> = {
  ...{ Z: 0, UTC: 0, GMT: 0, EST: -300, EDT: -240, CST: -360, CDT: -300, MST: -420, MDT: -360, PST: -480, PDT: -420 },
  ...{ CET: 60, CEST: 120, MEZ: 60, MESZ: 120 },
};

/** Null where it is no time that exists, or one that only `order` could tell and does not. */
export function timeOf(written: string, order: DayOrder | null): number | null {
  const text = written.trim();
  if (text.length < 6 || text.length > 80) return null;
  const iso = ISO.exec(text) ?? YEAR_FIRST.exec(text);
  if (iso) return instant(iso[1], iso[2], iso[3], iso, 4);
  const numbers = NUMBERS.exec(text);
  if (numbers) {
    const dotted = numbers[2] === '.';
    const dayFirst = dotted || order === 'day-first';
    if (!dayFirst && order === null) return null;
    const [day, month] = dayFirst ? [numbers[1], numbers[3]] : [numbers[3], numbers[1]];
    return instant(numbers[4], month, day, numbers, 5);
  }
  const epoch = /^\d{9,16}(?:\.\d{1,9})?$/.test(text) ? epochOf(Number(text)) : null;
  if (epoch !== null) return epoch;
  const dayNamed = DAY_NAMED.exec(text);
  if (dayNamed) return instant(dayNamed[3], monthOf(dayNamed[2]), dayNamed[1], dayNamed, 4);
  const monthNamed = MONTH_NAMED.exec(text);
  return monthNamed ? instant(monthNamed[3], monthOf(monthNamed[1]), monthNamed[2], monthNamed, 4) : null;
}

/** Seconds, milliseconds or microseconds since 1970, told by their size. */
function epochOf(value: number): number | null {
  if (!Number.isFinite(value) || value <= 0) return null;
  const ms = value < 1e11 ? value * 1_000 : value < 1e14 ? value : value / 1_000;
  return bounded(Math.round(ms));
}

function instant(
  writtenYear: string | undefined,
  month: string | number | null | undefined,
  day: string | undefined,
  found: RegExpExecArray,
  clock: number,
): number | null {
  if (month === null || month === undefined) return null;
  const year = yearOf(writtenYear ?? '');
  const midnight = Date.UTC(year, Number(month) - 1, Number(day));
  const date = new Date(midnight);
  if (date.getUTCDate() !== Number(day) || date.getUTCMonth() !== Number(month) - 1) return null;
  const [hours, minutes, seconds, fraction, half, zone] = found.slice(clock, clock + 6);
  if (hours === undefined) return bounded(midnight);
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0);
  const offset = zone === undefined ? 0 : offsetOf(zone);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 60 || offset === null) return null;
  if (half !== undefined && (Number(hours) > 12 || Number(hours) === 0)) return null;
  const ms = fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1_000);
  return bounded(midnight + ((hour * 60 + Number(minutes) - offset) * 60 + Number(seconds ?? 0)) * 1_000 + ms);
}

/** Two digits stand for 1970 to 2069, as in POSIX. */
function yearOf(written: string): number {
  const year = Number(written);
  return written.length === 4 ? year : year < 70 ? 2000 + year : 1900 + year;
}

function monthOf(name: string | undefined): number | null {
  const word = (name ?? '').toLowerCase();
  const found = MONTHS.findIndex((starts) => starts.some((start) => word.startsWith(start)));
  return found === -1 ? null : found + 1;
}

function offsetOf(zone: string): number | null {
  const known = ZONES[zone];
  if (known !== undefined) return known;
  const numbers = /^([+-])(\d\d):?(\d\d)$/.exec(zone);
  if (!numbers) return null;
  const minutes = Number(numbers[2]) * 60 + Number(numbers[3]);
  return numbers[1] === '-' ? -minutes : minutes;
}

function bounded(time: number): number | null {
  return time >= EARLIEST && time < LATEST ? time : null;
}

export interface Decided {
  readonly order: DayOrder;
  /** `told`: a day over 12 shows it · `sorted`: only so are the rows in order · `assumed`: nothing shows it. */
  readonly how: 'told' | 'sorted' | 'assumed';
}

/** Decides for a whole column which number is the day. */
export class DayOrders {
  #numbers = 0;
  #firstOver = 0;
  #secondOver = 0;
  readonly #steps = { 'day-first': { up: 0, down: 0, last: 0 }, 'month-first': { up: 0, down: 0, last: 0 } };

  see(written: string): void {
    const found = NUMBERS.exec(written.trim());
    if (!found || found[2] === '.') return;
    this.#numbers += 1;
    if (Number(found[1]) > 12) this.#firstOver += 1;
    if (Number(found[3]) > 12) this.#secondOver += 1;
    for (const order of ['day-first', 'month-first'] as const) {
      const at = timeOf(written, order);
      const steps = this.#steps[order];
      if (at === null) continue;
      if (steps.last !== 0 && at > steps.last) steps.up += 1;
      if (steps.last !== 0 && at < steps.last) steps.down += 1;
      steps.last = at;
    }
  }

  /** Null where no date of the column needs it. `usual` is what is taken where nothing shows it. */
  decided(usual: DayOrder): Decided | null {
    if (this.#numbers === 0) return null;
    if (this.#firstOver !== this.#secondOver)
      return { order: this.#firstOver > this.#secondOver ? 'day-first' : 'month-first', how: 'told' };
    const [day, month] = [unsorted(this.#steps['day-first']), unsorted(this.#steps['month-first'])];
    if (day === 0 && month > 0) return { order: 'day-first', how: 'sorted' };
    if (month === 0 && day > 0) return { order: 'month-first', how: 'sorted' };
    return { order: usual, how: 'assumed' };
  }
}

/** Steps against the direction that most of them take. */
function unsorted({ up, down }: { readonly up: number; readonly down: number }): number {
  return Math.min(up, down);
}
