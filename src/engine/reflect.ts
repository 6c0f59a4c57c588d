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
import { type GatheredSources, type GatherSourcesOrder, gatherSources, type SourceOutcome } from './gather-sources.ts';
import { asItStood } from './past.ts';
import { withQuotes } from './with-quotes.ts';

export type ReflectOrder = GatherSourcesOrder;

/** Everything measured at one moment; kept in the store, and given back from there while nothing it rests on changed. */
export async function reflect(store: Store, order: ReflectOrder): Promise<Reading> {
  const { product, outcomes } = await gatherSources(store, order);
  const known = outcomes.flatMap(({ observedUntil }) => observedUntil ?? []);
  if (known.length === 0) throw new BifocalError('NOTHING_TO_READ', { target: order.target.named });
  const at = order.at ?? Math.max(...known);
  const missing = outcomes.flatMap((outcome) => outcome.missing);
  const strands = strandsOf(outcomes);
  const past = order.at !== null && order.at < Math.max(...known);
  const input = await inputOf(store, product, at, canonical({ missing, strands, past }));
  const key = idOf('reading', input);
  const before = await store.readings.get(product.id, key);
  if (before !== null) return withQuotes(store, JSON.parse(before.json) as Reading);

  const make = () => readingOf(store, order, { product, outcomes, missing, strands, at });
  const reading = past ? await asItStood(store, product.id, { ...order, at }, make) : await make();
  const json = canonical(reading);
  await store.readings.put(product.id, { id: key, at, method: METHOD, input, json });
  return withQuotes(store, JSON.parse(json) as Reading);
}

interface Gathered extends GatheredSources {
  readonly missing: Reading['missing'];
  readonly strands: Reading['evidence']['strands'];
  readonly at: number;
}

async function readingOf(store: Store, order: ReflectOrder, gathered: Gathered): Promise<Reading> {
  const { product, outcomes, missing, strands, at } = gathered;
  order.onProgress({ step: 'facts' });
  const stream = (name: Parameters<typeof store.read.stream>[1]) => store.read.stream(product.id, name, { until: at });
  const facts = await evaluateFacts(FACTS, stream, at, knownUntil(outcomes, at));
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
  return named({ ...taken.reading, bridge: { actions, because } });
}

/** Each strand is known up to its own time: threads are silent, and nothing was built, only until then. */
function knownUntil(outcomes: readonly SourceOutcome[], at: number): { heardUntil: number; shippedUntil: number } {
  const [ships, says] = [seenUntil(outcomes, 'ships'), seenUntil(outcomes, 'says')];
  return { heardUntil: Math.min(at, says ?? at), shippedUntil: Math.min(at, ships ?? at) };
}

function seenUntil(outcomes: readonly SourceOutcome[], strand: SourceOutcome['strands'][number]): number | null {
  const seen = outcomes.filter(({ strands, observedUntil }) => strands.includes(strand) && observedUntil !== null);
  // A registry that was asked today says nothing of what was built since the history at hand ends.
  const told = strand === 'ships' && seen.some(({ changes }) => changes) ? seen.filter(({ changes }) => changes) : seen;
  return told.length === 0 ? null : Math.max(...told.flatMap(({ observedUntil }) => observedUntil ?? []));
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
    const until = seenUntil(outcomes, strand);
    return {
      strand,
      state: seen.length > 0 ? 'seen' : 'not-collected',
      observedUntil: until === null ? null : instantOf(until),
      sources: seen.map(({ kind }) => kind),
    };
  });
}
