/** Readings that are kept, found by what is meant: the newest by its time, the last that was made, the one of a day. */
import type { Reading } from '#core/reading.ts';
import type { Store } from '#store/store.ts';

/** As it was made. What the store keeps was written from a reading, and is read back as one. */
export async function keptReading(store: Store, productId: string, id: string): Promise<Reading | null> {
  const kept = await store.readings.get(productId, id);
  return kept && (JSON.parse(kept.json) as Reading);
}

/** The newest by the time that it is of, whatever was read after it; null where none was made. */
export async function newestReading(store: Store, productId: string): Promise<Reading | null> {
  return readingUntil(store, productId, Number.POSITIVE_INFINITY);
}

/** The newest that is of no later than `until`. */
export async function readingUntil(store: Store, productId: string, until: number): Promise<Reading | null> {
  const [found] = (await store.readings.list(productId))
    .filter(({ at }) => at <= until)
    .sort((a, b) => b.at - a.at || b.madeAt - a.madeAt);
  return found ? keptReading(store, productId, found.id) : null;
}

/** The last that was made, of whatever day: after `--at` it is one of the past. */
export async function lastMade(store: Store, productId: string): Promise<Reading | null> {
  const [last] = await store.readings.list(productId);
  return last ? keptReading(store, productId, last.id) : null;
}
