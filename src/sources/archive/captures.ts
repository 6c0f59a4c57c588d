/** The Internet Archive's index of one page: which captures are worth reading. Pure. */
import { z } from 'zod';

/** One row of the index: when it was captured (14 digits, UTC), under which address, and the digest of its bytes. */
export interface Capture {
  readonly stamp: string;
  readonly at: number;
  readonly original: string;
  readonly digest: string;
}

const MOST_CAPTURES = 24;
const FIVE_YEARS = 5 * 365.25 * 86_400_000;
const Rows = z.array(z.array(z.string()));

/** One capture a month at most is asked for: more would be asked of the archive than is read. */
export function indexAddress(page: string): string {
  const asked = new URLSearchParams([
    ['url', page],
    ['output', 'json'],
    ['fl', 'timestamp,original,digest'],
    ['filter', 'statuscode:200'],
    ['filter', 'mimetype:text/html'],
    ['collapse', 'timestamp:6'],
  ]);
  return `https://web.archive.org/cdx/search/cdx?${asked}`;
}

/** The page as it was captured, without the archive's own banner and without its links rewritten. */
export function captureAddress({ stamp, original }: Capture): string {
  return `https://web.archive.org/web/${stamp}id_/${original}`;
}

/** Oldest first; null where the answer is no index. Its first row names the columns; nothing known is an empty list. */
export function capturesIn(body: string): readonly Capture[] | null {
  let said: unknown;
  try {
    said = body.trim() === '' ? [] : JSON.parse(body);
  } catch {
    return null;
  }
  const rows = Rows.safeParse(said);
  if (!rows.success) return null;
  const [head, ...rest] = rows.data;
  if (head === undefined) return [];
  const [stamp, original, digest] = ['timestamp', 'original', 'digest'].map((name) => head.indexOf(name));
  if (stamp === undefined || stamp < 0 || original === undefined || original < 0) return null;
  return rest
    .flatMap((row): Capture[] => {
      const told = row[stamp] ?? '';
      const at = timeOf(told);
      const address = row[original] ?? '';
      return at === null || !/^https?:\/\//.test(address)
        ? []
        : [{ stamp: told, at, original: address, digest: row[digest ?? -1] ?? '' }];
    })
    .toSorted((a, b) => a.at - b.at);
}

/** Where the bytes changed; of the five years before the newest capture, at most 24, spread evenly, its first and last among them. */
export function worthReading(all: readonly Capture[], after: string | null): readonly Capture[] {
  const newest = all.at(-1)?.at ?? 0;
  const recent = all.filter(({ at, stamp }) => at > newest - FIVE_YEARS && (after === null || stamp > after));
  const changed = recent.filter(({ digest }, place) => digest === '' || digest !== recent[place - 1]?.digest);
  if (changed.length <= MOST_CAPTURES) return changed;
  const step = (changed.length - 1) / (MOST_CAPTURES - 1);
  return Array.from({ length: MOST_CAPTURES }, (_, place) => changed[Math.round(place * step)] as Capture);
}

/** `20240131120000`. */
function timeOf(stamp: string): number | null {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(stamp) ?? [];
  if (year === undefined) return null;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  return Number.isNaN(at) ? null : at;
}
