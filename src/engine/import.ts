/** Files handed over by a person, staged and sealed as one gather for each format: all of them or nothing. */
import { BifocalError } from '#core/errors.ts';
import type { Json, JsonObject } from '#core/json.ts';
import type { Batch, Described, ImportWish, RefusedRow } from '#core/source.ts';
import type { Counts } from '#store/gather-row.ts';
import type { Store } from '#store/store.ts';
import { openGit } from './git.ts';
import { openHttp } from './http.ts';
import { type FileGroup, groupFiles, type ImportSource } from './import-formats.ts';
import type { OnProgress } from './progress.ts';
import { applyRetention } from './retention.ts';

export interface ImportOrder {
  readonly productId: string;
  readonly wish: ImportWish;
  readonly as: string | null;
  readonly preview: boolean;
  /** Nothing can have been said later than this (ms UTC). */
  readonly now: number;
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
}

/** One format of an import. */
export interface Imported extends Described {
  readonly source: string;
  /** Rows of the files, refused ones too. */
  readonly read: number;
  /** null: only looked at. */
  readonly counts: Counts | null;
  /** The first of them; `refusedRows` counts all. */
  readonly refused: readonly RefusedRow[];
  readonly refusedRows: number;
  readonly gather: string | null;
  /** The first three pieces, as they would be kept. */
  readonly samples: readonly Sample[];
}

export interface Sample {
  readonly kind: string;
  readonly type: string;
  readonly at: number;
  readonly title: string | null;
  readonly body: string | null;
}

const SAMPLES = 3;

/** More are counted and not listed: a file with so many is better mended than read through. */
const REFUSALS_LISTED = 10_000;

/** Where one format fails, what was sealed of the others before it is undone: half an import is none. */
export async function importFiles(store: Store, order: ImportOrder): Promise<Imported[]> {
  const groups = await groupFiles(order.wish.files, order.as);
  const done: Imported[] = [];
  try {
    for (const group of groups) done.push(await importGroup(store, order, group));
  } catch (error) {
    for (const { gather } of done) if (gather !== null) await store.gathers.undo(order.productId, gather);
    throw error;
  }
  if (!order.preview) await applyRetention(store, order.productId, order.now);
  return done;
}

async function importGroup(store: Store, order: ImportOrder, { source, files }: FileGroup): Promise<Imported> {
  const { as, wish: said } = order;
  const wish = await completed(store, order, source, { ...said, files, ...(as !== null && { as }) });
  const options = source.options.parse(source.importing.optionsOf(wish));
  const described = await source.importing.describe(options, order.signal);
  const git = openGit('.', order.signal);
  const origin = await source.origin(options, git);
  const sourceId = order.preview ? null : await keptSource(store, order.productId, source, origin, options);
  const run = { store, order, source, options, git };
  const taken = await take(run, sourceId);
  return { ...described, source: source.id, ...taken };
}

/** Where the file lay is nothing that the next import could use. */
async function keptSource(store: Store, productId: string, source: ImportSource, origin: string, options: unknown) {
  const { files: _, ...rest } = options as JsonObject;
  return (await store.sources.ensure(productId, { kind: source.id, origin, options: rest as Json })).id;
}

interface Run {
  readonly store: Store;
  readonly order: ImportOrder;
  readonly source: ImportSource;
  readonly options: unknown;
  readonly git: ReturnType<typeof openGit>;
}

type Taken = Pick<Imported, 'read' | 'counts' | 'refused' | 'refusedRows' | 'gather' | 'samples'>;

async function take({ store, order, source, options, git }: Run, sourceId: string | null): Promise<Taken> {
  const { productId, signal, onProgress, now } = order;
  const samples: Sample[] = [];
  const refused: RefusedRow[] = [];
  let refusedRows = 0;
  let read = 0;
  let last: { cursor: string | null; observedUntil: number | null } = { cursor: null, observedUntil: null };
  const replaces: NonNullable<Batch['replaces']>[number][] = [];
  const opening = { how: 'import', rereadable: source.rereadable } as const;
  const gather = sourceId === null ? null : (await store.gathers.open(productId, sourceId, opening)).id;
  try {
    const handed = { options, cursor: null, until: now, deep: false, git, http: openHttp({ signal }), signal };
    const progress = (doing: string, done: number, total: number | null) =>
      onProgress({ step: 'gather', source: source.id, doing, done, total });
    for await (const batch of source.gather({ ...handed, progress })) {
      signal.throwIfAborted();
      const { items = [], refused: not = [] } = batch;
      read += batch.rows ?? items.length + not.length;
      refusedRows += not.length;
      if (refused.length < REFUSALS_LISTED) refused.push(...not.slice(0, REFUSALS_LISTED - refused.length));
      for (const { kind, type, at, title = null, body = null } of items.slice(0, SAMPLES - samples.length))
        samples.push({ kind, type, at, title, body });
      last = {
        cursor: batch.cursor ?? last.cursor,
        observedUntil: batch.observedUntil ?? last.observedUntil,
      };
      replaces.push(...(batch.replaces ?? []));
      if (gather !== null && items.length > 0) await store.gathers.stage(productId, gather, items);
    }
    if (gather === null) return { read, counts: null, refused, refusedRows, gather, samples };
    onProgress({ step: 'seal', source: source.id });
    const { added, unchanged, updated, gone } = await store.gathers.seal(productId, gather, { ...last, replaces });
    return { read, counts: { added, unchanged, updated, gone }, refused, refusedRows, gather, samples };
  } catch (error) {
    if (gather !== null) await store.gathers.abandon(productId, gather);
    throw signal.aborted ? new BifocalError('INTERRUPTED', {}, error) : error;
  }
}

/** The wish, with the mapping of an earlier import where the file needs one, and with what its replies belong to. */
async function completed(
  store: Store,
  order: ImportOrder,
  source: ImportSource,
  wish: ImportWish,
): Promise<ImportWish> {
  const { importing } = source;
  const described = async (one: ImportWish) =>
    importing.describe(source.options.parse(importing.optionsOf(one)), order.signal);
  const known = (await store.sources.list(order.productId)).filter(({ kind }) => kind === source.id);
  let used = wish;
  let found: Described | null = null;
  try {
    found = await described(used);
  } catch (error) {
    if (!(error instanceof BifocalError) || error.code !== 'COLUMN_NOT_FOUND') throw error;
    for (const { options } of known) {
      const { map, dates, from } = options as Pick<ImportWish, 'map' | 'dates' | 'from'>;
      if (map === undefined) continue;
      used = { ...wish, map: { ...map, ...wish.map }, dates: wish.dates ?? dates, from: wish.from ?? from };
      found = await described(used).catch(() => null);
      if (found) break;
    }
    if (found === null) throw error;
  }
  if (found.repliesOnly !== true || used.from !== undefined) return used;
  const origins = [...new Set(known.map(({ origin }) => origin))];
  if (origins.length > 1) {
    const cause =
      'These are replies, and threads from several places are known; import them together with their threads.';
    throw new BifocalError('USAGE', { cause, command: 'import' });
  }
  return { ...used, origin: origins[0] };
}
