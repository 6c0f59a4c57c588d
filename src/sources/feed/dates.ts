/** Times as feeds write them: RFC 3339 and RFC 822, with its zones by name. Pure. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const HOUR = 60;
const MINUTE_MS = 60_000;

/** RFC 822 §5.1, in minutes. Its letters for armies are taken for UTC, as RFC 2822 §4.3 asks. */
const ZONES: Readonly<Record<string, number>> = {
  ...{ est: -5 * HOUR, edt: -4 * HOUR, cst: -6 * HOUR, cdt: -5 * HOUR },
  ...{ mst: -7 * HOUR, mdt: -6 * HOUR, pst: -8 * HOUR, pdt: -7 * HOUR },
};

const LONGEST = 80;

const ISO =
  /^(\d{4})-(\d{2})(?:-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?)?)?\s?(Z|z|[+-]\d{2}:?\d{2})?$/;
const RFC_822 =
  /^(?:[a-z]{2,9}\.?,?\s{1,3})?(\d{1,2})[\s-]{1,3}([a-z]{3,9})\.?[\s-]{1,3}(\d{4}|\d{2})(?:\s{1,3}(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?)?\s{0,3}([+-]\d{2}:?\d{2}|[a-z]{1,5})?(?:\s{0,3}\([^()]{0,40}\))?$/i;

/** ms UTC; null where it names no moment that exists. Without a zone it is taken for UTC. */
export function feedTime(written: string | null): number | null {
  const text = written?.trim() ?? '';
  if (text === '' || text.length > LONGEST) return null;
  const iso = ISO.exec(text);
  if (iso) {
    const [, year, month, day = '1', hour, minute, second, zone] = iso;
    return moment([Number(year), Number(month), Number(day), hour, minute, second], zone);
  }
  const [whole, day, name = '', year = '', hour, minute, second, zone] = RFC_822.exec(text) ?? [];
  if (whole === undefined) return null;
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return moment([yearOf(year), month, Number(day), hour, minute, second], zone);
}

/** Two digits as RFC 2822 §4.3 reads them. */
function yearOf(digits: string): number {
  const year = Number(digits);
  return digits.length === 4 ? year : year < 50 ? 2_000 + year : 1_900 + year;
}

type Clock = string | undefined;
type Parts = readonly [year: number, month: number, day: number, hour: Clock, minute: Clock, second: Clock];

function moment([year, month, day, hour = '0', minute = '0', second = '0']: Parts, zone: string | undefined) {
  const clock = [Number(hour), Number(minute), Math.min(59, Number(second))] as const;
  if (year < 1970 || clock[0] > 23 || clock[1] > 59 || Number(second) > 60) return null;
  const midnight = Date.UTC(year, month - 1, day);
  const back = new Date(midnight);
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day) return null;
  return Date.UTC(year, month - 1, day, ...clock) - offsetOf(zone) * MINUTE_MS;
}

function offsetOf(zone: string | undefined): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '') ?? [];
  if (sign === undefined) return ZONES[zone?.toLowerCase() ?? ''] ?? 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * HOUR + Number(minutes));
}
