/** Sealing: one transaction in which everything a gather staged becomes what is seen. */
import type { Backend, Db, Kept } from './backend.ts';
import { applySums, type Sums } from './digests.ts';
import { type Counts, gatherRow, openGathers, readTally, setGather } from './gather-row.ts';
import { PAGE, type Placed } from './rows.ts';
import { giveBack, supersede } from './supersede.ts';
import type { Tables } from './tables.ts';
import { unpackVersion } from './version.ts';

type EvidenceRow = Tables['evidence'];

export interface Sealing {
  /** Where the next gather of the source starts. */
  readonly cursor: string | null;
  /** The time up to which the source is known, ms UTC. */
  readonly observedUntil: number | null;
  /** Every row of these origins and types that this gather did not yield is gone there. */
  readonly replaces?: readonly { readonly origin: string; readonly type: string }[];
  /** `soon` where nobody is told before something else was kept surely. */
  readonly kept?: Kept;
}

/**
 * A version of a source that can be read again is kept for this many later gathers, so that those can be undone; then
 * its content goes, and an undo that would need it reads the source from the start.
 */
const UNDOABLE = 5;

export async function sealGather(
  backend: Backend,
  trx: Db,
  productId: string,
  gatherId: string,
  sealing: Sealing,
): Promise<Counts> {
  const gather = await gatherRow(trx, productId, gatherId);
  // Asked twice (the answer to the first was lost): the same answer.
  if (gather.state === 'sealed') return JSON.parse(gather.counts) as Counts;
  if (gather.state !== 'open') throw new Error(`gather ${gatherId} is ${gather.state}`);
  const tally = readTally(gather.counts);
  const moved = tally.sums;
  const waited = { added: 0, updated: 0, gone: 0 };
  if (tally.pending > 0) await projectPending(backend, trx, gather, moved, waited);
  const vanished = await markGone(backend, trx, gather, sealing.replaces ?? [], moved);
  const added = tally.fresh + waited.added;
  const unchanged = tally.seen - added - waited.updated - waited.gone;
  const counts = { added, unchanged, updated: waited.updated, gone: waited.gone + vanished };
  await setGather(trx, productId, gatherId, {
    state: 'sealed',
    counts: JSON.stringify(counts),
    resume: sealing.cursor,
    observed_until: sealing.observedUntil,
    owner: null,
    lease_until: null,
    sealed_at: await nextSealedAt(backend, trx, productId),
  });
  await trx
    .updateTable('sources')
    .set({ cursor: sealing.cursor, observed_until: sealing.observedUntil, state: 'ok', error: null })
    .where('product_id', '=', productId)
    .where('id', '=', gather.source_id)
    .execute();
  await applySums(trx, productId, moved);
  await dropOwnVersions(trx, gather);
  if (gather.rereadable === 1) await dropOldVersions(trx, gather);
  return counts;
}

/** Versions that waited because their row has another one: they take its place, unless it is the same by now. */
async function projectPending(
  backend: Backend,
  trx: Db,
  gather: Tables['gathers'],
  moved: Sums,
  done: { added: number; updated: number; gone: number },
): Promise<void> {
  const opened = await openGathers(trx, gather.product_id);
  for (let after = ''; ; ) {
    const page = await trx
      .selectFrom('records')
      .select(['evidence_id', 'hash', 'gone', 'raw'])
      .where('product_id', '=', gather.product_id)
      .where('gather_id', '=', gather.id)
      .where('raw', 'is not', null)
      .where('evidence_id', '>', after)
      .orderBy('evidence_id')
      .limit(PAGE)
      .execute();
    if (page.length === 0) break;
    after = page.at(-1)?.evidence_id ?? after;
    const rows = await evidenceRows(
      trx,
      gather.product_id,
      page.map((record) => record.evidence_id),
    );
    const former: EvidenceRow[] = [];
    const next: Placed[] = [];
    for (const { evidence_id: id, hash, gone, raw } of page) {
      const row = rows.get(id);
      // Its own fresh row.
      if (raw === null || row?.gather_id === gather.id) continue;
      const seen = row !== undefined && !opened.has(row.gather_id);
      if (seen && row.hash === hash && row.gone === gone) continue;
      if (row) former.push(row);
      if (seen && row.gone === 0) moved.remove(row.kind, row.hash);
      if (!seen) done.added++;
      else if (gone === 1) done.gone++;
      else done.updated++;
      const version = unpackVersion(raw);
      if (gone === 0) moved.add(version.kind, hash);
      next.push({ id, hash, gone, gatherId: gather.id, version });
    }
    for (const [other, rows] of Map.groupBy(former, (row) => row.gather_id)) {
      if (opened.has(other)) await giveBack(trx, gather.product_id, other, rows);
    }
    await supersede(backend, trx, gather.product_id, former, next, gather.id);
  }
}

