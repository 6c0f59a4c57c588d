/** A table of advertisements and posts to documents: what was said, where, when, and for how much. Pure. */
import { idOf } from '#core/ids.ts';
import { readTable } from '#core/separated.ts';
import { readDays } from '#core/written-days.ts';

export interface Post {
  readonly id: string;
  readonly at: number;
  /** When it stopped running; null where the table does not tell. */
  readonly endsAt: number | null;
  readonly channel: string | null;
  readonly spend: number | null;
  readonly currency: string | null;
  readonly title: string | null;
  readonly text: string;
  readonly url: string | null;
  readonly paid: boolean;
}

export interface Posts {
  readonly posts: readonly Post[];
  readonly refused: readonly { readonly row: number; readonly reason: string }[];
}

const MOST_POSTS = 200_000;
const LONGEST_TEXT = 100_000;

const COLUMNS = {
  day: [
    'date',
    'day',
    'start',
    'starts',
    'start date',
    'from',
    'published',
    'posted',
    'posted at',
    'reporting starts',
    'created',
  ],
  end: ['end', 'ends', 'end date', 'until', 'to', 'reporting ends', 'stopped'],
  channel: ['channel', 'platform', 'medium', 'network', 'where', 'placement', 'publisher platform'],
  spend: ['spend', 'cost', 'budget', 'amount spent', 'amount', 'price'],
  title: ['title', 'headline', 'campaign', 'campaign name', 'ad name', 'subject', 'name'],
  text: [
    'text',
    'body',
    'copy',
    'ad copy',
    'message',
    'caption',
    'post',
    'primary text',
    'content',
    'description',
    'claim',
  ],
  url: ['url', 'link', 'permalink', 'landing page'],
  id: ['id', 'ad id', 'post id', 'key', 'number'],
  currency: ['currency'],
} as const;
type Column = keyof typeof COLUMNS;

export function parsePosts(text: string): Posts | { readonly flaw: string } {
  const table = readTable(text);
  if (table === null || table.header.length < 2) return { flaw: 'it is no table' };
  const names = table.header.map((name) =>
    name
      .toLowerCase()
      .replace(/\([^()]*\)/g, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
  const places = new Map(Object.entries(COLUMNS).map(([column, wanted]) => [column, firstOf(names, wanted)]));
  if ((places.get('day') ?? -1) < 0) return { flaw: 'it has no column called date, start or published' };
  if ((places.get('text') ?? -1) < 0 && (places.get('title') ?? -1) < 0) {
    return { flaw: 'it has no column called text, copy, caption or headline' };
  }
  const cellOf = (cells: readonly string[], column: Column) => (cells[places.get(column) ?? -1] ?? '').trim();
  const days = readDays(table.rows.map(({ cells }) => cellOf(cells, 'day')));
  const ends = readDays(table.rows.map(({ cells }) => cellOf(cells, 'end')));
  const posts: Post[] = [];
  const refused: { row: number; reason: string }[] = [];
  const seen = new Map<string, number>();
  for (const [index, { line, cells }] of table.rows.entries()) {
    const at = days[index] ?? null;
    const said = cellOf(cells, 'text').slice(0, LONGEST_TEXT);
    const title = cellOf(cells, 'title') || null;
    if (at === null) refused.push({ row: line, reason: 'its day is not one, or could be two: write it as 2025-03-01' });
    else if (said === '' && title === null) refused.push({ row: line, reason: 'it says nothing' });
    else if (cells.length > names.length) refused.push({ row: line, reason: 'it has more cells than the header' });
    else if (posts.length >= MOST_POSTS) {
      refused.push({ row: line, reason: `it is beyond ${MOST_POSTS} posts` });
      break;
    } else {
      const channel = cellOf(cells, 'channel') || null;
      const key = cellOf(cells, 'id') || idOf(String(at), channel ?? '', title ?? '', said);
      const times = (seen.get(key) ?? 0) + 1;
      seen.set(key, times);
      const spend = spendOf(cellOf(cells, 'spend'));
      posts.push({
        ...{ id: times === 1 ? key : `${key}#${times}`, at, endsAt: ends[index] ?? null, channel, spend, title },
        ...{ text: said, url: cellOf(cells, 'url') || null, currency: cellOf(cells, 'currency') || null },
        paid: spend !== null && spend > 0,
      });
    }
  }
  return { posts, refused };
}

/** `€ 1.200,50` and `1,200.50`; an empty cell is not known, which is not nothing. */
function spendOf(cell: string): number | null {
  const digits = /-?\d[\d.,' ]{0,20}/.exec(cell.slice(0, 60))?.[0].replace(/[' ]/g, '') ?? '';
  if (digits === '') return null;
  const fraction = /[.,](\d{1,2})$/.exec(digits);
  const whole = (fraction ? digits.slice(0, fraction.index) : digits).replace(/[.,]/g, '');
  const value = Number(fraction ? `${whole}.${fraction[1]}` : whole);
  return Number.isFinite(value) ? value : null;
}

function firstOf(names: readonly string[], wanted: readonly string[]): number {
  const found = wanted.find((name) => names.includes(name));
  return found === undefined ? -1 : names.indexOf(found);
}
