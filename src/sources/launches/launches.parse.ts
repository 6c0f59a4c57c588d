/** A dated list of launches to releases: a table, an iCalendar file or a Markdown table. Pure. */
import { idOf } from '#core/ids.ts';
import { readTable } from '#core/separated.ts';
import { readDays } from '#core/written-days.ts';
import { readCalendar } from './calendar.ts';
import { readMarkdownTable } from './markdown-table.ts';

export interface Launch {
  readonly id: string;
  readonly at: number;
  readonly name: string;
  readonly version: string | null;
  readonly line: string | null;
  readonly notes: string | null;
  readonly url: string | null;
}

export interface Launches {
  readonly launches: readonly Launch[];
  readonly refused: readonly { readonly row: number; readonly reason: string }[];
}

/** One row before its day is read: rows of a column tell together in which order days are written. */
export interface Dated extends Omit<Launch, 'at' | 'id'> {
  readonly row: number;
  readonly day: string;
  readonly uid: string | null;
}

const MOST_LAUNCHES = 50_000;

export function parseLaunches(text: string): Launches | { readonly flaw: string } {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (/^BEGIN:VCALENDAR/i.test(start)) return withDays(readCalendar(text));
  const table = readMarkdownTable(text) ?? readTable(text);
  if (table === null || table.header.length < 2) return { flaw: 'it is no table and no calendar' };
  const names = table.header.map((name) =>
    name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
  const column = (wanted: readonly string[]) => names.findIndex((name) => wanted.includes(name));
  const [date, name] = [column(DATES), column(NAMES)];
  if (date < 0) return { flaw: 'it has no column called date, day, launched or released' };
  if (name < 0) return { flaw: 'it has no column called name, product, launch or title' };
  const [version, line, notes, url, uid] = [VERSIONS, LINES, NOTES, URLS, IDS].map(column) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const rows = table.rows.map(({ line: row, cells }): Dated => {
    const cell = (at: number) => (at < 0 ? null : (cells[at] ?? '').trim() || null);
    const told = { version: cell(version), line: cell(line), notes: cell(notes), url: cell(url), uid: cell(uid) };
    return { row, day: cell(date) ?? '', name: cell(name) ?? '', ...told };
  });
  return withDays(rows);
}

const DATES = ['date', 'day', 'launched', 'launch date', 'released', 'release date', 'when', 'on'];
const NAMES = ['name', 'product', 'launch', 'title', 'what', 'release', 'model'];
const VERSIONS = ['version', 'generation', 'edition', 'year'];
const LINES = ['line', 'range', 'family', 'product line'];
const NOTES = ['notes', 'description', 'details', 'what changed', 'changes', 'text'];
const URLS = ['url', 'link', 'page'];
const IDS = ['id', 'key', 'uid'];

function withDays(rows: readonly Dated[]): Launches {
  const days = readDays(rows.map(({ day }) => day));
  const refused: { row: number; reason: string }[] = [];
  const launches: Launch[] = [];
  const seen = new Map<string, number>();
  for (const [index, { row, day, uid, ...told }] of rows.entries()) {
    const at = days[index] ?? null;
    if (told.name === '') refused.push({ row, reason: 'it has no name' });
    else if (at === null) {
      refused.push({
        row,
        reason: day === '' ? 'it has no day' : 'its day is not one, or could be two: write it as 2025-03-01',
      });
    } else if (launches.length >= MOST_LAUNCHES) {
      refused.push({ row, reason: `it is beyond ${MOST_LAUNCHES} launches` });
      break;
    } else {
      // A list without ids names a launch by its words and day; the same twice is two of a day.
      const key = uid ?? idOf(String(at), told.name, told.version ?? '');
      const times = (seen.get(key) ?? 0) + 1;
      seen.set(key, times);
      launches.push({ id: times === 1 ? key : `${key}#${times}`, at, ...told });
    }
  }
  return { launches, refused };
}
