/** What a package is put together from: pieces with their group and need, praise in words, claims, and what alike changes took. */
import type { AlikeChange, PackagePiece, PackageQuote, PackageStuff } from '#core/package.ts';
import { DAY, instantOf } from '#core/time.ts';
import type { FactValues } from '#facts/values.ts';
import type { Thread } from '#facts/voice-values.ts';
import type { Store } from '#store/store.ts';
import { ledgerOf, type ToldClaim } from './claims.ts';
import { groupsIn } from './customer-groups.ts';
import { firstWords } from './first-words.ts';
import { factsNow } from './links.ts';
import { type NeedTold, needsTold, statementsOf } from './needs.ts';

export { packageOf } from '#bridge/package/package.ts';

/** Words beyond these are cut at a word. */
const LONGEST_QUOTE = 240;

export async function packageStuff(store: Store, productId: string): Promise<PackageStuff> {
  const { needs, until } = await needsTold(store, productId);
  const claims = await ledgerOf(store, productId);
  const facts = await factsNow(store, productId, ['threads', 'phrases', 'asks', 'identities', 'history']);
  const needOf = new Map(needs.flatMap(({ id, members }) => members.map(({ evidence }) => [evidence, id] as const)));
  const pieces = await piecesOf(store, productId, facts, needOf);
  const statements = await statementsOf(store, productId, needs);
  const texts = await quotesOf(store, productId, [
    ...pieces.flatMap(({ evidence, praise, need }) => (praise && need !== null ? [evidence] : [])),
  ]);
  return {
    ...{ until, pieces, praise: texts, alike: await alikeIn(store, productId, facts, needOf) },
    needs: needs.map(({ id, name }) => {
      const said = statements.get(id);
      return { id, name, statement: said ? { ...said, text: shortened(said.text), at: instantOf(said.at) } : null };
    }),
    unsaid: unsaidOf(needs, pieces, claims),
    unsaidBecause: claims.some(({ verdict }) => verdict !== 'unsaid') ? null : 'No page with a claim was read.',
  };
}

type Facts = Pick<FactValues, 'threads' | 'phrases' | 'asks' | 'identities' | 'history'>;

async function piecesOf(
  store: Store,
  productId: string,
  { threads, phrases, asks, identities }: Facts,
  needOf: ReadonlyMap<string, string>,
): Promise<PackagePiece[]> {
  const domains = new Map<string, string>();
  for await (const page of store.read.stream(productId, 'identities')) {
    for (const { id, domain } of page) if (domain !== null) domains.set(id, domain);
  }
  const authors = new Map(asks.map(({ id, authorId }) => [id, authorId]));
  const said = new Map(phrases.all.map((one) => [one.evidence, one]));
  const threadOf = new Map(threads.all.map((thread) => [thread.id, thread]));
  const pieces: PackagePiece[] = [];
  for await (const page of store.read.stream(productId, 'feedback')) {
    for (const row of page) {
      const thread = threadOf.get(row.id);
      if (!thread || thread.side === 'maker' || thread.side === 'bot') continue;
      const author = authors.get(row.id) ?? null;
      const felt = said.get(row.id);
      pieces.push({
        ...{ evidence: row.id, at: row.at, need: needOf.get(row.id) ?? null },
        // Whom a source does not tell is taken for somebody else each time.
        person: author === null ? row.id : (identities.personOf.get(author) ?? author),
        groups: groupsIn(row, author === null ? null : (domains.get(author) ?? null)),
        ...{ praise: felt?.praise === true, leaving: felt?.leaving === true },
        ...{ shipped: thread.shipped !== null, waits: waits(thread) },
      });
    }
  }
  return pieces;
}

/** As demand counts those who wait (facts/demand.ts). */
function waits({ closed, asks, read, replies }: Thread): boolean {
  return closed === null && asks && read && !replies.some(({ side }) => side === 'maker');
}

/** The ledger names strengths that no page says; a need is one of them where its people are those quoted. */
function unsaidOf(
  needs: readonly NeedTold[],
  pieces: readonly PackagePiece[],
  claims: readonly ToldClaim[],
): ReadonlySet<string> {
  const needOf = new Map(pieces.map(({ evidence, need }) => [evidence, need]));
  const known = new Set(needs.map(({ id }) => id));
  return new Set(
    claims
      .filter(({ verdict }) => verdict === 'unsaid')
      .flatMap(({ quotes }) =>
        quotes.flatMap(({ side, evidence }) => (side === 'says' ? (needOf.get(evidence) ?? []) : [])),
      )
      .filter((id) => known.has(id)),
  );
}

/** Of each need the ask whose answer took the fewest changes; those that nobody can count are left out. */
async function alikeIn(
  store: Store,
  productId: string,
  { threads, history }: Facts,
  needOf: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, AlikeChange>> {
  const found = new Map<string, Omit<AlikeChange, 'text'>>();
  for (const { id, shipped, links } of threads.all) {
    const need = needOf.get(id);
    if (need === undefined || shipped === null) continue;
    const commits = [...new Set(links.flatMap(({ commit }) => (commit < 0 ? [] : [commit])))];
    const changes = commits.flatMap((index) => history.commits[index] ?? []);
    if (changes.length === 0) continue;
    const first = Math.min(...changes.map(({ at }) => at));
    const days = Math.max(1, Math.ceil((shipped.at - first) / DAY));
    const before = found.get(need);
    if (before && (before.changes - changes.length || before.days - days) <= 0) continue;
    const evidence = [...changes.map((one) => one.id), shipped.evidence];
    found.set(need, { ask: id, version: shipped.version, changes: changes.length, days, evidence });
  }
  const asks = await quotesOf(
    store,
    productId,
    [...found.values()].map(({ ask }) => ask),
    true,
  );
  return new Map([...found].map(([need, one]) => [need, { ...one, text: asks.get(one.ask)?.text ?? '' }]));
}

async function quotesOf(store: Store, productId: string, ids: readonly string[], first = false) {
  const rows = await store.read.evidence(productId, ids);
  return new Map(
    rows.map((row): [string, PackageQuote] => {
      const whole = first ? firstWords(row) : (row.body ?? row.title ?? '');
      return [row.id, { evidence: row.id, text: shortened(whole), at: instantOf(row.at), url: row.url }];
    }),
  );
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_QUOTE ? line : `${line.slice(0, LONGEST_QUOTE).replace(/\s+\S*$/, '')} …`;
}
