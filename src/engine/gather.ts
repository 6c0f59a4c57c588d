/** One gather of one source: stage what it yields in pieces, then seal; nothing of it shows before. */
import { BifocalError, type Missing } from '#core/errors.ts';
import type { Gathered } from '#core/evidence.ts';
import type { Git, Http, Source } from '#core/source.ts';
import type { Store } from '#store/store.ts';
import type { OnProgress } from './progress.ts';

/** Rows per staged piece: large enough for few transactions, small enough that a stop loses little. */
const PIECE = 2_000;

export interface GatherOrder {
  readonly productId: string;
  readonly source: Source;
  readonly options: unknown;
  readonly until: number | null;
  readonly deep: boolean;
  readonly git: Git;
  readonly http: Http;
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
}

export interface GatherOutcome {
  readonly missing: readonly Missing[];
  readonly observedUntil: number | null;
  readonly product: { readonly name: string; readonly kind: string } | null;
  readonly changed: boolean;
}

/** Rejects only when nothing of the source could be read and nothing was kept from before. */
export async function gather(store: Store, order: GatherOrder): Promise<GatherOutcome> {
  const { productId, source, onProgress } = order;
  const origin = await source.origin(order.options, order.git);
  const row = await store.sources.ensure(productId, {
    kind: source.id,
    origin,
    options: JSON.stringify(order.options),
  });
  const kept = () => ({ observedUntil: row.observedUntil, product: null, changed: false });
  try {
    return await gatherInto(store, order, row);
  } catch (error) {
    if (!(error instanceof BifocalError) || row.observedUntil === null) throw error;
    await store.sources.noted(productId, row.id, { state: 'failed', error: error.message });
    onProgress({ step: 'gathered', source: source.id, added: 0, unchanged: 0 });
    return {
      ...kept(),
      missing: [{ source: source.id, code: error.code, because: error.message, remedy: error.hint }],
    };
  }
}

async function gatherInto(
  store: Store,
  order: GatherOrder,
  row: { id: string; cursor: string | null; observedUntil: number | null },
): Promise<GatherOutcome> {
  const { productId, source, signal, onProgress } = order;
  const missing: Missing[] = [];
  const last: { -readonly [Key in 'cursor' | 'observedUntil' | 'product' | 'replaces']?: unknown } = {};
  let gatherId: string | null = null;
  let pending: Gathered[] = [];
  const flush = async () => {
    if (pending.length === 0) return;
    gatherId ??= await store.gathers.open(productId, row.id, 'live');
    await store.gathers.stage(productId, gatherId, pending, { rereadable: source.rereadable });
    pending = [];
  };
  try {
    const batches = source.gather({
      ...order,
      cursor: order.until === null ? row.cursor : null,
      progress: (doing, done, total) => onProgress({ step: 'gather', source: source.id, doing, done, total }),
    });
    for await (const batch of batches) {
      signal.throwIfAborted();
      if (batch.missing) missing.push(...batch.missing);
      if (batch.product) last.product = batch.product;
      if (batch.cursor !== undefined) last.cursor = batch.cursor;
      if (batch.observedUntil !== undefined) last.observedUntil = batch.observedUntil;
      if (batch.replaces) last.replaces = [...((last.replaces as unknown[]) ?? []), ...batch.replaces];
      for (const item of batch.items ?? []) {
        pending.push(item);
        if (pending.length >= PIECE) await flush();
      }
    }
    await flush();
  } catch (error) {
    if (gatherId !== null) await store.gathers.abandon(productId, gatherId);
    throw error;
  }
  const observedUntil = (last.observedUntil as number | undefined) ?? row.observedUntil;
  const product = (last.product as GatherOutcome['product']) ?? null;
  const changed = gatherId !== null || last.replaces !== undefined || last.cursor !== row.cursor;
  if (changed) {
    onProgress({ step: 'seal', source: source.id });
    gatherId ??= await store.gathers.open(productId, row.id, 'live');
    const past = order.until !== null;
    const counts = await store.gathers.seal(productId, gatherId, {
      cursor: past ? row.cursor : ((last.cursor as string | undefined) ?? row.cursor),
      observedUntil: past ? row.observedUntil : observedUntil,
      replaces: past ? [] : ((last.replaces as { origin: string; type: string }[] | undefined) ?? []),
    });
    onProgress({ step: 'gathered', source: source.id, added: counts.added, unchanged: counts.unchanged });
  }
  return { missing, observedUntil, product, changed };
}
