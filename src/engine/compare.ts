/** Reads several products as of one day and holds the readings against each other. */
import type { Comparison } from '#core/comparison.ts';
import { BifocalError } from '#core/errors.ts';
import type { Reading } from '#core/reading.ts';
import { compare } from '#reading/compare/compare.ts';
import type { Store } from '#store/store.ts';
import { lastMade } from './kept-readings.ts';
import type { OnProgress } from './progress.ts';
import { reflect } from './reflect.ts';
import type { Target } from './target.ts';

export interface CompareOrder {
  readonly targets: readonly Target[];
  /** Read all as of then (ms UTC); null takes the day on which the first of them ends. */
  readonly at: number | null;
  readonly signal: AbortSignal;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly onProgress: OnProgress;
}

/** One after the other: each holds its own lease, and a comparison is not in a hurry. Rejects with NOT_COMPARABLE too. */
export async function compareTargets(store: Store, order: CompareOrder): Promise<Comparison> {
  const read = (target: Target, at: number | null) =>
    reflect(store, { ...order, target, at, deep: false, issues: true });
  const readings: Reading[] = [];
  for (const target of order.targets) readings.push(await read(target, order.at));
  const day = order.at ?? Math.min(...readings.map(({ at }) => Date.parse(at)));
  for (const [place, target] of order.targets.entries()) {
    const made = readings[place];
    if (made !== undefined && Date.parse(made.at) > day) readings[place] = await read(target, day);
  }
  return compare(readings);
}

/** The readings that stand, as they are. Rejects with NOT_THERE where one was never read, and with NOT_COMPARABLE. */
export async function compareStanding(store: Store, products: readonly string[]): Promise<Comparison> {
  const readings: Reading[] = [];
  for (const product of products) {
    const kept = await lastMade(store, product);
    if (kept === null) throw new BifocalError('NOT_THERE', { what: `reading of ${product}` });
    readings.push(kept);
  }
  return compare(readings);
}
