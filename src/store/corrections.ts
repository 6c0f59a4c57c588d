/** Corrections: what people decided. Append-only; one is undone by another. */
import { canonical, type Json } from '#core/json.ts';
import type { Backend, Db } from './backend.ts';
import { dropDigest, orderedSum, putDigest } from './digests.ts';
import type { Tables } from './tables.ts';
import { uuid } from './uuid.ts';

export interface Correction {
  readonly id: string;
  /** What it is about: `link`, `need`, `claim`, `identity` … */
  readonly target: string;
  readonly targetId: string;
  readonly verb: string;
  readonly payload: Json;
  readonly author: string | null;
  readonly reason: string | null;
  readonly at: number;
  readonly undoes: string | null;
}

export type NewCorrection = Pick<Correction, 'target' | 'targetId' | 'verb'> &
  Partial<Pick<Correction, 'payload' | 'author' | 'reason'>>;

/** What cannot be taken back, because what it removed is not there any more. */
export const FORGET = 'forget';

export function corrections(backend: Backend) {
  async function append(productId: string, correction: NewCorrection, undoes: string | null): Promise<string> {
    const id = uuid(backend.now());
    await backend.write(productId, async (trx) => {
      await insertCorrection(trx, productId, id, correction, undoes, backend.now());
      await renewCorrections(trx, productId);
    });
    return id;
  }

  return {
    add: (productId: string, correction: NewCorrection): Promise<string> => append(productId, correction, null),

    /** Those that hold, oldest first; with `all`, undone ones and undoings too. */
    async list(productId: string, options: { readonly all?: boolean } = {}): Promise<Correction[]> {
      const rows = await inOrder(backend.db, productId);
      return (options.all ? rows : standing(rows)).map(correctionOf);
    },

    /** Undoing an undoing brings the first back. */
    async undo(productId: string, id: string, author: string | null = null): Promise<string> {
      const rows = await inOrder(backend.db, productId);
      const row = rows.find((found) => found.id === id);
      if (!row) throw new Error(`no correction ${id}`);
      if (row.verb === FORGET) throw new Error('who was forgotten cannot be brought back');
      const { target, target_id: targetId } = row;
      return append(productId, { target, targetId, verb: 'undo', author }, id);
    },
  };
}

export type Corrections = ReturnType<typeof corrections>;

async function inOrder(db: Db, productId: string): Promise<Tables['corrections'][]> {
  return db
    .selectFrom('corrections')
    .selectAll()
    .where('product_id', '=', productId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** Newest first, each undoing that itself stands strikes out what it undoes. */
function standing(rows: readonly Tables['corrections'][]): Tables['corrections'][] {
  const struck = new Set<string>();
  for (const row of rows.toReversed()) if (row.undoes !== null && !struck.has(row.id)) struck.add(row.undoes);
  return rows.filter((row) => row.undoes === null && !struck.has(row.id));
}

/** Those that hold about one kind of target, oldest first. */
export async function standingOf(db: Db, productId: string, target: string): Promise<Correction[]> {
  return standing(await inOrder(db, productId))
    .filter((row) => row.target === target)
    .map(correctionOf);
}

export async function insertCorrection(
  trx: Db,
  productId: string,
  id: string,
  correction: NewCorrection,
  undoes: string | null,
  at: number,
): Promise<void> {
  await trx
    .insertInto('corrections')
    .values({
      product_id: productId,
      id,
      target: correction.target,
      target_id: correction.targetId,
      verb: correction.verb,
      payload: canonical(correction.payload ?? null),
      author: correction.author ?? null,
      reason: correction.reason ?? null,
      at,
      undoes,
    })
    .execute();
}

/** Over what holds and in which order; when and by whom changes no figure. After an undo it is what it was before. */
export async function renewCorrections(trx: Db, productId: string): Promise<void> {
  const rows = standing(await inOrder(trx, productId));
  const sum = orderedSum(rows.map((row) => canonical([row.target, row.target_id, row.verb, row.payload])));
  await putDigest(trx, productId, 'corrections', rows.length, sum);
  await dropDigest(trx, productId, 'identities');
}

function correctionOf(row: Tables['corrections']): Correction {
  const { id, target, target_id: targetId, verb, author, reason, at, undoes } = row;
  return { id, target, targetId, verb, payload: JSON.parse(row.payload) as Json, author, reason, at, undoes };
}

/** Pseudonyms of those who asked to be forgotten: nothing of theirs is taken in again. */
export async function forgottenIds(db: Db, productId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('corrections')
    .select('target_id')
    .where('product_id', '=', productId)
    .where('target', '=', 'identity')
    .where('verb', '=', FORGET)
    .execute();
  return new Set(rows.map((row) => row.target_id));
}
