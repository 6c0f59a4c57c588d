/** The needs of a product as they stand: kept where nothing changed, else found; most people first, with words to quote. */
import type { Evidence } from '#core/evidence.ts';
import { canonical } from '#core/json.ts';
import type { ReadName } from '#facts/define-fact.ts';
import type { Demand, NeedFound, Needs } from '#facts/need-values.ts';
import { MOST_GROUPED } from '#language/needs/drawn.ts';
import type { Store } from '#store/store.ts';
import { closureOf } from './closure.ts';
import { type AskedEmbedder, embedded } from './embed/embedding.ts';
import { shelfIn } from './embed/vector-shelf.ts';
import { evaluateFacts } from './evaluate-facts.ts';
import { firstWords } from './first-words.ts';
import { type Embedding, keeperOf } from './keep-facts.ts';
import { keptIn } from './keep-told.ts';

export interface NeedTold extends NeedFound {
  readonly demand: Demand;
}

/** Without its pieces, which may be ten thousand: nobody wants those with a list. */
export type NeedListed = Omit<NeedTold, 'members'>;

export interface NeedsListed extends Omit<NeedsTold, 'needs'> {
  readonly needs: readonly NeedListed[];
  readonly statements: ReadonlyMap<string, Quote>;
}

export interface NeedsTold {
  readonly needs: readonly NeedTold[];
  readonly unsorted: number;
  readonly pieces: number;
  /** Of very many pieces, in how many of them needs were looked for; null where in all. */
  readonly foundIn: number | null;
  /** The time up to which voices are known; null where nothing was said. */
  readonly until: number | null;
}

export interface Quote {
  readonly evidence: string;
  readonly text: string;
  readonly at: number;
  readonly url: string | null;
}

const READS: readonly Exclude<ReadName, 'identities'>[] = ['feedback', 'replies', 'events', 'changes', 'releases'];

/** A model of the user’s own, and what stops it. */
export interface Chosen {
  readonly embedder: AskedEmbedder;
  readonly signal: AbortSignal;
}

/** One look-up while nothing changed that they rest on: evidence, decisions, who is who, what facts keep, methods. */
export async function needsTold(
  store: Store,
  productId: string,
  fresh = false,
  chosen: Chosen | null = null,
): Promise<NeedsTold> {
  const input = async () =>
    canonical([await store.digests(productId), ...(chosen === null ? [] : [chosen.embedder.model])] as never);
  const make = () => needsFound(store, productId, fresh, chosen);
  return keptIn(store, { productId, name: 'needs as told', input, fresh }, make);
}

async function needsFound(store: Store, productId: string, fresh: boolean, chosen: Chosen | null): Promise<NeedsTold> {
  const newest = await Promise.all(READS.map((read) => store.read.newestAt(productId, read)));
  const at = Math.max(0, ...newest.flatMap((one) => one ?? []));
  const read = (name: ReadName) => store.read.stream(productId, name, { until: at });
  const keeper = keeperOf(store, productId, {
    keeps: true,
    fresh,
    at,
    embedding: embeddingOf(store, productId, chosen),
  });
  const { needs, demand, voice } = await evaluateFacts(closureOf(['needs', 'demand', 'voice']), read, at, {}, keeper);
  const pieces = voice.feedback;
  const foundIn = pieces > MOST_GROUPED ? MOST_GROUPED : null;
  return { needs: ranked(needs, demand), unsorted: needs.unsorted, pieces, foundIn, until: newest[0] ?? null };
}

function embeddingOf(store: Store, productId: string, chosen: Chosen | null): Embedding | null {
  if (chosen === null) return null;
  const { embedder, signal } = chosen;
  return { model: embedder.model, of: (texts) => embedded(texts, embedder, shelfIn(store, productId), signal) };
}

function ranked({ all }: Needs, demand: readonly Demand[]): NeedTold[] {
  const byId = new Map(all.map((need) => [need.id, need]));
  return demand.flatMap((one) => {
    const need = byId.get(one.need);
    return need ? [{ ...need, demand: one }] : [];
  });
}

/** With its pieces, nearest to its middle first; all, or so many. */
export async function withMembers(
  store: Store,
  productId: string,
  need: NeedListed,
  nearest?: number,
): Promise<NeedTold> {
  const rows = await store.kept.membersOf(productId, need.id, nearest);
  return { ...need, members: rows.map(({ evidenceId, confidence }) => ({ evidence: evidenceId, confidence })) };
}

/** The statement of each need, where there is one. */
export async function statementsOf(
  store: Store,
  productId: string,
  needs: readonly Pick<NeedFound, 'id' | 'statement'>[],
): Promise<ReadonlyMap<string, Quote>> {
  const spoken = needs.flatMap(({ id, statement }) => (statement ? [{ id, statement }] : []));
  const rows = await rowsOf(
    store,
    productId,
    spoken.map(({ statement }) => statement.evidence),
  );
  return new Map(
    spoken.flatMap(({ id, statement: { evidence, field, from, to } }) => {
      const row = rows.get(evidence);
      const text = row?.[field]?.slice(from, to).replace(/\s+/g, ' ').trim();
      return row && text ? [[id, { evidence, text, at: row.at, url: row.url }] as const] : [];
    }),
  );
}

/** What people asked for, in their words: of each piece its title, else its first line; nearest to the middle first. */
export async function asksOf(store: Store, productId: string, need: NeedFound, most: number): Promise<Quote[]> {
  const members = need.members.toSorted(
    (one, two) => two.confidence - one.confidence || (one.evidence < two.evidence ? -1 : 1),
  );
  const ids = members.slice(0, most * 3).map(({ evidence }) => evidence);
  const rows = await rowsOf(store, productId, ids);
  const seen = new Set<string>();
  const quotes = ids.flatMap((id): Quote[] => {
    const row = rows.get(id);
    const text = row ? onOneLine(row) : '';
    const key = text.toLowerCase();
    if (!row || text === '' || seen.has(key)) return [];
    seen.add(key);
    return [quoteOf(row)];
  });
  return quotes.slice(0, most);
}

/** A piece by its title, else its first line. */
export function quoteOf(row: Evidence): Quote {
  return { evidence: row.id, text: onOneLine(row), at: row.at, url: row.url };
}

function onOneLine(row: Evidence): string {
  return firstWords(row).replace(/\s+/g, ' ');
}

async function rowsOf(store: Store, productId: string, ids: readonly string[]): Promise<Map<string, Evidence>> {
  return new Map((await store.read.evidence(productId, ids)).map((row) => [row.id, row]));
}
