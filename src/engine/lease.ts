/** The product's lease: held while what facts keep is written, so that nobody else writes it meanwhile. */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Store } from '#store/store.ts';

/** A write of 100,000 rows takes a few seconds; who was stopped in it keeps others waiting no longer than this. */
const HELD = 60_000;
const AGAIN = 50;

export async function underLease<Result>(
  store: Store,
  productId: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const owner = randomUUID();
  while (!(await store.jobs.lease(productId, owner, HELD))) await wait(AGAIN);
  try {
    return await work();
  } finally {
    await store.jobs.release(productId, owner);
  }
}
