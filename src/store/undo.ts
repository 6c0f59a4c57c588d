/** Undoing a whole gather: each row it brought shows what the newest gather before or after it said. */
import type { Backend, Db } from './backend.ts';
import { applySums, Sums } from './digests.ts';
import { gatherRow, setGather } from './gather-row.ts';
import { dropRounds } from './round-gathers.ts';
import { dropBlobs, insertEvidence, PAGE, type Placed, removeEvidence, versionsOf } from './rows.ts';
import type { Tables } from './tables.ts';
import { unpackVersion } from './version.ts';

type EvidenceRow = Tables['evidence'];
type RecordRow = Tables['records'];

export interface Undone {
  /** Rows that show another gather's version now. */
  readonly restored: number;
  /** Rows that no other gather had brought. */
  readonly removed: number;
  /** Rows whose former version was not kept; the source is read from the start at its next gather. */
  readonly lost: number;
  /** Rounds of the Mirror Test that no other import had brought. */
  readonly rounds: number;
}

export async function undoGather(backend: Backend, trx: Db, productId: string, gatherId: string): Promise<Undone> {
  const gather = await gatherRow(trx, productId, gatherId);
  if (gather.state !== 'sealed') throw new Error(`gather ${gatherId} is ${gather.state}, only a sealed one is undone`);
  const others = await sealedBeside(trx, productId, gatherId);
  const moved = new Sums();
  const done = { restored: 0, removed: 0, lost: 0 };
  for (let after = ''; ; ) {
    const page = await trx
      .selectFrom('evidence')
      .selectAll()
      .where('product_id', '=', productId)
      .where('gather_id', '=', gatherId)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    if (page.length === 0) break;
    after = page.at(-1)?.id ?? after;
    const next = await formerVersions(trx, productId, page, others, done);
    for (const row of page) if (row.gone === 0) moved.remove(row.kind, row.hash);
    for (const row of next) if (row.gone === 0) moved.add(row.version.kind, row.hash);
    await removeEvidence(trx, productId, page);
    await insertEvidence(backend, trx, productId, next);
    await dropBlobs(trx, productId, page);
  }
  await trx
    .updateTable('records')
    .set({ superseded_by: null })
    .where('product_id', '=', productId)
    .where('superseded_by', '=', gatherId)
    .execute();
  await setGather(trx, productId, gatherId, { state: 'undone' });
  await rewindSource(trx, gather, done.lost > 0);
  await applySums(trx, productId, moved);
  return { ...done, rounds: await dropRounds(trx, productId, gatherId) };
}

/** Sealed gathers but this one, and how late each was sealed. */
async function sealedBeside(trx: Db, productId: string, gatherId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await trx
    .selectFrom('gathers')
    .select(['id', 'sealed_at'])
    .where('product_id', '=', productId)
    .where('state', '=', 'sealed')
    .where('id', '<>', gatherId)
    .execute();
  return new Map(rows.map((row) => [row.id, row.sealed_at ?? 0]));
}

async function formerVersions(
  trx: Db,
  productId: string,
  page: readonly EvidenceRow[],
  others: ReadonlyMap<string, number>,
  done: { restored: number; removed: number; lost: number },
): Promise<Placed[]> {
  const records = await trx
    .selectFrom('records')
    .selectAll()
    .where('product_id', '=', productId)
    .where(
      'evidence_id',
      'in',
      page.map((row) => row.id),
    )
    .execute();
  const recordsOf = Map.groupBy(records, (record) => record.evidence_id);
  const next: Placed[] = [];
  for (const current of await versionsOf(trx, productId, page)) {
    const told = recordsOf.get(current.id) ?? [];
    const newest = newestOf(told, others);
    if (newest === null) {
      done.removed++;
      continue;
    }
    const version =
      newest.hash === current.hash ? current.version : unpacked(told.find((record) => isKept(record, newest.hash)));
    if (version === null) {
      done.lost++;
      continue;
    }
    done.restored++;
    next.push({ id: current.id, hash: newest.hash, gone: newest.gone, gatherId: newest.gather_id, version });
  }
  return next;
}

function newestOf(records: readonly RecordRow[], sealed: ReadonlyMap<string, number>): RecordRow | null {
  let newest: RecordRow | null = null;
  for (const record of records) {
    const at = sealed.get(record.gather_id);
    if (at === undefined) continue;
    if (newest === null || at > (sealed.get(newest.gather_id) ?? 0)) newest = record;
  }
  return newest;
}

/** Any record of the same content will do: content is told apart by its hash alone. */
function isKept(record: RecordRow, hash: string): boolean {
  return record.hash === hash && record.raw !== null;
}

function unpacked(record: RecordRow | undefined) {
  return record?.raw ? unpackVersion(record.raw) : null;
}

/** The source goes on from its newest remaining gather; from the start when a version could not be brought back. */
async function rewindSource(trx: Db, gather: Tables['gathers'], fromStart: boolean): Promise<void> {
  const newest = await trx
    .selectFrom('gathers')
    .select(['resume', 'observed_until'])
    .where('product_id', '=', gather.product_id)
    .where('source_id', '=', gather.source_id)
    .where('state', '=', 'sealed')
    .orderBy('sealed_at', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  await trx
    .updateTable('sources')
    .set({ cursor: fromStart ? null : (newest?.resume ?? null), observed_until: newest?.observed_until ?? null })
    .where('product_id', '=', gather.product_id)
    .where('id', '=', gather.source_id)
    .execute();
}

/** Throws away what an open gather staged. */
export async function discardGather(trx: Db, productId: string, gatherId: string): Promise<void> {
  const staged = await trx
    .selectFrom('evidence')
    .select('body_hash')
    .where('product_id', '=', productId)
    .where('gather_id', '=', gatherId)
    .where('body_hash', 'is not', null)
    .execute();
  for (const table of ['evidence', 'records'] as const) {
    await trx.deleteFrom(table).where('product_id', '=', productId).where('gather_id', '=', gatherId).execute();
  }
  await dropBlobs(trx, productId, staged);
  await dropRounds(trx, productId, gatherId);
  await setGather(trx, productId, gatherId, { state: 'refused', owner: null, lease_until: null, counts: '{}' });
}
