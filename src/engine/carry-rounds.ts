/** Rounds of the Mirror Test as they leave a store and come into another: their figures, never what one person answered. */
import { canonical, type JsonObject, plainJson } from '#core/json.ts';
import type { CarriedRow } from '#store/carry.ts';
import type { Store } from '#store/store.ts';
import { releasedRounds } from './rounds.ts';

/** Closed ones, in the order of the close. Names of an open round's team stay: they agreed to be named where they answered. */
export async function roundRows(store: Store, productId: string): Promise<CarriedRow[]> {
  const released = await releasedRounds(store, productId);
  return released.map(({ round: { id, kind, name, opensAt, closesAt }, groups, held }) => {
    const figures = plainJson({ groups, held });
    return {
      ...{ id, kind, opens_at: opensAt, closes_at: closesAt },
      questions: canonical({ set: 'mirror/1', name, figures }),
    };
  });
}

/** One that is there already stays as it is. They go again with the import that brings them. */
export async function takeRoundRows(
  store: Store,
  productId: string,
  rows: readonly CarriedRow[],
  gatherId: string,
): Promise<void> {
  for (const { id, kind, questions, opens_at: opensAt, closes_at: closesAt } of rows) {
    const round = {
      ...{ id: String(id), kind: String(kind), opensAt: Number(opensAt), closesAt: Number(closesAt) },
      questions: JSON.parse(String(questions)) as JsonObject,
    };
    await store.rounds.take(productId, round, [], gatherId);
  }
}
