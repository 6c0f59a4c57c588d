/** What is made of the files of one import, decided before the first row is taken: threads or replies, columns, dates, scale. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { cellOf, numberOf, textOf } from './cells.ts';
import { BY_CONTENT, columnsOf, lacking, mappedRoles, refuseLacking } from './columns.ts';
import { headBytes, inspect } from './inspect.ts';
import { isMarkup } from './markup.ts';
import { nameOf, type Roles } from './roles.ts';
import type { Row } from './row.ts';
import { rowsOf, type TableFile } from './rows.ts';
import { headEncoding, shapeOf } from './shape.ts';
import { type DayOrder, DayOrders, type Decided } from './times.ts';

export interface TableOptions {
  readonly files: readonly string[];
  /** Role → column, as a person said. */
  readonly map?: Readonly<Record<string, string>> | undefined;
  readonly dates?: DayOrder | undefined;
  /** The place that issued the ids, in a person's words. */
  readonly from?: string | undefined;
  /** Of the threads that a file of replies belongs to. */
  readonly origin?: string | undefined;
}

export interface FilePlan {
  readonly file: TableFile;
  /** Without its path, which differs between machines. */
  readonly name: string;
  readonly digest: string;
  readonly bytes: number;
  readonly what: 'threads' | 'replies';
  readonly columns: readonly string[];
  readonly roles: Roles;
  /** For dates that are numbers alone; null where there are none. */
  readonly days: Decided | null;
  readonly markup: ReadonlySet<string>;
  /** The highest rating: 5, 10 or 100; null without ratings. */
  readonly scale: 5 | 10 | 100 | null;
  readonly sample: readonly Row[];
}

export interface Plan {
  readonly origin: string;
  readonly digest: string;
  /** Replies before threads: how many a thread has is counted on the way. */
  readonly files: readonly FilePlan[];
}

const SAMPLE = 1_000;

/** Rejects with FILE_NOT_WHAT_IT_CLAIMS, COLUMN_NOT_FOUND or USAGE. */
export async function planOf(options: TableOptions, signal: AbortSignal): Promise<Plan> {
  const files: FilePlan[] = [];
  for (const path of options.files) {
    const { encoding, digest, bytes } = await inspect(path, signal);
    const file = { path, encoding, shape: await shapeOf(path, encoding) };
    files.push({ ...(await filePlan(file, options, signal)), digest, bytes });
  }
  const hash = createHash('sha256').update(JSON.stringify([options.map ?? {}, options.dates ?? null]));
  for (const { digest } of files) hash.update(digest);
  const sorted = files.toSorted((one, other) => Number(one.what === 'threads') - Number(other.what === 'threads'));
  return { origin: options.origin ?? originOf(files, options), digest: hash.digest('hex'), files: sorted };
}

/** The name of the place, from the heads of the files alone. */
export async function originOfFiles(options: TableOptions, signal: AbortSignal): Promise<string> {
  if (options.origin !== undefined) return options.origin;
  if (options.from !== undefined) return `table:${options.from}`;
  const files: Pick<FilePlan, 'what' | 'roles'>[] = [];
  for (const path of options.files) {
    const encoding = headEncoding(await headBytes(path));
    files.push(await headPlan({ path, encoding, shape: await shapeOf(path, encoding) }, options, signal));
  }
  return originOf(files, options);
}

/** A table is named by the columns that hold what matters: next month's export of the same program has the same ones. */
function originOf(files: readonly Pick<FilePlan, 'what' | 'roles'>[], { from }: TableOptions): string {
  if (from !== undefined) return `table:${from}`;
  const named = files.find(({ what }) => what === 'threads') ?? files[0];
  const { id = [], title = [], body = [], at = [] } = named?.roles ?? {};
  return `table:${[...id, ...title, ...body, ...at].map((column) => nameOf(column) || column).join('+')}`;
}

