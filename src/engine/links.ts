/** The links of a product with the words behind them, and what people decide about them. */
import type { Evidence } from '#core/evidence.ts';
import type { LinkRow } from '#core/kept.ts';
import { instantOf } from '#core/time.ts';
import type { ReadName } from '#facts/define-fact.ts';
import { keyOfLink } from '#facts/links.ts';
import type { FactValues } from '#facts/values.ts';
import type { Store } from '#store/store.ts';
import { closureOf } from './closure.ts';
import { evaluateFacts } from './evaluate-facts.ts';
import { firstWords } from './first-words.ts';
import { keeperOf } from './keep-facts.ts';
import { type LinkSigns, signsAmong } from './link-signs.ts';
import { roundsSeen } from './rounds.ts';

export type LinkVerb = 'confirm' | 'veto';

export interface LinkEnd {
  readonly evidence: string;
  /** What the source calls it: a commit’s sha, an issue’s number. */
  readonly known: string;
  readonly text: string;
  readonly at: string;
  readonly url: string | null;
}

export interface LinkTold {
  /** The beginning of a hash of both ends: enough to name it. */
  readonly id: string;
  readonly kind: string;
  readonly method: 'written' | 'recovered' | 'offered' | 'confirmed' | 'vetoed';
  readonly confidence: number;
  readonly from: LinkEnd;
  readonly to: LinkEnd;
  /** What can be looked at where nobody wrote it down; null where somebody did. */
  readonly signs: LinkSigns | null;
}

const READS: readonly Exclude<ReadName, 'identities'>[] = [
  'feedback',
  'replies',
  'events',
  'changes',
  'releases',
  'documents',
];

/** Facts as they stand now; what is kept is read back where nothing changed. */
export async function factsNow<Id extends keyof FactValues>(
  store: Store,
  productId: string,
  wanted: readonly Id[],
): Promise<Pick<FactValues, Id>> {
  const newest = await Promise.all(READS.map((read) => store.read.newestAt(productId, read)));
  const at = Math.max(0, ...newest.flatMap((one) => one ?? []));
  const read = (name: ReadName) => store.read.stream(productId, name, { until: at });
  const rounds = (wanted as readonly string[]).includes('rounds') ? await roundsSeen(store, productId, null) : [];
  return evaluateFacts(
    closureOf(wanted),
    read,
    at,
    { rounds },
    keeperOf(store, productId, { keeps: true, fresh: false, at }),
  );
}

/** Offered ones first, the likeliest first. */
export async function linksTold(store: Store, productId: string): Promise<LinkTold[]> {
  await factsNow(store, productId, ['links']);
  const rows = await store.kept.rows(productId, 'links');
  const ids = [...new Set(rows.flatMap(({ fromId, toId }) => [fromId, toId]))];
  const evidence = await evidenceOf(store, productId, ids);
  const ends = new Map(evidence.map((row) => [row.id, endOf(row)]));
  const signs = signsAmong(evidence);
  const found = rows.flatMap((row): LinkTold[] => {
    const [from, to] = [ends.get(row.fromId), ends.get(row.toId)];
    if (!from || !to) return [];
    const { kind, confidence } = row;
    const method = row.method as LinkTold['method'];
    const seen = method === 'written' ? null : signs(row.fromId, row.toId);
    return [{ id: idOfLink(row), kind, method, confidence, from, to, signs: seen }];
  });
  return found.sort(
    (a, b) => ORDER[a.method] - ORDER[b.method] || b.confidence - a.confidence || (a.id < b.id ? -1 : 1),
  );
}

const ORDER = { offered: 0, recovered: 1, confirmed: 2, vetoed: 3, written: 4 };

function idOfLink({ fromId, toId }: Pick<LinkRow, 'fromId' | 'toId'>): string {
  return `${fromId.slice(0, 6)}${toId.slice(0, 6)}`;
}

/** So many at a time: every database takes them. */
const PIECE = 1_000;

async function evidenceOf(store: Store, productId: string, ids: readonly string[]): Promise<Evidence[]> {
  const rows: Evidence[] = [];
  for (let from = 0; from < ids.length; from += PIECE) {
    rows.push(...(await store.read.evidence(productId, ids.slice(from, from + PIECE))));
  }
  return rows;
}

function endOf(row: Evidence): LinkEnd {
  const { id, externalId, at, url } = row;
  return { evidence: id, known: externalId, text: firstWords(row), at: instantOf(at), url };
}

/** Null where no link is called so, or several are. `name`: its id, or the beginning of it. */
export function linkMeant(links: readonly LinkTold[], name: string): LinkTold | null {
  const found = links.filter(({ id }) => id.startsWith(name.toLowerCase()));
  return found.length === 1 ? (found[0] as LinkTold) : null;
}

export function decideLink(store: Store, productId: string, { from, to }: LinkTold, verb: LinkVerb): Promise<string> {
  const targetId = keyOfLink(from.evidence, to.evidence);
  return store.corrections.add(productId, { target: 'link', targetId, verb });
}

/** Takes back what was last decided about a link; null where nothing was. */
export async function undecideLink(store: Store, productId: string, { from, to }: LinkTold): Promise<string | null> {
  const targetId = keyOfLink(from.evidence, to.evidence);
  const standing = (await store.corrections.list(productId)).filter(
    (one) => one.target === 'link' && one.targetId === targetId,
  );
  const last = standing.at(-1);
  return last === undefined ? null : store.corrections.undo(productId, last.id);
}
