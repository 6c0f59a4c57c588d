/** What customers of a closed round wish for, as feedback without an author: it joins the needs like any other. */
import { idOf } from '#core/ids.ts';
import type { Released } from '#mirror/release.ts';
import type { Store } from '#store/store.ts';

/** Only words of a group that is shown, at the time of the close. What the team says is no feedback. */
export async function joinNeeds(store: Store, productId: string, { round, groups }: Released): Promise<number> {
  const closer = groups.find(({ group }) => group === 'customers')?.closer;
  if (closer?.state !== 'shown' || round.closesAt === null) return 0;
  const at = round.closesAt;
  const origin = `mirror:${round.id}`;
  const items = closer.said.map((body, place) => ({
    ...{ kind: 'feedback' as const, type: 'answer', origin, author: null, at, body, title: null },
    externalId: idOf('closer', round.id, String(place), body),
  }));
  const source = await store.sources.ensure(productId, { kind: 'mirror', origin, options: { round: round.id } });
  const { id } = await store.gathers.open(productId, source.id, { how: 'import', rereadable: false });
  await store.gathers.stage(productId, id, items);
  await store.gathers.seal(productId, id, { cursor: null, observedUntil: at, replaces: [] });
  return items.length;
}
