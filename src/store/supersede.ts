/** Puts one version of a row in place of another, so that the former one can come back. */
import type { Backend, Db } from './backend.ts';
import { readTally, setGather, writeTally } from './gather-row.ts';
import { dropBlobs, insertEvidence, type Placed, removeEvidence, versionsOf } from './rows.ts';
import type { Tables } from './tables.ts';
import { packVersion } from './version.ts';

type EvidenceRow = Tables['evidence'];
type RecordRow = Tables['records'];

/** Writes `next` over `former` (rows that exist among them), whose versions are kept as records of their gathers. */
export async function supersede(
  backend: Backend,
  trx: Db,
  productId: string,
  former: readonly EvidenceRow[],
  next: readonly Placed[],
  by: string,
): Promise<void> {
  await keepRecords(backend, trx, productId, former, by);
  await removeEvidence(trx, productId, former);
  await insertEvidence(backend, trx, productId, next);
  await dropBlobs(trx, productId, former);
}

/** The record of each former version, with its content: a source may not tell it a second time. */
async function keepRecords(
  backend: Backend,
  trx: Db,
  productId: string,
  former: readonly EvidenceRow[],
  by: string,
): Promise<void> {
  if (former.length === 0) return;
  const known = await trx
    .selectFrom('records')
    .select(['evidence_id', 'gather_id', 'raw'])
    .where('product_id', '=', productId)
    .where(
      'evidence_id',
      'in',
      former.map((row) => row.id),
    )
    .execute();
  const rawOf = new Map(known.map((row) => [`${row.evidence_id} ${row.gather_id}`, row.raw]));
  const records: RecordRow[] = (await versionsOf(trx, productId, former)).map((was) => ({
    product_id: productId,
    evidence_id: was.id,
    gather_id: was.gatherId,
    hash: was.hash,
    gone: was.gone,
    raw: rawOf.get(`${was.id} ${was.gatherId}`) ?? packVersion(was.version),
    superseded_by: by,
  }));
  for (const [gatherId, own] of Map.groupBy(records, (record) => record.gather_id)) {
    await trx
      .deleteFrom('records')
      .where('product_id', '=', productId)
      .where('gather_id', '=', gatherId)
      .where(
        'evidence_id',
        'in',
        own.map((record) => record.evidence_id),
      )
      .execute();
  }
  await backend.insert(trx, 'records', records);
}

/**
 * Two gathers of the same source at once: what the other had put in first now waits in its records until it seals.
 * Its tally must say so, or its digest would count rows that are not its own any more.
 */
export async function giveBack(trx: Db, productId: string, gatherId: string, rows: readonly EvidenceRow[]) {
  const gather = await trx
    .selectFrom('gathers')
    .select('counts')
    .where('product_id', '=', productId)
    .where('id', '=', gatherId)
    .executeTakeFirstOrThrow();
  const tally = readTally(gather.counts);
  tally.fresh -= rows.length;
  tally.pending += rows.length;
  for (const row of rows) if (row.gone === 0) tally.sums.remove(row.kind, row.hash);
  await setGather(trx, productId, gatherId, { counts: writeTally(tally) });
}
