/** What customers of a closed round wish for, as feedback without an author: it joins the needs like any other. */
import { idOf } from '#core/ids.ts';
import type { Released } from '#core/mirror.ts';
import type { Store } from '#store/store.ts';

/** Only words of a group that is shown, at the time of the close. What the team says is no feedback. */
export async function joinNeeds(store: Store, productId: string, released: Released): Promise<void> {
  if (wordsOf(released).length === 0) return;
  await sealWords(store, productId, await openWords(store, productId, released.round.id), released);
}

/** An import by which words of a round come in. */
export async function openWords(store: Store, productId: string, roundId: string): Promise<string> {
  const wanted = { kind: 'mirror', origin: originOf(roundId), options: { round: roundId } };
  const source = await store.sources.ensure(productId, wanted);
  return (await store.gathers.open(productId, source.id, { how: 'import', rereadable: false })).id;
}

export async function sealWords(store: Store, productId: string, gather: string, released: Released): Promise<void> {
  const words = wordsOf(released);
  if (words.length > 0) await store.gathers.stage(productId, gather, words);
  const observedUntil = words.length > 0 ? released.round.closesAt : null;
  await store.gathers.seal(productId, gather, { cursor: null, observedUntil, replaces: [] });
}

function wordsOf({ round, groups }: Released) {
  const closer = groups.find(({ group }) => group === 'customers')?.closer;
  const at = round.closesAt;
  if (closer?.state !== 'shown' || at === null) return [];
  return closer.said.map((body, place) => ({
    ...{ kind: 'feedback' as const, type: 'answer', origin: originOf(round.id), author: null, at, body, title: null },
    externalId: idOf('closer', round.id, String(place), body),
  }));
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
