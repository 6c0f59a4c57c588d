/** Collects facts from what a first gather brought as a whole while git still counts lines: later one core would be idle. */
import { canonical } from '#core/json.ts';
import type { FactContext, ReadName } from '#facts/define-fact.ts';
import { type EvidenceRead, KIND_OF_READ } from '#store/digests.ts';
import type { Store } from '#store/store.ts';
import { askedFacts } from './asked-facts.ts';
import { collectFacts, type Values } from './evaluate-facts.ts';
import type { Whole } from './gather.ts';

/** What was collected, and what it rests on: it is thrown away unless all of that is so in the end. */
export interface Collected {
  readonly context: string;
  readonly reads: readonly { readonly read: EvidenceRead; readonly digest: string; readonly values: Values }[];
}

/** Of a product of which nothing is known yet: with more in the store, a gather's own digest would not be that of all. */
export async function collectAhead(
  store: Store,
  productId: string,
  { gatherId, digests, observedUntil: at }: Whole,
  signal: AbortSignal,
): Promise<Collected> {
  // What the reading will be of, if no other source knows of anything later.
  const context = { at, heardUntil: at, heardOf: new Map(), shippedUntil: at, rounds: [] };
  const before = await store.read.count(productId);
  const facts = askedFacts(false);
  async function* rowsOf(read: ReadName) {
    for await (const rows of store.read.stream(productId, read, { until: at, staged: gatherId })) {
      signal.throwIfAborted();
      yield rows;
    }
  }
  const reads: Collected['reads'][number][] = [];
  for (const [read, digest] of Object.entries(digests) as [EvidenceRead, string][]) {
    if (before[KIND_OF_READ[read]] > 0) continue;
    reads.push({ read, digest, values: await collectFacts(facts, read, rowsOf as never, context) });
  }
  return { context: saidOf(context), reads };
}

/** Of what was collected ahead, all that would be collected the same now. */
export async function standing(
  store: Store,
  productId: string,
  context: FactContext,
  collected: Collected | null,
): Promise<Values> {
  if (collected === null || collected.context !== saidOf(context)) return new Map();
  const digests = await store.digests(productId);
  const same = collected.reads.filter(({ read, digest }) => digests[read] === digest);
  return new Map(same.flatMap(({ values }) => [...values]));
}

function saidOf({ heardOf = new Map(), ...context }: FactContext): string {
  return canonical({ ...context, heardOf: [...heardOf].sort() } as never);
}
