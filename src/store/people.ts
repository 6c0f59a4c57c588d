/** Writes who the authors are: pseudonyms, which two are one person, and company domains once they are one. */
import type { Backend, Db } from './backend.ts';
import type { Pseudonym, Pseudonyms } from './pseudonyms.ts';
import { pages } from './rows.ts';
import type { Tables } from './tables.ts';

type IdentityRow = Tables['identities'];

/** A domain is a company's when so many write from it; below that it may be one person's own, and stays hashed. */
export const COLLEAGUES = 3;

/** Marks a domain that is not yet known to be a company's: only its keyed hash is kept. */
const HASHED = '~';

export async function savePeople(
  backend: Backend,
  trx: Db,
  productId: string,
  authors: readonly Pseudonym[],
  by: Pseudonyms,
): Promise<void> {
  const wanted = merged(productId, authors);
  const known = await identitiesOf(trx, productId, [...wanted.keys()]);
  const missing = [...wanted.values()].filter((row) => !known.has(row.id));
  const stored = await storedDomains(trx, productId, missing, by);
  await backend.insert(
    trx,
    'identities',
    missing.map((row) => ({ ...row, domain: row.domain === null ? null : (stored.get(row.domain) ?? null) })),
  );
  for (const was of known.values()) {
    const now = wanted.get(was.id);
    if (now) await learn(trx, was, now);
  }
  await backend.insert(trx, 'sames', samesOf(productId, authors));
}

/** One row per identity; the same whatever order the authors come in. */
function merged(productId: string, authors: readonly Pseudonym[]): Map<string, IdentityRow> {
  const rows = new Map<string, IdentityRow>();
  const put = (row: IdentityRow) => {
    const was = rows.get(row.id);
    rows.set(row.id, was ? { ...was, ...better(was, row), domain: was.domain ?? row.domain } : row);
  };
  for (const { id, space, shown, domain, bot, sames } of authors) {
    put({ product_id: productId, id, space, shown, domain, bot: bot ? 1 : 0 });
    for (const same of sames) {
      put({ product_id: productId, id: same.id, space: same.space, shown: null, domain: null, bot: bot ? 1 : 0 });
    }
  }
  return rows;
}

/** A bot once is a bot; of several names the first in code-unit order, so that the order of arrival does not matter. */
function better(was: IdentityRow, now: IdentityRow): Pick<IdentityRow, 'bot' | 'shown'> {
  const names = [was.shown, now.shown].filter((name) => name !== null).sort();
  return { bot: Math.max(was.bot, now.bot), shown: names[0] ?? null };
}

async function learn(trx: Db, was: IdentityRow, now: IdentityRow): Promise<void> {
  const { bot, shown } = better(was, now);
  if (bot === was.bot && shown === was.shown) return;
  await trx
    .updateTable('identities')
    .set({ bot, shown })
    .where('product_id', '=', was.product_id)
    .where('id', '=', was.id)
    .execute();
}

function samesOf(productId: string, authors: readonly Pseudonym[]): Tables['sames'][] {
  const rows = authors.flatMap(({ id, sames }) =>
    sames.map((same) => {
      const [a, b] = [id, same.id].sort() as [string, string];
      return { product_id: productId, a, b, because: same.because };
    }),
  );
  return [...new Map(rows.map((row) => [`${row.a}${row.b}`, row])).values()];
}

async function identitiesOf(trx: Db, productId: string, ids: readonly string[]): Promise<Map<string, IdentityRow>> {
  const found = new Map<string, IdentityRow>();
  for (const part of pages(ids)) {
    const rows = await trx
      .selectFrom('identities')
      .selectAll()
      .where('product_id', '=', productId)
      .where('id', 'in', part)
      .execute();
    for (const row of rows) found.set(row.id, row);
  }
  return found;
}

/** What is stored for each new domain: itself once enough write from there, else its hash. */
async function storedDomains(
  trx: Db,
  productId: string,
  missing: readonly IdentityRow[],
  by: Pseudonyms,
): Promise<ReadonlyMap<string, string>> {
  const arriving = new Map<string, number>();
  for (const { domain } of missing) if (domain !== null) arriving.set(domain, (arriving.get(domain) ?? 0) + 1);
  const stored = new Map<string, string>();
  for (const part of pages([...arriving])) {
    const hashes = new Map(part.map(([domain]) => [domain, HASHED + by.idOfHandle('domain', domain)]));
    const known = await trx
      .selectFrom('identities')
      .select(({ fn }) => ['domain', fn.countAll<number>().as('n')])
      .where('product_id', '=', productId)
      .where('domain', 'in', [...hashes.keys(), ...hashes.values()])
      .groupBy('domain')
      .execute();
    const before = new Map(known.map(({ domain, n }) => [domain, n]));
    for (const [domain, n] of part) {
      const hashed = hashes.get(domain) ?? HASHED;
      const hidden = before.get(hashed) ?? 0;
      const proven = (before.get(domain) ?? 0) + hidden + n >= COLLEAGUES;
      stored.set(domain, proven ? domain : hashed);
      if (proven && hidden > 0) await showDomain(trx, productId, hashed, domain);
    }
  }
  return stored;
}

async function showDomain(trx: Db, productId: string, hashed: string, domain: string): Promise<void> {
  await trx
    .updateTable('identities')
    .set({ domain })
    .where('product_id', '=', productId)
    .where('domain', '=', hashed)
    .execute();
}
