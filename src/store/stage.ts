/** Staging: rows go into the store in pieces, seen by nobody until their gather is sealed. */
import { setImmediate } from 'node:timers/promises';
import { BifocalError } from '#core/errors.ts';
import { type Backend, type Db, keyOf } from './backend.ts';
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
  // Where the last rows were known, the next are looked for before they are packed and refused.
  let lookFirst = false;
  for (const arrivals of pieces) {
    // What a source is told by other processes lies with the event loop: unread, it makes them wait.
    await setImmediate();
    let current: ReadonlyMap<string, Current> = lookFirst ? await currentOf(trx, productId, arrivals) : NONE;
    const unknown = arrivals.filter(({ id }) => !current.has(id));
    const placed = unknown.map((arrival) => ({ ...arrival, gatherId }));
    const fresh: ReadonlySet<string> =
      placed.length === 0 ? NOTHING : await insertEvidence(backend, trx, productId, placed);
    countFresh(tally, fresh.size === placed.length ? placed : placed.filter((row) => fresh.has(row.id)));
    lookFirst = fresh.size * 2 < arrivals.length;
    if (fresh.size === arrivals.length) continue;
    const met = arrivals.filter(({ id }) => !fresh.has(id));
    if (fresh.size < placed.length) current = await currentOf(trx, productId, met);
    await meet(backend, trx, gather, open, tally, met, current);
  }
  await setGather(trx, productId, gatherId, {
    counts: writeTally(tally),
    resume: resume ?? gather.resume,
    lease_until: backend.now() + LEASE_MS,
  });
}

/** A row without another version lies in evidence at once and is its own record until another takes its place. */
function countFresh(tally: Tally, fresh: readonly Placed[]): void {
  tally.seen += fresh.length;
  tally.fresh += fresh.length;
  for (const { gone, hash, version } of fresh) if (gone === 0) tally.sums.add(version.kind, hash);
}

const NONE: ReadonlyMap<string, Current> = new Map();
const NOTHING: ReadonlySet<string> = new Set();

async function currentOf(
  trx: Db,
  productId: string,
  arrivals: readonly Arrival[],
): Promise<ReadonlyMap<string, Current>> {
  const found = new Map<string, Current>();
  for (const part of pages(arrivals)) {
    const rows = await trx
      .selectFrom('evidence')
      .select(['id', 'hash', 'gone', 'gather_id', 'kind', 'body_hash'])
      .where('product_id', '=', productId)
      .where(
        'id',
        'in',
        part.map(({ id }) => id),
      )
      .execute();
    for (const row of rows) found.set(row.id, row);
  }
  return found;
}

/** Rows that the store knows: this gather's own, seen as they are, or another version that waits for the seal. */
async function meet(
  backend: Backend,
  trx: Db,
  gather: GatherRow,
  open: ReadonlySet<string>,
  tally: Tally,
  arrivals: readonly Arrival[],
  current: ReadonlyMap<string, Current>,
): Promise<void> {
  const records: RecordRow[] = [];
  const again: Met[] = [];
  for (const arrival of arrivals) {
    const row = current.get(arrival.id);
    if (!row) throw new Error(`evidence ${arrival.id} was refused and is not there`);
    if (row.gather_id === gather.id) {
      if (row.hash !== arrival.hash || row.gone !== arrival.gone) again.push({ arrival, current: row });
      continue;
    }
    const alike = row.hash === arrival.hash && row.gone === arrival.gone && !open.has(row.gather_id);
    records.push(recordOf(gather, arrival, alike ? null : packVersion(arrival.version)));
  }
  await noteRecords(backend, trx, gather, tally, records);
  await replaceOwn(backend, trx, gather, tally, again);
}

/** What this gather says of rows that another brought; said twice, the second holds. */
async function noteRecords(
  backend: Backend,
  trx: Db,
  gather: GatherRow,
  tally: Tally,
  records: readonly RecordRow[],
): Promise<void> {
  if (records.length === 0) return;
  for (const { raw } of records) if (raw !== null) tally.pending++;
  const fresh = await backend.insert(trx, 'records', records);
  tally.seen += fresh.size;
  if (fresh.size === records.length) return;
  for (const part of pages(records.filter((record) => !fresh.has(keyOf([record.evidence_id, record.gather_id]))))) {
    const before = await trx
      .deleteFrom('records')
      .where('product_id', '=', gather.product_id)
      .where('gather_id', '=', gather.id)
      .where(
        'evidence_id',
        'in',
        part.map((record) => record.evidence_id),
      )
      .returning('raw')
      .execute();
    for (const { raw } of before) if (raw !== null) tally.pending--;
    await backend.insert(trx, 'records', part);
  }
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
