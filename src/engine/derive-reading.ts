/** From the evidence of a product to its reading: facts, audits, arithmetic, steps. */
import { setImmediate } from 'node:timers/promises';
import { AUDITS } from '#audits/registry.ts';
import { actionsOf } from '#bridge/actions.ts';
import { idOf } from '#core/ids.ts';
import { canonical } from '#core/json.ts';
import type { RoundSeen } from '#core/mirror.ts';
import type { Reading } from '#core/reading.ts';
import { windowUntil } from '#core/time.ts';
import { FINDINGS } from '#findings/registry.ts';
import { takeReading } from '#reading/take-reading.ts';
import type { Store } from '#store/store.ts';
import { askedFacts } from './asked-facts.ts';
import { claimsAreHeld, NOT_HELD } from './claims-held.ts';
import { type Collected, standing } from './collect-ahead.ts';
import { evaluateFacts } from './evaluate-facts.ts';
import { keeperOf } from './keep-facts.ts';
import type { OnProgress } from './progress.ts';
import { fromOutside } from './whose.ts';

export interface Known {
  readonly product: Reading['product'];
  readonly missing: Reading['missing'];
  readonly strands: Reading['evidence']['strands'];
  readonly at: number;
  readonly heardUntil: number;
  readonly heardOf: ReadonlyMap<string, number>;
  readonly shippedUntil: number;
  readonly rounds: readonly RoundSeen[];
  /** Whether what facts keep is theirs to change: not in the past. */
  readonly keeps: boolean;
  /** Facts keep anew what they keep, as if they had kept nothing. */
  readonly fresh: boolean;
  /** What was collected while the history was still read, if anything was. */
  readonly collected?: Collected | null;
}

export async function deriveReading(store: Store, known: Known, onProgress: OnProgress): Promise<Reading> {
  const { product, missing, strands, at, heardUntil, heardOf, shippedUntil, rounds } = known;
  // Who asked to stop is heard now or not before facts are through: until here nothing may have waited for the system.
  await setImmediate();
  onProgress({ step: 'facts' });
  const stream = (name: Parameters<typeof store.read.stream>[1]) => store.read.stream(product.id, name, { until: at });
  const keeper = keeperOf(store, product.id, { keeps: known.keeps, fresh: known.fresh, at });
  const held = await claimsAreHeld(store, product.id, at);
  const context = { at, heardUntil, heardOf, shippedUntil, rounds };
  const ahead = await standing(store, product.id, context, known.collected ?? null);
  const derived = await evaluateFacts(askedFacts(held), stream, at, context, keeper, ahead);
  const ledger = held ? derived.ledger : NOT_HELD;
  const facts = { ...derived, ledger: product.theirs === true ? fromOutside(ledger) : ledger };
  onProgress({ step: 'reading' });
  const { tally } = facts;
  const taken = takeReading({
    at,
    product,
    missing,
    evidence: {
      ...tally,
      claims: facts.ledger.all.filter(({ lastAt, verdict }) => lastAt === null && verdict !== 'unsaid').length,
      strands,
    },
    audits: AUDITS,
    findings: FINDINGS,
    facts: facts as never,
  });
  const actions = actionsOf(taken, at, windowUntil(at));
  const because = actions.length === 0 ? 'Nothing that was read asks for a step now.' : null;
  return named({ ...taken.reading, bridge: { actions, because } });
}

/** Named by what it says, so that two machines with different keys for pseudonyms give the same bytes. */
function named(reading: Reading): Reading {
  const { id: _, ...said } = reading;
  return { ...reading, id: idOf('reading', canonical(said)) };
}
