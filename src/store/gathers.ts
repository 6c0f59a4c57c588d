/** Gathers: opened, staged in pieces, sealed as a whole, undone as a whole. */
import type { Gathered } from '#core/evidence.ts';
import type { Backend, Db } from './backend.ts';
import { forgottenIds } from './corrections.ts';
import { Sums, toldSum } from './digests.ts';
import {
  type Counts,
  type GatherState,
  gatherRow,
  isOrphan,
  LEASE_MS,
  OWNER,
  readTally,
  setGather,
  writeTally,
} from './gather-row.ts';
import { savePeople } from './people.ts';
import type { Pseudonym, Pseudonyms } from './pseudonyms.ts';
import { type Sealing, sealGather } from './seal.ts';
import { stagePieces } from './stage.ts';
import type { Tables } from './tables.ts';
import { discardGather, type Undone, undoGather } from './undo.ts';
import { uuid } from './uuid.ts';
import { WaitingRoom } from './waiting-room.ts';

export interface Opening {
  readonly how: 'live' | 'import';
  /** The source can be read again at the same address, so its records need no content of their own. */
  readonly rereadable: boolean;
  readonly fileHash?: string;
  readonly mapping?: string;
}

export interface OpenGather {
  readonly id: string;
  /** Where a stopped gather of the same source got to; null starts from the source's cursor. */
  readonly resume: string | null;
}

export interface GatherNote {
  readonly id: string;
  readonly sourceId: string;
  readonly how: string;
  readonly state: GatherState;
  readonly fileHash: string | null;
  readonly mapping: string | null;
  readonly counts: Counts | null;
  readonly observedUntil: number | null;
  readonly startedAt: number;
  readonly sealedAt: number | null;
}

/**
 * Rows are written so many at a time: fewer commits write the key's pages again and again, more hold memory. The more a
 * gather brought, the wider its ids lie apart: 473,405 rows took 51 s of CPU with 10,000 at a time and 46 with 40,000.
 */
const LEAST_PIECE = 10_000;
const MOST_PIECE = 40_000;
const PIECE_SHARE = 8;

/** Long texts are written before so many rows are there. */
const PIECE_BYTES = 32 * 2 ** 20;

export interface Edge {
  readonly pseudonyms: Pseudonyms;
  readonly names: boolean;
}

