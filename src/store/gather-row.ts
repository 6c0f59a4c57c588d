/** One gather's row: its tally while it is open, and who holds it. */
import { hostname } from 'node:os';
import type { Db } from './backend.ts';
import { Sums } from './digests.ts';
import type { Tables } from './tables.ts';

export type GatherState = 'open' | 'sealed' | 'undone' | 'refused';

/** What a sealed gather did. */
export interface Counts {
  readonly added: number;
  readonly unchanged: number;
  readonly updated: number;
  readonly gone: number;
}

/** What an open gather has staged so far. */
export interface Tally {
  /** Different rows yielded. */
  seen: number;
  /** Rows that had none before and lie in evidence already, unseen until the seal. */
  fresh: number;
  /** Versions that wait in `records` because the row has another version. */
  pending: number;
  /** Sums over the fresh rows. */
  sums: Sums;
}

export function readTally(counts: string): Tally {
  const kept = JSON.parse(counts) as Partial<Omit<Tally, 'sums'> & { sums: [string, number, string][] }>;
  return {
    seen: kept.seen ?? 0,
    fresh: kept.fresh ?? 0,
    pending: kept.pending ?? 0,
    sums: Sums.from(kept.sums ?? []),
  };
}

export function writeTally(tally: Tally): string {
  return JSON.stringify({ ...tally, sums: tally.sums.entries() });
}

export async function gatherRow(db: Db, productId: string, gatherId: string): Promise<Tables['gathers']> {
  return db
    .selectFrom('gathers')
    .selectAll()
    .where('product_id', '=', productId)
    .where('id', '=', gatherId)
    .executeTakeFirstOrThrow(() => new Error(`no gather ${gatherId}`));
}

export async function setGather(
  trx: Db,
  productId: string,
  gatherId: string,
  set: Partial<Tables['gathers']>,
): Promise<void> {
  await trx.updateTable('gathers').set(set).where('product_id', '=', productId).where('id', '=', gatherId).execute();
}

/** Gathers whose rows nobody may see yet. */
export async function openGathers(trx: Db, productId: string): Promise<ReadonlySet<string>> {
  const rows = await trx
    .selectFrom('gathers')
    .select('id')
    .where('product_id', '=', productId)
    .where('state', '=', 'open')
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** Long enough for the slowest page of a rate-limited source. */
export const LEASE_MS = 600_000;

/** Who holds an open gather: machine and process. */
export const OWNER = `${hostname()}:${process.pid}`;

/** True when whoever opened it is gone: its process here has ended, or its lease elsewhere has run out. */
export function isOrphan(row: Pick<Tables['gathers'], 'owner' | 'lease_until'>, now: number): boolean {
  if ((row.lease_until ?? 0) < now) return true;
  const split = row.owner?.lastIndexOf(':') ?? -1;
  if (row.owner === null || row.owner.slice(0, split) !== hostname()) return false;
  return !isRunning(Number(row.owner.slice(split + 1)));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
