/** What customers of a closed round wish for, as feedback without an author: it joins the needs like any other. */
import { idOf } from '#core/ids.ts';
import type { Released } from '#core/mirror.ts';
import type { Store } from '#store/store.ts';

/** Only words of a group that is shown, at the time of the close. What the team says is no feedback. */
export async function joinNeeds(store: Store, productId: string, { round, groups }: Released): Promise<number> {
  const closer = groups.find(({ group }) => group === 'customers')?.closer;
  if (closer?.state !== 'shown' || round.closesAt === null) return 0;
  const at = round.closesAt;
  const origin = originOf(round.id);
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

/** Whether words of this round came in as feedback and were not taken back. */
export async function joinedNeeds(store: Store, productId: string, roundId: string): Promise<boolean> {
  const origin = originOf(roundId);
  const sources = await store.sources.list(productId);
  return sources.some((one) => one.kind === 'mirror' && one.origin === origin && one.observedUntil !== null);
}

function originOf(roundId: string): string {
  return `mirror:${roundId}`;
}
