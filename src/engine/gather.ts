/** One gather of one source: stage what it yields in pieces, then seal; nothing of it shows before. */
import { BifocalError, type Missing } from '#core/errors.ts';
import type { EvidenceKind } from '#core/evidence.ts';
import { canonical, type Json } from '#core/json.ts';
import type { Batch, Gathering, Git, Http, Source } from '#core/source.ts';
import { type EvidenceRead, READ_OF_KIND } from '#store/digests.ts';
import type { Counts } from '#store/gather-row.ts';
import type { Sealing } from '#store/seal.ts';
import type { Store } from '#store/store.ts';
import type { BegunGather } from './begun-gather.ts';
import type { OnProgress } from './progress.ts';

/** What a source is asked, and through what. */
export interface GatherAsked {
  readonly source: Source;
  readonly options: unknown;
  readonly until: number | null;
  readonly deep: boolean;
  readonly patient?: boolean | undefined;
  readonly git: Git;
  readonly http: Http;
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
}

/** Rows of an open gather to which nothing of these kinds will come any more. */
export interface Whole {
  readonly gatherId: string;
  /** What there is of each kind, told as its digest will be once it is sealed, if nothing else brings any. */
  readonly digests: Readonly<Partial<Record<EvidenceRead, string>>>;
  readonly observedUntil: number;
}

export interface GatherOrder extends GatherAsked {
  readonly productId: string;
  /** The source's origin where it is known already: asking git for a root costs a walk through the whole history. */
  readonly origin?: string | undefined;
  /** Taken where nothing of the source is known. */
  readonly begun?: BegunGather | undefined;
  readonly kept?: Sealing['kept'];
  /** Told while the rest is still read. */
  readonly onWhole?: ((whole: Whole) => void) | undefined;
}

export interface GatherOutcome {
  readonly missing: readonly Missing[];
  readonly observedUntil: number | null;
  readonly product: { readonly name: string; readonly kind: string } | null;
  readonly changed: boolean;
  /** The row of `sources` that it belongs to, and the place that issues the ids of its rows. */
  readonly sourceId: string;
  readonly origin: string;
  /** What of its strands was found in it; absent where the source does not tell. */
  readonly strands?: Batch['strands'];
  /** The gather that was sealed for it; null when nothing was new. */
  readonly gatherId?: string | null;
  /** What was sealed; absent when nothing was. */
  readonly counts?: Counts;
}

/** What a source left: kept with it, so that a second reading that finds nothing new says the same as the first. */
interface Kept {
  readonly id: string;
  readonly cursor: string | null;
  readonly observedUntil: number | null;
  readonly state: string;
  readonly error: string | null;
}

/** Rejects only when nothing of the source could be read and nothing was kept from before. */
export async function gather(store: Store, order: GatherOrder): Promise<GatherOutcome> {
  const { productId, source, onProgress } = order;
  const origin = order.origin ?? (await source.origin(order.options, order.git));
  const row = await store.sources.ensure(productId, { kind: source.id, origin, options: order.options as Json });
  try {
    return { ...(await gatherInto(store, order, row)), origin };
  } catch (error) {
    if (error instanceof BifocalError && !order.signal.aborted) await noteFailure(store, productId, row, error);
    if (!(error instanceof BifocalError) || row.observedUntil === null) throw error;
    onProgress({ step: 'gathered', source: source.id, added: 0, unchanged: 0 });
    const failed = { source: source.id, code: error.code, because: error.message, remedy: error.hint };
    const kept = missingOf(row).filter(({ code }) => code !== error.code);
    const { id: sourceId, observedUntil } = row;
    return { sourceId, origin, missing: [...kept, failed], observedUntil, product: null, changed: false };
  }
}

async function gatherInto(store: Store, order: GatherOrder, row: Kept): Promise<Omit<GatherOutcome, 'origin'>> {
  const { productId, source, onProgress } = order;
  const taken = await take(store, order, row);
  const past = order.until !== null;
  const observedUntil = taken.observedUntil ?? row.observedUntil;
  const same = taken.gatherId === null && taken.replaces.length === 0 && (taken.cursor ?? row.cursor) === row.cursor;
  const found = taken.strands === undefined ? {} : { strands: taken.strands };
  if (same) {
    if (row.state === 'failed')
      await store.sources.noted(productId, row.id, { state: 'ok', error: canonical(missingOf(row)) });
    return { sourceId: row.id, missing: missingOf(row), observedUntil, product: null, changed: false, ...found };
  }
  onProgress({ step: 'seal', source: source.id });
  const gatherId = taken.gatherId ?? (await open(store, order, row));
  const counts = await store.gathers.seal(productId, gatherId, {
    cursor: past ? row.cursor : (taken.cursor ?? row.cursor),
    observedUntil: past ? row.observedUntil : observedUntil,
    replaces: past ? [] : taken.replaces,
    ...(order.kept && { kept: order.kept }),
  });
  if (!past) await store.sources.noted(productId, row.id, { state: 'ok', error: canonical(taken.missing) });
  onProgress({ step: 'gathered', source: source.id, added: counts.added, unchanged: counts.unchanged });
  const done = { missing: taken.missing, observedUntil, product: taken.product, changed: true };
  return { sourceId: row.id, ...done, gatherId, counts, ...found };
}

