/** The ledger of a product's claims with its quotes in words, and what people decide about them. */
import { BifocalError } from '#core/errors.ts';
import type { Evidence } from '#core/evidence.ts';
import { shownWords } from '#core/shown-words.ts';
import { instantOf } from '#core/time.ts';
import type { Ledger, LedgerClaim } from '#facts/ledger-values.ts';
import { termsOf } from '#facts/rules/claim-terms.ts';
import type { Store } from '#store/store.ts';
import { quoteOf, type ToldQuote } from './claim-quotes.ts';
import { sayable, withoutMarks, wordOf } from './claim-words.ts';
import { closureOf } from './closure.ts';
import { evaluateFacts } from './evaluate-facts.ts';
import { keeperOf } from './keep-facts.ts';
import { knownProblems } from './known-problems.ts';
import { type Promised, withPromises } from './promised.ts';
import { fromOutside, isTheirs } from './whose.ts';

export interface ToldClaim extends Omit<LedgerClaim, 'firstAt' | 'lastAt' | 'places' | 'quotes'> {
  /** In its newest words; for what nobody says, what could truthfully be said. */
  readonly says: string;
  readonly firstAt: string;
  readonly lastAt: string | null;
  readonly places: readonly ToldQuote[];
  readonly quotes: readonly ToldQuote[];
  readonly evidence: readonly string[];
  /** Of a promise that names a time, or says soon: what became of it. */
  readonly promised?: Promised;
  /** Of a known problem: how many people were heard at all, and the interval (95 %) of the share who tell of it. */
  readonly heard?: { readonly of: number; readonly low: number; readonly high: number };
}

const EVER = Number.MAX_SAFE_INTEGER;

/** In the order of the ledger: unsaid strengths, then by what needs a look first. */
export async function ledgerOf(store: Store, productId: string): Promise<ToldClaim[]> {
  return told(store, productId, (await factsOf(store, productId, ['ledger'])).ledger);
}

/** The same, and after the verdicts the known problems that no document mentions. */
export async function ledgerWithProblems(store: Store, productId: string): Promise<ToldClaim[]> {
  const ids = ['ledger', 'needs', 'threads', 'promises'] as const;
  const { ledger, needs, threads, promises } = await factsOf(store, productId, ids);
  const reads = ['changes', 'releases', 'feedback', 'documents'] as const;
  const newest = await Promise.all(reads.map((read) => store.read.newestAt(productId, read)));
  const at = Math.max(0, ...newest.flatMap((one) => one ?? []));
  const claims = withPromises(await told(store, productId, ledger), promises, at);
  return [...claims, ...(await knownProblems(store, productId, claims, { needs, threads }))].toSorted(byOrder);
}

async function factsOf<Id extends 'ledger' | 'needs' | 'threads' | 'promises'>(
  store: Store,
  productId: string,
  ids: readonly Id[],
) {
  const keeper = keeperOf(store, productId, { keeps: true, fresh: false, at: EVER });
  const stream = (name: Parameters<typeof store.read.stream>[1]) => store.read.stream(productId, name);
  return evaluateFacts(closureOf(ids), stream, EVER, {}, keeper);
}

async function told(store: Store, productId: string, ledger: Ledger): Promise<ToldClaim[]> {
  const product = await store.products.byId(productId);
  const all = product !== null && isTheirs(product) ? fromOutside(ledger).all : ledger.all;
  const ids = all.flatMap(({ places, quotes }) => [...places, ...quotes].map(({ evidence }) => evidence));
  const rows = new Map((await store.read.evidence(productId, ids)).map((row) => [row.id, row]));
  return all.map((claim) => toldOf(claim, rows)).toSorted(byOrder);
}

const ORDER: readonly LedgerClaim['verdict'][] = [
  'unsaid',
  'contradicted',
  'seems to conflict',
  'could not be squared from outside',
  'ahead of the evidence',
  'promised',
  'vague',
  'backed by both',
  'backed by customers',
  'backed by the product',
  'open',
  'not mentioned',
  'disputed',
];

function byOrder(a: ToldClaim, b: ToldClaim): number {
  if ((a.lastAt === null) !== (b.lastAt === null)) return a.lastAt === null ? -1 : 1;
  return (
    ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) ||
    b.people - a.people ||
    (a.firstAt < b.firstAt ? -1 : a.firstAt > b.firstAt ? 1 : a.id < b.id ? -1 : 1)
  );
}

function toldOf(claim: LedgerClaim, rows: ReadonlyMap<string, Evidence>): ToldClaim {
  const none: ReadonlySet<string> = new Set();
  const places = claim.places.map((quote) => quoteOf(quote, rows.get(quote.evidence), none));
  const said = places.at(-1)?.text ?? claim.subject;
  const unsaid = claim.verdict === 'unsaid';
  const about = unsaid ? new Set([claim.subject]) : termsOf(withoutMarks(said));
  const quotes = claim.quotes.map((quote) => quoteOf(quote, rows.get(quote.evidence), about));
  return {
    ...claim,
    ...{ places, quotes, says: unsaid ? couldSay(claim.subject, quotes) : shownWords(said) },
    firstAt: instantOf(claim.firstAt),
    lastAt: claim.lastAt === null ? null : instantOf(claim.lastAt),
    evidence: [...new Set([...places, ...quotes].map(({ evidence }) => evidence))],
  };
}

function couldSay(term: string, quotes: readonly ToldQuote[]): string {
  const of = (wanted: ToldQuote['side']) => quotes.filter(({ side }) => side === wanted).map(({ text }) => text);
  return sayable(of('ships')[0], term) ?? wordOf(term, of('says'));
}

/** The one claim that begins with these digits. */
export function claimNamed(all: readonly ToldClaim[], named: string): ToldClaim {
  const found = all.filter(({ id }) => id.startsWith(named.toLowerCase()));
  if (found.length === 1 && named.length >= 4) return found[0] as ToldClaim;
  throw new BifocalError('CLAIM_NOT_FOUND', { claim: named, found: String(found.length) });
}

export type ClaimWord = 'confirm' | 'dispute';

/** What a person can confirm: that a conflict is one, or that a claim is ahead of its evidence. Rejects with USAGE. */
export function confirmable({ id, verdict }: Pick<ToldClaim, 'id' | 'verdict'>): void {
  if (verdict === 'seems to conflict' || verdict === 'ahead of the evidence') return;
  const cause =
    verdict === 'could not be squared from outside'
      ? 'This is somebody else’s product: from outside a conflict cannot be confirmed. If it is yours: bifocal claims --ours.'
      : `A conflict can be confirmed, and a claim that is ahead of the evidence; ${id.slice(0, 8)} is “${verdict}”.`;
  throw new BifocalError('USAGE', { cause, command: 'claims' });
}

export async function decideClaim(
  store: Store,
  productId: string,
  claim: ToldClaim,
  verb: ClaimWord,
  reason: string | null,
): Promise<string> {
  return store.corrections.add(productId, { target: 'claim', targetId: claim.id, verb, reason });
}

/** Answers what was taken back, or null where nobody had decided anything. */
export async function takeBackClaim(store: Store, productId: string, claim: ToldClaim): Promise<string | null> {
  const own = (await store.corrections.list(productId)).filter(
    ({ target, targetId }) => target === 'claim' && targetId === claim.id,
  );
  const newest = own.at(-1);
  if (!newest) return null;
  await store.corrections.undo(productId, newest.id);
  return newest.verb;
}
