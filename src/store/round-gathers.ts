/** Which imports brought a round along: it goes with the last of them that is taken back. */
import { canonical } from '#core/json.ts';
import type { Db } from './backend.ts';

interface At {
  readonly productId: string;
  readonly roundId: string;
}

/** Notes one more import that brings a round which others brought before; one that was held here is nobody's to take. */
export async function broughtAgain(trx: Db, { productId, roundId }: At, gatherId: string): Promise<void> {
  const brought = (await broughtIn(trx, productId)).find(({ id }) => id === roundId);
  if (brought === undefined || brought.by.includes(gatherId)) return;
  await note(trx, { productId, roundId }, [...brought.by, gatherId]);
}

/** Takes the rounds of an import back, with their answers and doors; answers how many went. */
export async function dropRounds(trx: Db, productId: string, gatherId: string): Promise<number> {
  let dropped = 0;
  for (const { id: roundId, by } of await broughtIn(trx, productId)) {
    if (!by.includes(gatherId)) continue;
    const others = by.filter((one) => one !== gatherId);
    if (others.length > 0) {
      await note(trx, { productId, roundId }, others);
      continue;
    }
    for (const table of ['answers', 'doors'] as const)
      await trx.deleteFrom(table).where('product_id', '=', productId).where('round_id', '=', roundId).execute();
    await trx.deleteFrom('rounds').where('product_id', '=', productId).where('id', '=', roundId).execute();
    dropped += 1;
  }
  return dropped;
}

async function broughtIn(trx: Db, productId: string): Promise<{ id: string; by: readonly string[] }[]> {
  const rows = await trx
    .selectFrom('rounds')
    .select(['id', 'gathers'])
    .where('product_id', '=', productId)
    .where('gathers', 'is not', null)
    .orderBy('id')
    .execute();
  return rows.map(({ id, gathers }) => ({ id, by: JSON.parse(gathers ?? '[]') as string[] }));
}

async function note(trx: Db, { productId, roundId }: At, by: readonly string[]): Promise<void> {
  await trx
    .updateTable('rounds')
    .set({ gathers: canonical(by) })
    .where('product_id', '=', productId)
    .where('id', '=', roundId)
    .execute();
}
