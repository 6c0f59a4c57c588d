/** Staging: rows go into the store in pieces, seen by nobody until their gather is sealed. */
import { BifocalError } from '#core/errors.ts';
import type { Backend, Db } from './backend.ts';
import { gatherRow, LEASE_MS, OWNER, openGathers, readTally, setGather, type Tally, writeTally } from './gather-row.ts';
import { dropBlobs, insertEvidence, type Placed, pages, removeEvidence } from './rows.ts';
import type { Tables } from './tables.ts';
import { packVersion } from './version.ts';
import type { Arrival } from './waiting-room.ts';

type GatherRow = Tables['gathers'];
type RecordRow = Tables['records'];

/** How an arrival met what the store holds. */
interface Met {
  readonly arrival: Arrival;
  readonly current: Current;
}

type Current = Pick<Tables['evidence'], 'id' | 'hash' | 'gone' | 'gather_id' | 'kind' | 'body_hash'>;

/** Puts pieces of a gather into the store, each without repeats. */
export async function stagePieces(
  backend: Backend,
  trx: Db,
  productId: string,
  gatherId: string,
  pieces: Iterable<readonly Arrival[]>,
  resume: string | null,
): Promise<void> {
  const gather = await gatherRow(trx, productId, gatherId);
  // Another process took it for dead (a laptop that slept) and discarded it.
  if (gather.state !== 'open' || gather.owner !== OWNER) throw new BifocalError('INTERRUPTED');
  const tally = readTally(gather.counts);
  const open = await openGathers(trx, productId);
  for (const arrivals of pieces) {
    const placed = arrivals.map((arrival) => ({ ...arrival, gatherId }));
    const fresh = await insertEvidence(backend, trx, productId, placed);
    const isFresh = fresh.size === placed.length ? placed : placed.filter((row) => fresh.has(row.id));
    await keepFresh(backend, trx, gather, tally, isFresh);
    if (fresh.size < placed.length) {
      for (const part of pages(arrivals.filter((arrival) => !fresh.has(arrival.id)))) {
        await meet(backend, trx, gather, open, tally, part);
      }
    }
  }
  await setGather(trx, productId, gatherId, {
    counts: writeTally(tally),
    resume: resume ?? gather.resume,
    lease_until: backend.now() + LEASE_MS,
  });
}

/**
 * A row without another version lies in evidence at once and is its own record. Only where the source cannot be read
 * again is the record kept beside it.
 */
async function keepFresh(backend: Backend, trx: Db, gather: GatherRow, tally: Tally, fresh: readonly Placed[]) {
  tally.seen += fresh.length;
  tally.fresh += fresh.length;
  for (const { gone, hash, version } of fresh) if (gone === 0) tally.sums.add(version.kind, hash);
  if (gather.rereadable === 1) return;
  await backend.insert(
    trx,
    'records',
    fresh.map((row) => recordOf(gather, row, packVersion(row.version))),
  );
}

/** Rows that the store knows: this gather's own, seen as they are, or another version that waits for the seal. */
async function meet(
  backend: Backend,
  trx: Db,
  gather: GatherRow,
  open: ReadonlySet<string>,
  tally: Tally,
  arrivals: readonly Arrival[],
): Promise<void> {
  const ids = arrivals.map((arrival) => arrival.id);
  const current = await trx
    .selectFrom('evidence')
    .select(['id', 'hash', 'gone', 'gather_id', 'kind', 'body_hash'])
    .where('product_id', '=', gather.product_id)
    .where('id', 'in', ids)
    .execute();
  const before = await ownRecords(trx, gather, ids);
  const records: RecordRow[] = [];
  const again: Met[] = [];
  const byId = new Map(current.map((row) => [row.id, row]));
  for (const arrival of arrivals) {
    const row = byId.get(arrival.id);
    if (!row) throw new Error(`evidence ${arrival.id} was refused and is not there`);
    if (row.gather_id === gather.id) {
      if (row.hash !== arrival.hash || row.gone !== arrival.gone) again.push({ arrival, current: row });
      continue;
    }
    const alike = row.hash === arrival.hash && row.gone === arrival.gone && !open.has(row.gather_id);
    const was = before.get(arrival.id);
    if (!was) tally.seen++;
    tally.pending += (alike ? 0 : 1) - (was?.raw ? 1 : 0);
    records.push(recordOf(gather, arrival, alike ? null : packVersion(arrival.version)));
  }
  await putRecords(backend, trx, gather, records);
  await replaceOwn(backend, trx, gather, tally, again);
}

/** A gather that yields a row twice means the second. */
async function replaceOwn(backend: Backend, trx: Db, gather: GatherRow, tally: Tally, again: readonly Met[]) {
  if (again.length === 0) return;
  for (const { arrival, current } of again) {
    if (current.gone === 0) tally.sums.remove(current.kind, current.hash);
    if (arrival.gone === 0) tally.sums.add(arrival.version.kind, arrival.hash);
  }
  const former = again.map((met) => met.current);
  const placed = again.map(({ arrival }) => ({ ...arrival, gatherId: gather.id }));
  await removeEvidence(trx, gather.product_id, former);
  await insertEvidence(backend, trx, gather.product_id, placed);
  await dropBlobs(trx, gather.product_id, former);
  if (gather.rereadable === 1) return;
  const records = placed.map((row) => recordOf(gather, row, packVersion(row.version)));
  await putRecords(backend, trx, gather, records);
}

function recordOf(gather: GatherRow, row: Pick<Placed, 'id' | 'hash' | 'gone'>, raw: Uint8Array | null): RecordRow {
  const { id, hash, gone } = row;
  return {
    product_id: gather.product_id,
    evidence_id: id,
    gather_id: gather.id,
    hash,
    gone,
    raw,
    superseded_by: null,
  };
}

async function putRecords(backend: Backend, trx: Db, gather: GatherRow, records: readonly RecordRow[]) {
  if (records.length === 0) return;
  await trx
    .deleteFrom('records')
    .where('product_id', '=', gather.product_id)
    .where('gather_id', '=', gather.id)
    .where(
      'evidence_id',
      'in',
      records.map((record) => record.evidence_id),
    )
    .execute();
  await backend.insert(trx, 'records', records);
}

async function ownRecords(trx: Db, gather: GatherRow, ids: readonly string[]): Promise<Map<string, RecordRow>> {
  const rows = await trx
    .selectFrom('records')
    .selectAll()
    .where('product_id', '=', gather.product_id)
    .where('gather_id', '=', gather.id)
    .where('evidence_id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.evidence_id, row]));
}