/** Rows of a replaced kind that nobody saw this time: gone there, kept here. */
async function markGone(
  backend: Backend,
  trx: Db,
  gather: Tables['gathers'],
  replaces: readonly { readonly origin: string; readonly type: string }[],
  moved: Sums,
): Promise<number> {
  let gone = 0;
  // A first gather of its source has nothing behind it that could be gone, and looking costs a walk through all rows.
  if (replaces.length === 0 || !(await hasBefore(trx, gather))) return gone;
  for (const { origin, type } of replaces) {
    for (let after = ''; ; ) {
      const page = await trx
        .selectFrom('evidence as e')
        .innerJoin('gathers as g', (join) =>
          join.onRef('g.product_id', '=', 'e.product_id').onRef('g.id', '=', 'e.gather_id'),
        )
        .leftJoin('records as r', (join) =>
          join
            .onRef('r.product_id', '=', 'e.product_id')
            .onRef('r.evidence_id', '=', 'e.id')
            .on('r.gather_id', '=', gather.id),
        )
        .selectAll('e')
        .where('e.product_id', '=', gather.product_id)
        .where('e.origin', '=', origin)
        .where('e.type', '=', type)
        .where('e.gone', '=', 0)
        .where('g.state', '=', 'sealed')
        .where('e.gather_id', '<>', gather.id)
        .where('r.gather_id', 'is', null)
        .where('e.id', '>', after)
        .orderBy('e.id')
        .limit(PAGE)
        .execute();
      if (page.length === 0) break;
      after = page.at(-1)?.id ?? after;
      for (const row of page) moved.remove(row.kind, row.hash);
      await markPage(backend, trx, gather, page);
      gone += page.length;
    }
  }
  return gone;
}

async function hasBefore(trx: Db, gather: Tables['gathers']): Promise<boolean> {
  const before = await trx
    .selectFrom('gathers')
    .select('id')
    .where('product_id', '=', gather.product_id)
    .where('source_id', '=', gather.source_id)
    .where('state', '=', 'sealed')
    .where('id', '<>', gather.id)
    .limit(1)
    .executeTakeFirst();
  return before !== undefined;
}

/** The content stays in the row; only that it is gone is new, so nothing needs packing. */
async function markPage(backend: Backend, trx: Db, gather: Tables['gathers'], page: readonly EvidenceRow[]) {
  await backend.insert(
    trx,
    'records',
    page.map((row) => ({
      product_id: row.product_id,
      evidence_id: row.id,
      gather_id: row.gather_id,
      hash: row.hash,
      gone: row.gone,
      raw: null,
      superseded_by: gather.id,
    })),
  );
  await trx
    .updateTable('evidence')
    .set({ gone: 1, gather_id: gather.id })
    .where('product_id', '=', gather.product_id)
    .where(
      'id',
      'in',
      page.map((row) => row.id),
    )
    .execute();
}

async function evidenceRows(trx: Db, productId: string, ids: readonly string[]): Promise<Map<string, EvidenceRow>> {
  const rows = await trx
    .selectFrom('evidence')
    .selectAll()
    .where('product_id', '=', productId)
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Which seal was later must be certain even within one millisecond or under a clock that went back. */
async function nextSealedAt(backend: Backend, trx: Db, productId: string): Promise<number> {
  const newest = await trx
    .selectFrom('gathers')
    .select('sealed_at')
    .where('product_id', '=', productId)
    .where('sealed_at', 'is not', null)
    .orderBy('sealed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return Math.max(backend.now(), (newest?.sealed_at ?? 0) + 1);
}

/** What waited is in evidence now: there is one copy of it until another takes its place. */
async function dropOwnVersions(trx: Db, gather: Tables['gathers']): Promise<void> {
  await trx
    .updateTable('records')
    .set({ raw: null })
    .where('product_id', '=', gather.product_id)
    .where('gather_id', '=', gather.id)
    .where('raw', 'is not', null)
    .execute();
}

async function dropOldVersions(trx: Db, gather: Tables['gathers']): Promise<void> {
  const records = trx.updateTable('records').set({ raw: null }).where('product_id', '=', gather.product_id);
  const old = await trx
    .selectFrom('gathers')
    .select('id')
    .where('product_id', '=', gather.product_id)
    .where('source_id', '=', gather.source_id)
    .where('state', '=', 'sealed')
    .orderBy('sealed_at', 'desc')
    .orderBy('id')
    .limit(1)
    .offset(UNDOABLE)
    .execute();
  for (const { id } of old) await records.where('superseded_by', '=', id).where('raw', 'is not', null).execute();
}