/** Kept for `bifocal sources` alone: the next reading says anew what fails then. */
async function noteFailure(store: Store, productId: string, row: Kept, error: BifocalError): Promise<void> {
  const failed = { source: row.id, code: error.code, because: error.message, remedy: error.hint, passing: true };
  await store.sources.noted(productId, row.id, { state: 'failed', error: canonical([...missingOf(row), failed]) });
}

/** What the source is handed. */
export function gatheringOf(asked: GatherAsked, cursor: string | null): Gathering<unknown> {
  const { source, onProgress } = asked;
  return {
    ...asked,
    cursor,
    estimate: (sentence) => onProgress({ step: 'estimate', source: source.id, sentence }),
    progress: (doing, done, total) => onProgress({ step: 'gather', source: source.id, doing, done, total }),
  };
}

interface Taken {
  readonly gatherId: string | null;
  readonly missing: readonly Missing[];
  readonly cursor: string | null;
  readonly observedUntil: number | null;
  readonly product: GatherOutcome['product'];
  readonly strands: Batch['strands'];
  readonly replaces: NonNullable<Batch['replaces']>;
}

/** Stages everything that the source yields; a failure leaves nothing behind. */
async function take(store: Store, order: GatherOrder, row: Kept): Promise<Taken> {
  const { productId, source, signal } = order;
  const missing: Missing[] = [];
  const replaces: NonNullable<Batch['replaces']>[number][] = [];
  let last: Pick<Taken, 'cursor' | 'observedUntil' | 'product' | 'strands'> = {
    ...{ cursor: null, observedUntil: null, product: null, strands: undefined },
  };
  let gatherId: string | null = null;
  // What a killed gather staged is still there: it goes on where that one noted it was.
  const stopped = order.until === null ? await store.gathers.stopped(productId, row.id) : null;
  if (stopped !== null) gatherId = await open(store, order, row);
  let resumable = stopped !== null;
  try {
    const cursor = order.until === null ? (stopped ?? row.cursor) : null;
    const begun = cursor === null ? order.begun : undefined;
    const batches = begun?.take() ?? source.gather(gatheringOf(order, cursor));
    for await (const batch of batches) {
      signal.throwIfAborted();
      missing.push(...(batch.missing ?? []), ...refusedAsMissing(source.id, batch));
      replaces.push(...(batch.replaces ?? []));
      last = {
        cursor: batch.cursor ?? last.cursor,
        observedUntil: batch.observedUntil ?? last.observedUntil,
        product: batch.product ?? last.product,
        strands: batch.strands ?? last.strands,
      };
      if (batch.items?.length) {
        gatherId ??= await open(store, order, row);
        const { items, resume } = batch;
        await store.gathers.stage(productId, gatherId, items, resume === undefined ? {} : { resume });
        resumable ||= resume !== undefined;
      }
      if (batch.whole && gatherId !== null && last.observedUntil !== null)
        await tellWhole(store, order, { gatherId, whole: batch.whole, observedUntil: last.observedUntil });
    }
    return { gatherId, missing, replaces, ...last };
  } catch (error) {
    if (gatherId !== null && !resumable) await store.gathers.abandon(productId, gatherId);
    else if (gatherId !== null) await store.gathers.release(productId, gatherId);
    throw error;
  }
}

/** Whoever wants to begin with it finds it in the store. */
async function tellWhole(
  store: Store,
  { productId, onWhole }: GatherOrder,
  { gatherId, whole, observedUntil }: { gatherId: string; whole: readonly EvidenceKind[]; observedUntil: number },
): Promise<void> {
  if (onWhole === undefined) return;
  const sums = await store.gathers.flush(productId, gatherId);
  const digests = Object.fromEntries(whole.map((kind) => [READ_OF_KIND[kind], sums.get(READ_OF_KIND[kind]) ?? '0']));
  onWhole({ gatherId, digests, observedUntil });
}

async function open(store: Store, { productId, source, until }: GatherOrder, row: Kept): Promise<string> {
  const opening = { how: 'live', rereadable: source.rereadable } as const;
  return (await store.gathers.open(productId, row.id, until === null ? opening : { ...opening, mapping: PAST })).id;
}

function missingOf({ error }: Kept): readonly Missing[] {
  if (error === null) return [];
  return (JSON.parse(error) as readonly (Missing & { passing?: true })[]).filter(({ passing }) => passing !== true);
}

/** Marks a gather that read the past for one reading; it is undone as soon as that is made. */
export const PAST = 'past';

/** The first refused rows by name, the rest as a count. */
const REFUSALS_NAMED = 5;

function refusedAsMissing(source: string, { refused }: Batch): Missing[] {
  if (!refused?.length) return [];
  const named = refused.slice(0, REFUSALS_NAMED).map(({ file, row, reason }) => `${file ?? source}:${row} ${reason}`);
  const rest = refused.length > named.length ? `, and ${refused.length - named.length} more` : '';
  const because = `${refused.length} rows were refused: ${named.join('; ')}${rest}.`;
  return [
    { source, code: 'NOT_COLLECTED', because, remedy: 'Correct these rows and read again; the others were taken.' },
  ];
}
