/** The verbatim evidence behind one figure of the reading of a product that was made last. */
import type { Evidence } from '#core/evidence.ts';
import type { AuditReading, Reading } from '#core/reading.ts';
import type { Store } from '#store/store.ts';
import { lastMade } from './kept-readings.ts';
import { productIdOfTarget } from './product.ts';
import type { Target } from './target.ts';

export interface Cases {
  readonly product: string;
  readonly at: string;
  readonly audit: AuditReading;
  readonly cases: readonly Evidence[];
}

/** Null when there is no such figure, or the product has not been read yet. */
export async function casesOf(store: Store, target: Target, auditId: string): Promise<Cases | null> {
  const productId = await productIdOfTarget(store, target, AbortSignal.timeout(60_000));
  if (productId === null) return null;
  const reading = await lastMade(store, productId);
  const audit = reading?.audits.find(({ id }) => id === auditId);
  if (reading === null || audit === undefined) return null;
  const found = new Map((await store.read.evidence(productId, audit.evidence)).map((row) => [row.id, row]));
  const cases = audit.evidence.flatMap((id) => found.get(id) ?? []);
  return { product: reading.product.name, at: reading.at, audit, cases };
}

/** Every row that a reading names, by id; what the store no longer holds is left out. */
export async function evidenceOf(store: Store, reading: Reading): Promise<ReadonlyMap<string, Evidence>> {
  const { making, telling, serving } = reading.focus;
  const ids = [
    ...reading.audits.flatMap(({ evidence }) => evidence),
    ...[making, telling, serving].flatMap(({ cells }) => cells.flatMap(({ evidence }) => evidence)),
    ...reading.bridge.actions.flatMap(({ evidence }) => evidence),
    ...reading.stage.evidence,
    ...reading.findings.flatMap(({ quotes }) => quotes.map(({ evidence }) => evidence)),
  ];
  const rows = await store.read.evidence(reading.product.id, [...new Set(ids)]);
  return new Map(rows.map((row) => [row.id, row]));
}
