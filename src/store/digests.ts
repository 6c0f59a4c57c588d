/** Order-free sums over what is visible, by read, kept in the transaction that changes the rows. */
import { hash } from 'node:crypto';
import type { EvidenceKind } from '#core/evidence.ts';
import type { Db } from './backend.ts';

/** What facts read (facts/define-fact.ts), and the kind of evidence behind it. */
export const READ_OF_KIND = {
  change: 'changes',
  release: 'releases',
  feedback: 'feedback',
  reply: 'replies',
  event: 'events',
  document: 'documents',
} as const satisfies Record<EvidenceKind, string>;

export type EvidenceRead = (typeof READ_OF_KIND)[EvidenceKind];

export const KIND_OF_READ = Object.fromEntries(
  Object.entries(READ_OF_KIND).map(([kind, read]) => [read, kind]),
) as Readonly<Record<EvidenceRead, EvidenceKind>>;

/** Sums wrap at 128 bits, as the hashes they add up. */
const MODULUS = 1n << 128n;

/** How much of each read came and went. Serialisable, so that an open gather can keep its own. */
export class Sums {
  readonly #of = new Map<string, { n: number; sum: bigint }>();

  add(kind: string, rowHash: string): void {
    this.#move(READ_OF_KIND[kind as EvidenceKind], 1, BigInt(`0x${rowHash}`));
  }

  remove(kind: string, rowHash: string): void {
    this.#move(READ_OF_KIND[kind as EvidenceKind], -1, -BigInt(`0x${rowHash}`));
  }

  #move(read: string, n: number, by: bigint): void {
    const seen = this.#of.get(read) ?? { n: 0, sum: 0n };
    this.#of.set(read, { n: seen.n + n, sum: (((seen.sum + by) % MODULUS) + MODULUS) % MODULUS });
  }

  addAll(others: Sums): void {
    for (const [read, { n, sum }] of others.#of) this.#move(read, n, sum);
  }

  entries(): [read: string, n: number, sum: string][] {
    return [...this.#of].map(([read, { n, sum }]) => [read, n, sum.toString(16).padStart(32, '0')]);
  }

  static from(entries: readonly (readonly [read: string, n: number, sum: string])[]): Sums {
    const sums = new Sums();
    for (const [read, n, sum] of entries) sums.#of.set(read, { n, sum: BigInt(`0x${sum}`) });
    return sums;
  }
}

/** As a digest is told: '0' where there is nothing. */
export function toldSum(n: number, sum: string): string {
  return n > 0 ? `${n}:${sum}` : '0';
}

/** Puts what came and went into the kept digests; who the people are is then worked out anew when asked. */
export async function applySums(trx: Db, productId: string, moved: Sums): Promise<void> {
  const kept = await trx.selectFrom('digests').selectAll().where('product_id', '=', productId).execute();
  const sums = Sums.from(kept.filter((row) => isRead(row.kind)).map((row) => [row.kind, row.n, row.sum]));
  sums.addAll(moved);
  for (const [kind, n, sum] of sums.entries()) await putDigest(trx, productId, kind, n, sum);
  await dropDigest(trx, productId, 'identities');
}

function isRead(kind: string): boolean {
  return kind in KIND_OF_READ;
}

export async function putDigest(trx: Db, productId: string, kind: string, n: number, sum: string): Promise<void> {
  await trx
    .insertInto('digests')
    .values({ product_id: productId, kind, n, sum })
    .onConflict((conflict) => conflict.columns(['product_id', 'kind']).doUpdateSet({ n, sum }))
    .execute();
}

export async function dropDigest(trx: Db, productId: string, kind: string): Promise<void> {
  await trx.deleteFrom('digests').where('product_id', '=', productId).where('kind', '=', kind).execute();
}

/** 32 hexadecimal digits over texts whose order matters. */
export function orderedSum(texts: readonly string[]): string {
  return hash('sha256', texts.join('\u001e'), 'hex').slice(0, 32);
}