async function headPlan(file: TableFile, { map = {} }: TableOptions, signal: AbortSignal) {
  const sample: Row[] = [];
  let whole = true;
  for await (const { rows } of rowsOf(file, signal)) {
    sample.push(...rows);
    if (sample.length < SAMPLE) continue;
    whole = false;
    break;
  }
  const name = basename(file.path);
  const columns = columnsOf(file.shape.is === 'json' ? null : file.shape.headings, sample);
  const roles = mappedRoles(columns, map, name);
  const what = isReplies(roles, sample) ? ('replies' as const) : ('threads' as const);
  const lacks = lacking(roles);
  if (lacks.length > 0) refuseLacking(name, columns, lacks);
  return { file, name, columns, roles: what === 'replies' ? repliesRoles(roles) : roles, what, sample, whole };
}

async function filePlan(file: TableFile, options: TableOptions, signal: AbortSignal) {
  const { whole, ...head } = await headPlan(file, options, signal);
  const { roles, sample } = head;
  const look = new Look(roles);
  for (const row of sample) look.see(row);
  if (!whole && look.unsettled) {
    const again = new Look(roles);
    for await (const { rows } of rowsOf(file, signal)) for (const row of rows) again.see(row);
    return { ...head, ...again.found(options.dates, usualOrder(file)), markup: markupIn(roles, sample) };
  }
  return { ...head, ...look.found(options.dates, usualOrder(file)), markup: markupIn(roles, sample) };
}

/** Semicolons are written where the comma is a decimal point, which is where the day comes first. */
function usualOrder({ shape }: TableFile): DayOrder {
  return shape.is === 'cells' && shape.delimiter === ',' ? 'month-first' : 'day-first';
}

/** Looks through a column for what only all of it can tell. */
class Look {
  readonly #orders = new DayOrders();
  readonly #roles: Roles;
  #highest = 0;
  #numbers = false;

  constructor(roles: Roles) {
    this.#roles = roles;
  }

  see({ fields }: Row): void {
    const [at] = this.#roles.at ?? [];
    const time = at === undefined ? null : cellOf(fields, at);
    if (typeof time === 'string') this.#orders.see(time);
    const [rating] = this.#roles.rating ?? [];
    const number = rating === undefined ? null : numberOf(cellOf(fields, rating));
    if (number === null) return;
    this.#numbers = true;
    this.#highest = Math.max(this.#highest, number);
  }

  /** True where a later row could still change what was found. */
  get unsettled(): boolean {
    return this.#numbers || this.#orders.decided('day-first') !== null;
  }

  found(dates: DayOrder | undefined, usual: DayOrder): Pick<FilePlan, 'days' | 'scale'> {
    const days = this.#orders.decided(usual);
    const scale = !this.#numbers ? null : this.#highest <= 5 ? 5 : this.#highest <= 10 ? 10 : 100;
    return { days: days !== null && dates !== undefined ? { order: dates, how: 'told' } : days, scale };
  }
}

function markupIn(roles: Roles, sample: readonly Row[]): ReadonlySet<string> {
  const columns = [...(roles.title ?? []), ...(roles.body ?? []), ...(roles.answer ?? [])];
  return new Set(
    columns.filter((column) => isMarkup(sample.flatMap(({ fields }) => textOf(cellOf(fields, column)) ?? []))),
  );
}

/** A part that repeats of a thousand ids: a tool that exports something twice repeats fewer. */
const REPEATS = 0.05;

/** Rows that answer something: they have no title, and name what they belong to, or their id stands several times. */
function isReplies(roles: Roles, sample: readonly Row[]): boolean {
  const { id, title, body, at, parent, rating } = roles;
  if (title !== undefined || body === undefined || at === undefined || rating !== undefined) return false;
  if (parent !== undefined) return true;
  if (id === undefined || id[0] === BY_CONTENT) return false;
  const ids = sample.flatMap(({ fields }) => textOf(cellOf(fields, id[0] ?? '')) ?? []);
  return ids.length - new Set(ids).size > REPEATS * ids.length;
}

/** Without a column of its own for what it belongs to, the id is that. */
function repliesRoles(roles: Roles): Roles {
  if (roles.parent !== undefined) return roles;
  const { id, ...rest } = roles;
  return { ...rest, id: [BY_CONTENT], ...(id !== undefined && { parent: id }) };
}
