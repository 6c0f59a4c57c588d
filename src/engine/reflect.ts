/** The one pipeline: gather → seal → facts → audits → reading → bridge. */

import { BifocalError } from '#core/errors.ts';
import { idOf } from '#core/ids.ts';
import { canonical } from '#core/json.ts';
import type { Reading } from '#core/reading.ts';
import { instantOf } from '#core/time.ts';
import { METHOD } from '#reading/method.ts';
import type { Digests } from '#store/reads.ts';
import type { Store } from '#store/store.ts';
import type { Collected } from './collect-ahead.ts';
import type { Known } from './derive-reading.ts';
import type { Whole } from './gather.ts';
import { type GatheredSources, type GatherSourcesOrder, gatherSources, type SourceOutcome } from './gather-sources.ts';
import { METHODS } from './methods.ts';
import { asItStood } from './past.ts';
import type { OnProgress } from './progress.ts';
import { roundsSeen } from './rounds.ts';
import { withQuotes } from './with-quotes.ts';

export interface ReflectOrder extends GatherSourcesOrder {
  /** Derive it from the evidence even where it is kept. */
  readonly fresh?: boolean;
  /** To hold something against an earlier day: the reading that stands goes on standing. */
  readonly lookBack?: boolean;
}

/** Everything measured at one moment; kept in the store, and given back from there while nothing it rests on changed. */
export async function reflect(store: Store, order: ReflectOrder): Promise<Reading> {
  const { product, outcomes, collected } = await gathered(store, order);
  const times = outcomes.flatMap(({ observedUntil }) => observedUntil ?? []);
  if (times.length === 0) throw new BifocalError('NOTHING_TO_READ', { target: order.target.named });
  const rounds = await roundsSeen(store, product.id, order.at);
  const at = order.at ?? Math.max(...times, ...rounds.map(({ closedAt }) => closedAt));
  const missing = outcomes.flatMap((outcome) => outcome.missing);
  const strands = strandsOf(outcomes);
  const past = order.at !== null && order.at < Math.max(...times);
  const until = knownUntil(outcomes, at);
  // The past is derived from evidence alone, whatever facts keep now.
  const digests = await store.digests(product.id);
  const rests = (kept: string) => {
    const input = inputOf(
      product,
      at,
      canonical({ missing, strands, past, heard: [...until.heardOf].sort(), rounds }),
      past ? { ...digests, kept: '0' } : { ...digests, kept },
    );
    return { input, key: idOf('reading', input) };
  };
  const before = order.fresh === true ? null : await store.readings.get(product.id, rests(digests.kept).key);
  if (before !== null) return withQuotes(store, JSON.parse(before.json) as Reading);

  const { deriveReading } = await deriving();
  const fresh = order.fresh === true;
  const known = { product, missing, strands, at, keeps: !past, fresh, rounds, collected, ...until };
  const make = () => deriveReading(store, known, order.onProgress);
  const reading = past ? await asItStood(store, product.id, { ...order, at }, make) : await make();
  const json = canonical(reading);
  // Found again by what facts keep now: from that the same reading follows.
  const { input, key } = rests((await store.digests(product.id)).kept);
  await store.readings.put(product.id, { id: key, at, method: METHOD, input, json }, order.lookBack);
  return withQuotes(store, JSON.parse(json) as Reading);
}

/** Everything gathered, and what was collected of a first history before the last of it was there. */
async function gathered(store: Store, order: ReflectOrder): Promise<GatheredSources & { collected: Collected | null }> {
  let ahead: Promise<Collected | null> = Promise.resolve(null);
  const onWhole = (productId: string, whole: Whole) => {
    // What fails here fails again, and is heard of then, where it is collected after all.
    ahead = collecting().then(({ collectAhead }) => collectAhead(store, productId, whole, order.signal));
    ahead = ahead.catch(() => null);
  };
  try {
    const sources = await gatherSources(store, {
      ...order,
      // The reading is what people are told: with it everything that it rests on is kept surely.
      kept: 'soon',
      onProgress: preparing(order.onProgress),
      ...(order.at === null && { onWhole }),
    });
    store.settle();
    return { ...sources, collected: await ahead };
  } finally {
    await ahead;
  }
}

const collecting = () => import('./collect-ahead.ts');

/** A kept reading is one look-up: what derives one is loaded where there is none, or while something new is still read. */
const deriving = () => import('./derive-reading.ts');

function preparing(onProgress: OnProgress): OnProgress {
  return (progress) => {
    if (progress.step === 'gather') deriving().catch(() => undefined);
    onProgress(progress);
  };
}

/** Each strand is known up to its own time: threads are silent, and nothing was built, only until then. */
function knownUntil(
  outcomes: readonly SourceOutcome[],
  at: number,
): Pick<Known, 'heardUntil' | 'heardOf' | 'shippedUntil'> {
  const [ships, says] = [seenUntil(outcomes, 'ships'), seenUntil(outcomes, 'says')];
  const heardOf = new Map<string, number>();
  for (const { origin, strands, observedUntil } of outcomes) {
    if (strands.includes('says') && observedUntil !== null) heardOf.set(origin, Math.min(at, observedUntil));
  }
  return { heardUntil: Math.min(at, says ?? at), heardOf, shippedUntil: Math.min(at, ships ?? at) };
}

function seenUntil(outcomes: readonly SourceOutcome[], strand: SourceOutcome['strands'][number]): number | null {
  const seen = outcomes.filter(({ strands, observedUntil }) => strands.includes(strand) && observedUntil !== null);
  // A registry that was asked today says nothing of what was built since the history at hand ends.
  const told = strand === 'ships' && seen.some(({ changes }) => changes) ? seen.filter(({ changes }) => changes) : seen;
  return told.length === 0 ? null : Math.max(...told.flatMap(({ observedUntil }) => observedUntil ?? []));
}

/** Everything a reading rests on: evidence, corrections, time, and the version of every method. */
function inputOf(product: Reading['product'], at: number, said: string, digests: Digests): string {
  return canonical({ method: METHOD, at, product, digests, said, methods: METHODS });
}

function strandsOf(outcomes: readonly SourceOutcome[]): Reading['evidence']['strands'] {
  return (['ships', 'says', 'claims'] as const).map((strand) => {
    const seen = outcomes.filter((outcome) => outcome.strands.includes(strand) && outcome.observedUntil !== null);
    const until = seenUntil(outcomes, strand);
    return {
      strand,
      state: seen.length > 0 ? 'seen' : 'not-collected',
      observedUntil: until === null ? null : instantOf(until),
      sources: seen.map(({ kind }) => kind),
    };
  });
}