export function gathers(backend: Backend, edge: Edge) {
  /** What was handed over and is not written yet, by gather. */
  const rooms = new Map<string, Promise<WaitingRoom>>();
  /** Authors already written, by product. */
  const saved = new Map<string, WeakSet<Pseudonym>>();

  /** Nobody is forgotten while a gather is open, so who was is asked once. */
  function roomOf(productId: string, gatherId: string): Promise<WaitingRoom> {
    const made =
      rooms.get(gatherId) ??
      forgottenIds(backend.db, productId).then((forgotten) => new WaitingRoom({ ...edge, forgotten }));
    rooms.set(gatherId, made);
    return made;
  }

  async function write(productId: string, gatherId: string, room: WaitingRoom, resume: string | null): Promise<void> {
    const known = saved.get(productId) ?? new WeakSet();
    const authors = [...room.authors].filter((author) => !known.has(author));
    // A place to resume at is a promise; other pieces are only promised by the seal.
    const kept = resume === null ? 'soon' : 'surely';
    const stage = async (trx: Db) => {
      await stagePieces(backend, trx, productId, gatherId, room.chunks(), resume);
      await savePeople(backend, trx, productId, authors, edge.pseudonyms);
    };
    await backend.write(productId, stage, kept);
    for (const author of authors) known.add(author);
    saved.set(productId, known);
  }

  return {
    /** Opens a gather, or goes on with one of the same source that was stopped after it noted where it was. */
    open(productId: string, sourceId: string, opening: Opening): Promise<OpenGather> {
      return backend.write(
        productId,
        async (trx) => {
          const stopped = await orphansOf(trx, productId, sourceId, backend.now());
          const goesOn = stopped.find((row) => row.resume !== null && row.file_hash === (opening.fileHash ?? null));
          for (const row of stopped) if (row !== goesOn) await discardGather(trx, productId, row.id);
          if (goesOn) {
            await takeOver(trx, productId, goesOn.id, backend.now());
            return { id: goesOn.id, resume: goesOn.resume };
          }
          const id = uuid(backend.now());
          await insertGather(backend, trx, productId, sourceId, id, opening);
          return { id, resume: null };
        },
        'soon',
      );
    },

    /** Where a gather of this source that was stopped noted that it was; null where none was, or it noted nothing. */
    async stopped(productId: string, sourceId: string): Promise<string | null> {
      const stopped = await orphansOf(backend.db, productId, sourceId, backend.now());
      return stopped.find(({ resume }) => resume !== null)?.resume ?? null;
    },

    /** Gives an open gather up, so that the next one goes on with it: what was handed over since the last place goes. */
    async release(productId: string, gatherId: string): Promise<void> {
      await (await rooms.get(gatherId))?.writing;
      rooms.delete(gatherId);
      await backend.write(productId, (trx) => setGather(trx, productId, gatherId, { owner: null, lease_until: 0 }));
    },

    /** Takes a piece. It is on the disk when `resume` is given, or at the latest when the gather is sealed. */
    async stage(
      productId: string,
      gatherId: string,
      items: readonly Gathered[],
      options: { readonly resume?: string } = {},
    ): Promise<void> {
      const room = await roomOf(productId, gatherId);
      // Asked again after each wait: another piece may have begun to be written in between.
      while (room.writing) await room.writing;
      room.add(items);
      const piece = Math.min(MOST_PIECE, Math.max(LEAST_PIECE, room.written / PIECE_SHARE));
      if (options.resume === undefined && room.size < piece && room.bytes < PIECE_BYTES) return;
      await room.empty(() => write(productId, gatherId, room, options.resume ?? null));
    },

    /** Writes what waits. Answers what the gather brought of each read so far, told as a product's digests are. */
    async flush(productId: string, gatherId: string): Promise<ReadonlyMap<string, string>> {
      const room = await roomOf(productId, gatherId);
      while (room.writing) await room.writing;
      if (room.size > 0) await room.empty(() => write(productId, gatherId, room, null));
      const { sums } = readTally((await gatherRow(backend.db, productId, gatherId)).counts);
      return new Map(sums.entries().map(([read, n, sum]) => [read, toldSum(n, sum)]));
    },

    /** All of it becomes visible at once; asked again, it answers the same. */
    async seal(productId: string, gatherId: string, sealing: Sealing): Promise<Counts> {
      const room = await rooms.get(gatherId);
      while (room?.writing) await room.writing;
      if (room && room.size > 0) await room.empty(() => write(productId, gatherId, room, null));
      rooms.delete(gatherId);
      const { kept } = sealing;
      return backend.write(productId, (trx) => sealGather(backend, trx, productId, gatherId, sealing), kept);
    },

    undo(productId: string, gatherId: string): Promise<Undone> {
      return backend.write(productId, (trx) => undoGather(backend, trx, productId, gatherId));
    },

    async abandon(productId: string, gatherId: string): Promise<void> {
      await (await rooms.get(gatherId))?.writing;
      rooms.delete(gatherId);
      await backend.write(productId, async (trx) => {
        const { state } = await gatherRow(trx, productId, gatherId);
        if (state === 'open') await discardGather(trx, productId, gatherId);
      });
    },

    /** Newest first. */
    async list(productId: string): Promise<GatherNote[]> {
      const rows = await backend.db
        .selectFrom('gathers')
        .selectAll()
        .where('product_id', '=', productId)
        .orderBy('started_at', 'desc')
        .orderBy('id', 'desc')
        .execute();
      return rows.map(noteOf);
    },
  };
}

export type Gathers = ReturnType<typeof gathers>;

async function orphansOf(trx: Db, productId: string, sourceId: string, now: number): Promise<Tables['gathers'][]> {
  const open = await trx
    .selectFrom('gathers')
    .selectAll()
    .where('product_id', '=', productId)
    .where('state', '=', 'open')
    .where('source_id', '=', sourceId)
    .orderBy('id', 'desc')
    .execute();
  return open.filter((row) => isOrphan(row, now));
}

async function takeOver(trx: Db, productId: string, gatherId: string, now: number): Promise<void> {
  await trx
    .updateTable('gathers')
    .set({ owner: OWNER, lease_until: now + LEASE_MS })
    .where('product_id', '=', productId)
    .where('id', '=', gatherId)
    .execute();
}

async function insertGather(
  backend: Backend,
  trx: Db,
  productId: string,
  sourceId: string,
  id: string,
  opening: Opening,
): Promise<void> {
  const now = backend.now();
  await trx
    .insertInto('gathers')
    .values({
      product_id: productId,
      id,
      source_id: sourceId,
      how: opening.how,
      state: 'open',
      file_hash: opening.fileHash ?? null,
      mapping: opening.mapping ?? null,
      resume: null,
      observed_until: null,
      counts: writeTally({ seen: 0, fresh: 0, pending: 0, sums: new Sums() }),
      rereadable: opening.rereadable ? 1 : 0,
      owner: OWNER,
      lease_until: now + LEASE_MS,
      started_at: now,
      sealed_at: null,
    })
    .execute();
}

function noteOf(row: Tables['gathers']): GatherNote {
  const done = row.state === 'sealed' || row.state === 'undone';
  return {
    id: row.id,
    sourceId: row.source_id,
    how: row.how,
    state: row.state as GatherState,
    fileHash: row.file_hash,
    mapping: row.mapping,
    counts: done ? (JSON.parse(row.counts) as Counts) : null,
    observedUntil: row.observed_until,
    startedAt: row.started_at,
    sealedAt: row.sealed_at,
  };
}
