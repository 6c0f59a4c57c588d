/** The whole arithmetic of a reading: facts and audits in, everything measured at one moment out. */
import type { Alone } from '#core/alone.ts';
import type { Audit } from '#core/audit.ts';
import type { FindingKind } from '#core/finding.ts';
import type { StageSigns, Weeks } from '#core/focus.ts';
import { LEVEL } from '#core/observation.ts';
import type { Loop, OriginTold } from '#core/origin.ts';
import type { Reading } from '#core/reading.ts';
import type { Warmth } from '#core/signals.ts';
import { dayOf, instantOf, windowUntil } from '#core/time.ts';
import { aloneIn, aloneSentence } from './alone.ts';
import { toAuditReading } from './audit-reading.ts';
import { changesOf, seriesOf } from './change.ts';
import { endedStrands } from './ended-strands.ts';
import { findingsOf } from './findings.ts';
import { focusOf } from './focus.ts';
import { leanOf } from './lean.ts';
import { type LensDrawn, lensOf } from './lenses.ts';
import { METHOD } from './method.ts';
import { type OnShelf, ofItsKind } from './of-its-kind.ts';
import { originOf } from './origin.ts';
import { placeOf } from './place.ts';
import { sensitivityOf } from './sensitivity.ts';
import { focusSentence } from './sentence.ts';
import { signalsOf } from './signals.ts';
import { soreThumbOf } from './sore-thumb.ts';
import { stageOf } from './stage.ts';
import { type ConfirmedClaims, veneerOf } from './veneer.ts';
import { SEED, type Weighed, weigh } from './weigh.ts';

export interface ReadingInput {
  readonly at: number;
  readonly product: Reading['product'];
  readonly evidence: Reading['evidence'];
  readonly missing: Reading['missing'];
  readonly audits: readonly Audit[];
  readonly findings: readonly FindingKind[];
  /** Values by fact id; audits are handed those they name. */
  readonly facts: {
    readonly weeks: Weeks;
    readonly signs: StageSigns;
    readonly origins: OriginTold;
    readonly loop: Loop;
    readonly alone: Alone;
    readonly catalogue?: OnShelf;
    readonly warmth?: Warmth;
    readonly ledger?: ConfirmedClaims;
  } & Readonly<Record<string, unknown>>;
}

/** A reading with what the bridge needs to imagine another one. */
export interface Taken {
  readonly reading: Reading;
  readonly weighed: readonly Weighed[];
  readonly lenses: { readonly product: LensDrawn; readonly customer: LensDrawn };
}

export function takeReading(input: ReadingInput): Taken {
  const { at, audits, facts } = input;
  const window = windowUntil(at);
  const weighed = audits.map((audit) => ofItsKind(weigh(audit, handed(audit, facts), window), facts.catalogue));
  const changes = changesOf(audits, (audit) => handed(audit, facts), at);
  const changeOf = (id: string) => changes[audits.findIndex((audit) => audit.id === id)] ?? null;
  const product = lensOf('product', weighed);
  const customer = lensOf('customer', weighed);
  const focus = focusOf(facts.weeks, at);
  const lean = leanOf(facts.weeks, at);
  const alone = aloneIn(input.evidence, focus, facts.alone);
  const stage = stageOf(facts.signs, at);
  const reading: Reading = {
    schema: 'bifocal.reading/1',
    id: '',
    method: { version: METHOD, seed: SEED, level: LEVEL },
    product: input.product,
    at: instantOf(at),
    window: { from: dayOf(window.from), to: dayOf(window.to) },
    evidence: input.evidence,
    missing: [...input.missing, ...endedStrands(input.evidence.strands, at)],
    stage,
    ...findingsOf(input.findings, (needs) => named(needs, facts), weighed, window),
    alone,
    focus: {
      sentence:
        (alone && aloneSentence(alone.source, facts.alone, focus, input.product.customers)) ??
        focusSentence(focus, lean, input.product.customers),
      ...focus,
    },
    lean,
    origin: originOf(facts.origins),
    loop: facts.loop,
    lenses: { product: product.reading, customer: customer.reading },
    place: placeOf(product, customer),
    veneer: veneerOf(focus, facts.ledger),
    signals: signalsOf(weighed, facts.warmth ?? null),
    soreThumb: soreThumbOf({
      lenses: [product, customer],
      signals: [
        { name: 'passion', change: changeOf('own-use') },
        { name: 'authenticity', change: changeOf('claim-support') },
      ],
      stage: stage.name,
    }),
    sensitivity: sensitivityOf(product, customer),
    audits: weighed.map((one, index) =>
      toAuditReading(one, window, seriesOf(one.audit, handed(one.audit, facts), at), changes[index] ?? null),
    ),
    bridge: { actions: [], because: null },
  };
  return { reading, weighed, lenses: { product, customer } };
}

/** Only what the audit declared, so that a hidden dependency fails at once. */
function handed(audit: Audit, facts: Readonly<Record<string, unknown>>): object {
  return named(audit.facts, facts);
}

function named(needs: readonly string[], facts: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(needs.map((name) => [name, facts[name]]));
}
