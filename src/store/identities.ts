/** Who wrote what is visible, and which identities are one person: a component of `sames` and corrections. */
import { canonical } from '#core/json.ts';
import type { Backend, Db } from './backend.ts';
import { standingOf } from './corrections.ts';
import { orderedSum, putDigest } from './digests.ts';
import { openGathers } from './gather-row.ts';
import { COLLEAGUES } from './people.ts';

/** One stored author. `shown` is set for bots, and for people only when the user asked for names. */
export interface IdentityRow {
  readonly id: string;
  readonly space: string;
  readonly shown: string | null;
  readonly domain: string | null;
  readonly bot: boolean;
  /** The person it belongs to: the earliest identity of its component. */
  readonly personId: string;
  /** What a person said that they are; absent where nobody did. */
  readonly role?: Role;
}

export type Role = 'team' | 'outsider' | 'bot';

interface Appeared {
  readonly id: string;
  readonly space: string;
  readonly shown: string | null;
  readonly domain: string | null;
  readonly bot: number;
  /** When the first visible row of theirs happened. */
  readonly first_at: number;
}

/** Identities with visible evidence not later than `until`, in order of id. */
export async function identitiesUntil(db: Db, productId: string, until: number): Promise<IdentityRow[]> {
  const seen = (await appeared(db, productId)).filter((row) => row.first_at <= until);
  const personOf = await persons(db, productId, seen);
  const domainOf = companies(seen);
  const roleOf = await roles(db, productId, personOf);
  return seen.map(({ id, space, shown, domain, bot }) => {
    const [company, personId] = [domainOf(domain), personOf(id)];
    const role = roleOf(personId, company);
    return { id, space, shown, domain: company, bot: bot === 1, personId, ...(role && { role }) };
  });
}

/** What people decided of a person, under whichever identity; the latest holds, and comes before what holds for a domain. */
async function roles(db: Db, productId: string, personOf: (id: string) => string) {
  const own = new Map<string, Role>();
  const domains = new Map<string, Role>();
  for (const { targetId, verb, payload } of await standingOf(db, productId, 'identity'))
    if (verb === 'role') own.set(personOf(targetId), payload as Role);
  for (const { targetId, verb, payload } of await standingOf(db, productId, 'domain'))
    if (verb === 'role') domains.set(targetId, payload as Role);
  return (personId: string, domain: string | null): Role | undefined =>
    own.get(personId) ?? (domain === null ? undefined : domains.get(domain));
}

async function appeared(db: Db, productId: string): Promise<Appeared[]> {
  const firstAt = await firstAppearances(db, productId);
  const rows = await db
    .selectFrom('identities')
    .select(['id', 'space', 'shown', 'domain', 'bot'])
    .where('product_id', '=', productId)
    .orderBy('id')
    .execute();
  return rows.flatMap((row) => {
    const first = firstAt.get(row.id);
    return first === undefined ? [] : { ...row, first_at: first };
  });
}

/** Who has visible rows, and since when. An index alone answers it unless a gather is open. */
async function firstAppearances(db: Db, productId: string): Promise<ReadonlyMap<string, number>> {
  const open = await openGathers(db, productId);
  let query = db
    .selectFrom('evidence')
    .select(({ fn }) => ['author_id', fn.min('at').as('first_at')])
    .where('product_id', '=', productId)
    .where('gone', '=', 0)
    .where('author_id', 'is not', null)
    .groupBy('author_id');
  if (open.size > 0) query = query.where('gather_id', 'not in', [...open]);
  const rows = await query.execute();
  return new Map(rows.flatMap((row) => (row.author_id === null ? [] : [[row.author_id, Number(row.first_at)]])));
}

/** A domain is told when enough of those who are seen write from it; one kept hashed is never shared by so many. */
function companies(seen: readonly Appeared[]): (domain: string | null) => string | null {
  const writers = new Map<string, number>();
  for (const { domain } of seen) if (domain !== null) writers.set(domain, (writers.get(domain) ?? 0) + 1);
  return (domain) => (domain !== null && (writers.get(domain) ?? 0) >= COLLEAGUES ? domain : null);
}

/** Union of the pairs; a component is named after its earliest identity, of several the first by id. */
async function persons(db: Db, productId: string, seen: readonly Appeared[]): Promise<(id: string) => string> {
  const parent = new Map<string, string>();
  const root = (id: string): string => {
    let top = id;
    for (let up = parent.get(top); up !== undefined; up = parent.get(top)) top = up;
    for (let at = id; at !== top; ) {
      const up = parent.get(at) ?? top;
      parent.set(at, top);
      at = up;
    }
    return top;
  };
  for (const [a, b] of await pairs(db, productId)) {
    const [one, other] = [root(a), root(b)];
    if (one !== other) parent.set(one, other);
  }
  const earliest = new Map<string, Appeared>();
  for (const row of seen) {
    const top = root(row.id);
    const first = earliest.get(top);
    // Rows come in order of id, so of two that began together the first by id stays.
    if (!first || row.first_at < first.first_at) earliest.set(top, row);
  }
  return (id) => earliest.get(root(id))?.id ?? id;
}

/** What sources showed and people confirmed, without what people denied. */
async function pairs(db: Db, productId: string): Promise<[string, string][]> {
  const shown = await db
    .selectFrom('sames')
    .select(['a', 'b'])
    .where('product_id', '=', productId)
    .orderBy('a')
    .orderBy('b')
    .execute();
  const held = new Map(shown.map(({ a, b }) => [pairKey(a, b), [a, b] as [string, string]]));
  for (const { targetId, verb, payload } of await standingOf(db, productId, 'identity')) {
    if (typeof payload !== 'string') continue;
    if (verb === 'same') held.set(pairKey(targetId, payload), [targetId, payload]);
    if (verb === 'apart') held.delete(pairKey(targetId, payload));
  }
  return [...held.values()];
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** The digest of who is visible; worked out anew when rows, corrections or people changed. */
export async function renewIdentityDigest(
  backend: Backend,
  productId: string,
): Promise<readonly [n: number, sum: string]> {
  const renew = async (trx: Db): Promise<readonly [number, string]> => {
    const rows = await identitiesUntil(trx, productId, Number.MAX_SAFE_INTEGER);
    const sum = orderedSum(rows.map((row) => canonical(row)));
    await putDigest(trx, productId, 'identities', rows.length, sum);
    return [rows.length, sum];
  };
  return backend.write(productId, renew, 'soon');
}
