/** What is derived from a product's evidence, told as the command line tells it; made again only when something changed. */

import type { BridgeTold } from '#core/action.ts';
import type { HeardPerson } from '#core/heard-person.ts';
import { GROUPINGS, type Grouping, type PackageTold } from '#core/package.ts';
import type { Since } from '#core/since.ts';
import type { Year } from '#core/year.ts';
import { bridgeOf } from '#engine/actions.ts';
import { ledgerWithProblems, type ToldClaim } from '#engine/claims.ts';
import { indexWords } from '#engine/index-words.ts';
import { keptIn, lastKeptIn } from '#engine/keep-told.ts';
import { newestReading, readingUntil } from '#engine/kept-readings.ts';
import { type LinkTold, linksTold } from '#engine/links.ts';
import { type NeedsListed, needsTold, statementsOf } from '#engine/needs.ts';
import type { Store } from '#engine/open-store.ts';
import { packageOf, packageStuff } from '#engine/package.ts';
import { heardPeople } from '#engine/people.ts';
import { type ShippedTold, shippedTold } from '#engine/shipped.ts';
import { sinceOf, USUAL_LENGTH } from '#engine/since.ts';
import { type TellsTold, tellsOf } from '#engine/tell.ts';
import { yearOf } from '#engine/year.ts';
import type { Stood } from './orders.ts';
import { restsOf } from './rests.ts';

export interface Telling {
  /** Null: nothing was read yet. */
  readonly bridge: BridgeTold | null;
  readonly claims: readonly ToldClaim[];
  readonly links: readonly LinkTold[];
  readonly needs: NeedsListed;
  /** By each way to group customers, and by the first that sets two groups apart. */
  readonly package: Readonly<Record<Grouping | 'first', PackageTold>>;
  readonly people: readonly HeardPerson[];
  readonly shipped: ShippedTold;
  /** Null: nothing was read yet. */
  readonly since: Since | null;
  readonly tells: TellsTold;
  /** Whatever was said can be searched. */
  readonly words: true;
  /** Null: nothing was read, and no round was closed. */
  readonly year: Year | null;
}

const MAKE: { readonly [What in keyof Telling]: (store: Store, productId: string) => Promise<Telling[What]> } = {
  async bridge(store, productId) {
    const reading = await newestReading(store, productId);
    return reading && bridgeOf(store, reading);
  },
  claims: ledgerWithProblems,
  links: linksTold,
  async needs(store, productId) {
    const { needs, ...told } = await needsTold(store, productId);
    const listed = needs.map(({ members: _, ...need }) => need);
    return { ...told, needs: listed, statements: await statementsOf(store, productId, needs) };
  },
  // Of 100,000 pieces each takes a second, which the thread that answers does not have.
  async package(store, productId) {
    const stuff = await packageStuff(store, productId);
    const first = packageOf(stuff, null);
    const of = (by: Grouping) => (by === first.by ? first : packageOf(stuff, by));
    return { first, ...(Object.fromEntries(GROUPINGS.map((by) => [by, of(by)])) as Record<Grouping, PackageTold>) };
  },
  people: heardPeople,
  shipped: shippedTold,
  async since(store, productId) {
    const reading = await newestReading(store, productId);
    if (reading === null) return null;
    const from = Date.parse(reading.at) - USUAL_LENGTH;
    return sinceOf(store, { reading, from, before: await readingUntil(store, productId, from) });
  },
  tells: tellsOf,
  async words(store, productId) {
    await indexWords(store, productId);
    return true;
  },
  year: yearOf,
};

/** What takes seconds with 100,000 pieces is kept in the store, so that a server that starts answers from there. */
const KEPT: ReadonlySet<keyof Telling> = new Set(['claims', 'links', 'needs', 'shipped', 'since']);

/** As the store keeps it. */
type Kept<What extends keyof Telling = keyof Telling> = Pick<Stood<What>, 'decided' | 'told'>;

/** What the store keeps of the last time, while it is told anew. */
export async function stoodOf(store: Store, productId: string, what: keyof Telling): Promise<Stood | null> {
  const last = KEPT.has(what) ? await lastKeptIn<Kept>(store, keptAs(store, productId, what)) : null;
  return last && { at: last.at, ...last.told };
}

/** A few products at once are looked at; what is told of one may be some megabytes. */
const REMEMBERED = 12;
const remembered = new Map<string, { readonly input: string; readonly told: Telling[keyof Telling] }>();

export async function tell<What extends keyof Telling>(
  store: Store,
  productId: string,
  what: What,
): Promise<Telling[What]> {
  const { input } = await restsOf(store, productId, what);
  const key = `${what} ${productId}`;
  const before = remembered.get(key);
  remembered.delete(key);
  const told = before?.input === input ? (before.told as Telling[What]) : await kept(store, productId, what);
  // What derives may keep rows of its own: that changes no digest of what it read.
  remembered.set(key, { input, told });
  for (const [oldest] of remembered) if (remembered.size > REMEMBERED) remembered.delete(oldest);
  return told;
}

async function kept<What extends keyof Telling>(store: Store, productId: string, what: What): Promise<Telling[What]> {
  const make = async (): Promise<Kept<What>> => {
    const { decided } = await restsOf(store, productId, what);
    return { decided, told: await MAKE[what](store, productId) };
  };
  return (KEPT.has(what) ? await keptIn(store, keptAs(store, productId, what), make) : await make()).told;
}

function keptAs(store: Store, productId: string, what: keyof Telling) {
  return { productId, name: `${what} as listed`, input: async () => (await restsOf(store, productId, what)).input };
}
