/** The reading that stands for a product now: the one that was made last. */
import type { Reading } from '#core/reading.ts';
import type { Store } from '#engine/open-store.ts';
import { withQuotes } from '#engine/with-quotes.ts';
import { type View, viewOf } from '#report/view.ts';

export async function readingNow(store: Store, productId: string): Promise<{ id: string; at: number } | null> {
  const [newest] = await store.readings.list(productId);
  return newest ?? null;
}

/** A kept reading, and its sentences; its quotes are looked up as they stand today. */
export async function toldOf(store: Store, json: string): Promise<{ reading: Reading; view: View }> {
  const reading = await withQuotes(store, JSON.parse(json) as Reading);
  const quoted = reading.findings.flatMap(({ quotes }) => quotes.map(({ evidence }) => evidence));
  const rows = await store.read.evidence(reading.product.id, quoted);
  return { reading, view: viewOf(reading, new Map(rows.map((row) => [row.id, row]))) };
}
