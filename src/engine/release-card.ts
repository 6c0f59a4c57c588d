/** One page on a release: what it answered, whom to tell, what may now be said, and what lost its backing. */

import { AGAINST } from '#audits/claims-made.ts';
import type { Tell } from '#core/tell.ts';
import type { Store } from '#store/store.ts';
import { ledgerOf, type ToldClaim } from './claims.ts';
import { type Helped, helpedBy } from './helped.ts';
import { needsTold } from './needs.ts';
import { type ShippedRelease, shippedTold } from './shipped.ts';
import { tellsOf } from './tell.ts';

export interface ReleaseCard {
  readonly release: ShippedRelease;
  /** Needs that its asks are of, by how many of them it answered. */
  readonly needs: readonly {
    readonly id: string;
    readonly name: string;
    readonly asks: number;
    readonly left: number;
  }[];
  /** How much customers write of those needs since, against before. */
  readonly helped: readonly Helped[];
  readonly tells: readonly Tell[];
  /** What customers praise and nobody says, which shipped in it. */
  readonly sayable: readonly Said[];
  /** What is still claimed and what a change in it speaks against. */
  readonly unbacked: readonly Said[];
  readonly linked: boolean;
}

interface Said {
  readonly claim: string;
  readonly says: string;
  readonly because: string | null;
}

/** Null where no release is called so. */
export async function cardOf(
  store: Store,
  productId: string,
  meant: (releases: readonly ShippedRelease[]) => ShippedRelease | null,
): Promise<ReleaseCard | null> {
  const { releases, linked } = await shippedTold(store, productId);
  const release = meant(releases);
  if (release === null) return null;
  const before = releases.filter(({ preview, at }) => !preview && at < release.at).map(({ at }) => at);
  const from = before.toSorted().at(-1) ?? '';
  const { all } = await tellsOf(store, productId);
  const standing = (await ledgerOf(store, productId)).filter(({ lastAt }) => lastAt === null);
  const inIt = (claims: readonly ToldClaim[]) => claims.flatMap((claim) => shippedIn(claim, from, release.at) ?? []);
  return {
    ...{ release, linked, needs: await needsIn(store, productId, release) },
    helped: await helpedBy(store, productId, release),
    tells: all.filter((tell) => tell.release === release.version),
    sayable: inIt(standing.filter(({ verdict }) => verdict === 'unsaid')),
    unbacked: inIt(standing.filter(({ verdict }) => AGAINST.has(verdict))),
  };
}

/** Whether what shipped for or against a claim shipped between the release before and this one. */
function shippedIn({ id, says, quotes }: ToldClaim, from: string, to: string): Said | null {
  const found = quotes.find(({ side, at }) => side === 'ships' && at !== null && at > from && at <= to);
  return found === undefined ? null : { claim: id, says, because: found.text };
}

async function needsIn(store: Store, productId: string, { answered }: ShippedRelease): Promise<ReleaseCard['needs']> {
  const { needs } = await needsTold(store, productId);
  const asks = new Set(answered.map(({ evidence }) => evidence));
  return needs
    .map(({ id, name, members, demand }) => {
      const own = members.filter(({ evidence }) => asks.has(evidence)).length;
      return { id, name, asks: own, left: demand.waiting };
    })
    .filter((need) => need.asks > 0)
    .sort((a, b) => b.asks - a.asks || (a.id < b.id ? -1 : 1));
}
