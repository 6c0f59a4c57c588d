/** How good an order of changes per ask is, and where links are sure enough to be taken without asking. */
import { sureFrom } from '#language/link/sure.ts';
import type { LinkWorld } from './link-files.ts';

export interface Ranked {
  readonly change: number;
  readonly probability: number;
}

export interface Order {
  readonly pAt1: number;
  readonly hitAt10: number;
  readonly mrr: number;
}

export interface Taken {
  readonly precision: number | null;
  readonly recall: number;
  /** Asks with at least one right link taken, of all with a known one. */
  readonly asks: number;
  readonly taken: number;
  readonly threshold: number;
}

/** Ties count against it: whatever is as likely and not known to be right stands before. */
export function orderOf(world: LinkWorld, asks: readonly number[], found: (ask: number) => readonly Ranked[]): Order {
  let [first, ten, inverse] = [0, 0, 0];
  for (const ask of asks) {
    const gold = world.gold.get(ask);
    const order = found(ask);
    const best = order.find(({ change }) => gold?.has(change));
    if (best === undefined) continue;
    const rank = 1 + order.filter((one) => one.probability >= best.probability && !gold?.has(one.change)).length;
    if (rank === 1) first += 1;
    if (rank <= 10) ten += 1;
    inverse += 1 / rank;
  }
  const n = Math.max(1, asks.length);
  return { pAt1: rounded(first / n), hitAt10: rounded(ten / n), mrr: rounded(inverse / n) };
}

/** Links at or above the threshold, held against what is known of these asks. */
export function takenAt(
  world: LinkWorld,
  asks: readonly number[],
  found: (ask: number) => readonly Ranked[],
  threshold: number,
): Taken {
  let [taken, right, all, reached] = [0, 0, 0, 0];
  for (const ask of asks) {
    const gold = world.gold.get(ask) ?? new Set();
    all += gold.size;
    let own = 0;
    for (const { change, probability } of found(ask)) {
      if (probability < threshold || world.leftOut.get(ask)?.has(change)) continue;
      taken += 1;
      if (gold.has(change)) own += 1;
    }
    right += own;
    if (own > 0) reached += 1;
  }
  return {
    precision: taken === 0 ? null : rounded(right / taken),
    recall: rounded(right / Math.max(1, all)),
    asks: rounded(reached / Math.max(1, asks.length)),
    taken,
    threshold: rounded(threshold),
  };
}

/** Where links are sure enough, as these asks tell; null where they tell too little. */
export function barFrom(
  world: LinkWorld,
  asks: readonly number[],
  found: (ask: number) => readonly Ranked[],
): number | null {
  const rows = asks.flatMap((ask) =>
    found(ask)
      .filter(({ change }) => !world.leftOut.get(ask)?.has(change))
      .map(({ change, probability }) => ({ probability, right: world.gold.get(ask)?.has(change) === true })),
  );
  return sureFrom(rows);
}

/** Asks with a known link, the first half of them by time and the second. */
export function halvesOf({ asked, gold }: LinkWorld): readonly [older: readonly number[], newer: readonly number[]] {
  const asks = [...gold.keys()].sort((a, b) => (asked[a]?.createdAt ?? 0) - (asked[b]?.createdAt ?? 0) || a - b);
  const half = Math.floor(asks.length / 2);
  return [asks.slice(0, half), asks.slice(half)];
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
