/** The one pipeline: gather → seal → facts → audits → reading → bridge. */

import { AUDITS } from '#audits/registry.ts';
import { actionsOf } from '#bridge/actions.ts';
import { BifocalError } from '#core/errors.ts';
import { idOf } from '#core/ids.ts';
import { canonical } from '#core/json.ts';
import type { Reading } from '#core/reading.ts';
import { instantOf, windowUntil } from '#core/time.ts';
import { FACTS } from '#facts/registry.ts';
import { FINDINGS } from '#findings/registry.ts';
import { METHOD, takeReading } from '#reading/take-reading.ts';
import type { Store } from '#store/store.ts';
import { evaluateFacts } from './evaluate-facts.ts';
import { type GatherOutcome, gather } from './gather.ts';
import { openHttp } from './http.ts';
import { loadSource, productIdOf } from './load-source.ts';
import type { OnProgress } from './progress.ts';
import type { Target } from './target.ts';
import { withQuotes } from './with-quotes.ts';

export interface ReflectOrder {
  readonly target: Target;
  /** Read the past (ms UTC); null reads all that is known. */
  readonly at: number | null;
  readonly deep: boolean;
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
}

/** Everything measured at one moment; kept in the store, and given back from there while nothing it rests on changed. */
export async function reflect(store: Store, order: ReflectOrder): Promise<Reading> {
  const gathered = await gatherAll(store, order);
  const { product, outcomes } = gathered;
  const known = outcomes.flatMap(({ observedUntil }) => observedUntil ?? []);
  if (known.length === 0) throw new BifocalError('NOTHING_TO_READ', { target: order.target.named });
  const at = order.at ?? Math.max(...known);
  const missing = outcomes.flatMap((outcome) => outcome.missing);
  const strands = strandsOf(outcomes);
  const input = await inputOf(store, product, at, canonical({ missing, strands }));
  const key = idOf('reading', input);
  const before = await store.readings.get(product.id, key);
  if (before !== null) return withQuotes(store, JSON.parse(before.json) as Reading);

  order.onProgress({ step: 'facts' });
  const facts = await evaluateFacts(FACTS, (name) => store.read.stream(product.id, name, { until: at }), at);
  order.onProgress({ step: 'reading' });
  const { tally } = facts;
  const taken = takeReading({
    at,
    product,
    missing,
    evidence: { ...tally, claims: 0, strands },
    audits: AUDITS,
    findings: FINDINGS,
    facts: facts as never,
  });
  const actions = actionsOf(taken, at, windowUntil(at));
  const because = actions.length === 0 ? 'Nothing that was read asks for a step now.' : null;
  const reading = named({ ...taken.reading, bridge: { actions, because } });
  const json = canonical(reading);
  await store.readings.put(product.id, { id: key, at, method: METHOD, input, json });
  return withQuotes(store, JSON.parse(json) as Reading);
}

interface SourceOutcome extends GatherOutcome {
  readonly kind: string;
  readonly strands: readonly ('ships' | 'says' | 'claims')[];
}

/** What a reading tells of a product. */
function toldOf({ id, name, kind, customers }: Reading['product']): Reading['product'] {
  return { id, name, kind, customers };
}

async function gatherAll(store: Store, order: ReflectOrder) {
  const outcomes: SourceOutcome[] = [];
  let product: Reading['product'] | null = null;
  for (const wanted of order.target.sources) {
    const { source, options, git } = await loadSource(wanted, order.signal);
    product ??= toldOf(
      await store.products.ensure({
        id: productIdOf(await source.origin(options, git)),
        name: order.target.name,
        kind: source.id === 'git' ? 'software' : 'product',
      }),
    );
    const { deep, signal, onProgress } = order;
    const http = openHttp({ signal });
    const asked = { productId: product.id, source, options, deep, git, http, signal, onProgress };
    const outcome = await gather(store, { ...asked, until: null });
    if (order.at !== null) await gather(store, { ...asked, until: order.at });
    outcomes.push({ ...outcome, kind: source.id, strands: source.strands });
    if (outcome.product && outcomes.length === 1) {
      await store.products.change(product.id, outcome.product);
      product = { ...product, ...outcome.product };
    }
  }
  if (product === null) throw new BifocalError('NOTHING_TO_READ', { target: order.target.named });
  return { product, outcomes };
}

/** Named by what it says, so that two machines with different keys for pseudonyms give the same bytes. */
function named(reading: Reading): Reading {
  const { id: _, ...said } = reading;
  return { ...reading, id: idOf('reading', canonical(said)) };
}

/** Everything a reading rests on: evidence, corrections, time, and the version of every method. */
async function inputOf(store: Store, product: Reading['product'], at: number, said: string): Promise<string> {
  const methods = [
    ...FACTS.map((fact) => `fact ${fact.id} ${fact.version}`),
    ...AUDITS.map((audit) => `audit ${audit.id} ${audit.version}`),
    ...FINDINGS.map((kind) => `finding ${kind.id} ${kind.version}`),
  ];
  return canonical({
    method: METHOD,
    at,
    product,
    digests: await store.digests(product.id),
    said,
    methods: methods.sort(),
  });
}

function strandsOf(outcomes: readonly SourceOutcome[]): Reading['evidence']['strands'] {
  return (['ships', 'says', 'claims'] as const).map((strand) => {
    const seen = outcomes.filter((outcome) => outcome.strands.includes(strand) && outcome.observedUntil !== null);
    const until = seen.flatMap(({ observedUntil }) => observedUntil ?? []);
    return {
      strand,
      state: seen.length > 0 ? 'seen' : 'not-collected',
      observedUntil: until.length > 0 ? instantOf(Math.max(...until)) : null,
      sources: seen.map(({ kind }) => kind),
    };
  });
}
