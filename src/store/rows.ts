/** Rows of evidence in bulk: written with their long bodies apart, replaced, taken out, read back whole. */
import type { Backend, Db } from './backend.ts';
import type { Tables } from './tables.ts';
import { blobHash, packText, unpackText, type Version } from './version.ts';

type EvidenceRow = Tables['evidence'];

/** A version, and whose it is. */
export interface Placed {
  readonly id: string;
  readonly hash: string;
  readonly gone: number;
  readonly gatherId: string;
  readonly version: Version;
}

/** How many ids go into one `in (…)`, and how many rows are held while a gather is sealed or undone. */
export const PAGE = 500;

/** Inserts what has no row yet; answers the ids that had none. */
export async function insertEvidence(
  backend: Backend,
  trx: Db,
  productId: string,
  placed: readonly Placed[],
): Promise<ReadonlySet<string>> {
  const rows: EvidenceRow[] = [];
  const blobs = new Map<string, Tables['blobs']>();
  for (const { id, hash, gone, gatherId, version } of placed) {
    const long = blobHash(version.body);
    if (long !== null && version.body !== null) {
      blobs.set(long, { product_id: productId, hash: long, bytes: packText(version.body) });
    }
    const body = long === null ? version.body : null;
    rows.push({ ...version, body, body_hash: long, product_id: productId, id, hash, gone, gather_id: gatherId });
  }
  // Sorted, so that two writers take locks in the same order.
  if (blobs.size > 0) await backend.insert(trx, 'blobs', [...blobs.values()].sort(byHash));
  return backend.insert(trx, 'evidence', rows);
}

function byHash(one: { hash: string }, other: { hash: string }): number {
  return one.hash < other.hash ? -1 : 1;
}

export async function removeEvidence(
  trx: Db,
  productId: string,
  rows: readonly { readonly id: string }[],
): Promise<void> {
  for (const part of pages(rows)) {
    const ids = part.map((row) => row.id);
    await trx.deleteFrom('evidence').where('product_id', '=', productId).where('id', 'in', ids).execute();
  }
}

/** Bodies that no row points at any more. Call it when what replaces the rows is written. */
export async function dropBlobs(
  trx: Db,
  productId: string,
  rows: readonly Pick<EvidenceRow, 'body_hash'>[],
): Promise<void> {
  const hashes = new Set(rows.flatMap((row) => row.body_hash ?? []));
  for (const part of pages([...hashes])) {
    await trx
      .deleteFrom('blobs')
      .where('product_id', '=', productId)
      .where('hash', 'in', part)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('evidence as e')
              .select('e.id')
              .where('e.product_id', '=', productId)
              .whereRef('e.body_hash', '=', 'blobs.hash'),
          ),
        ),
      )
      .execute();
  }
}

/** The long bodies of some rows by hash. */
export async function bodiesOf(
  db: Db,
  productId: string,
  rows: readonly { readonly body_hash: string | null }[],
): Promise<ReadonlyMap<string, string>> {
  const bodies = new Map<string, string>();
  const hashes = new Set(rows.flatMap((row) => row.body_hash ?? []));
  for (const part of pages([...hashes])) {
    const found = await db
      .selectFrom('blobs')
      .select(['hash', 'bytes'])
      .where('product_id', '=', productId)
      .where('hash', 'in', part)
      .execute();
    for (const { hash, bytes } of found) bodies.set(hash, unpackText(bytes));
  }
  return bodies;
}

/** Rows with their whole content. */
export async function versionsOf(db: Db, productId: string, rows: readonly EvidenceRow[]): Promise<Placed[]> {
  const bodies = await bodiesOf(db, productId, rows);
  return rows.map((row) => {
    const body = row.body_hash === null ? row.body : (bodies.get(row.body_hash) ?? null);
    const { product_id: _product, id, hash, gone, gather_id: gatherId, body_hash: _long, ...content } = row;
    return { id, hash, gone, gatherId, version: { ...content, body } };
  });
}

/** A list in parts that fit into one statement. */
export function pages<Item>(items: readonly Item[], size: number = PAGE): Item[][] {
  const parts: Item[][] = [];
  for (let from = 0; from < items.length; from += size) parts.push(items.slice(from, from + size));
  return parts;
}
