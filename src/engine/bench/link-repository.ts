/** `bench links <repository>`: what a product’s own commits say outright is hidden, and recovered from texts and times alone. */
import { BifocalError } from '#core/errors.ts';
import type { Evidence } from '#core/evidence.ts';
import { namesIn } from '#facts/rules/references.ts';
import type { FactValues } from '#facts/values.ts';
import type { Asked } from '#language/link/asked.ts';
import { keyRemover } from '#language/link/keys.ts';
import type { Store } from '#store/store.ts';
import { type GatherSourcesOrder, gatherSources } from '../gather-sources.ts';
import { factsNow } from '../links.ts';
import type { LinkWorld } from './link-files.ts';
import { type LinksBench, measureLinks } from './links.ts';

export interface RepositoryLinksBench extends LinksBench {
  /** What stood in for asks: issues that commits name, or lines of release notes that name what commits name. */
  readonly asked: 'issues' | 'release notes';
}

/** With fewer a figure says nothing. */
const LEAST = 20;

type Facts = Pick<FactValues, 'asks' | 'threads' | 'history' | 'references' | 'notes'>;

/** Rejects with USAGE where its commits name nothing that was gathered. */
export async function benchRepositoryLinks(
  store: Store,
  order: Omit<GatherSourcesOrder, 'at' | 'deep' | 'issues'>,
): Promise<RepositoryLinksBench> {
  const { product } = await gatherSources(store, { ...order, at: null, deep: false });
  const facts = await factsNow(store, product.id, ['asks', 'threads', 'history', 'references', 'notes']);
  const said = await rowsOf(store, product.id, 'feedback');
  const built = await rowsOf(store, product.id, 'changes');
  const issues = byIssues(facts, said, built);
  if (issues.gold.size >= LEAST) return { asked: 'issues', ...measureLinks(issues, order.signal) };
  const notes = byNotes(facts, built);
  if (notes.gold.size >= LEAST) return { asked: 'release notes', ...measureLinks(notes, order.signal) };
  const found = Math.max(issues.gold.size, notes.gold.size);
  const cause = `${order.target.named} has ${found} links that are written down, and ${LEAST} are needed: issues that commits name, or release notes that name what commits name.`;
  throw new BifocalError('USAGE', { cause, command: 'bench' });
}

async function rowsOf(store: Store, productId: string, read: 'feedback' | 'changes'): Promise<Map<string, Evidence>> {
  const rows = new Map<string, Evidence>();
  for await (const page of store.read.stream(productId, read)) for (const row of page) rows.set(row.id, row);
  return rows;
}

function changedOf({ history }: Facts, built: ReadonlyMap<string, Evidence>, bare: (text: string) => string) {
  return history.commits.map(({ id, at, subject }) => {
    const row = built.get(id);
    return { subject: bare(row?.title ?? subject), body: bare(row?.body ?? ''), at };
  });
}

function byIssues(facts: Facts, said: ReadonlyMap<string, Evidence>, built: ReadonlyMap<string, Evidence>): LinkWorld {
  const { asks, threads } = facts;
  const bare = keyRemover(asks.map(({ thread }) => thread));
  const asked = asks.map(({ id, at, closedAt }): Asked => {
    const row = said.get(id);
    return { title: bare(row?.title ?? ''), body: bare(row?.body ?? ''), createdAt: at, resolvedAt: closedAt };
  });
  const gold = new Map<number, Set<number>>();
  for (const [ask, { links }] of threads.all.entries()) {
    const own = links.filter(({ how, commit }) => commit >= 0 && how !== 'recovered').map(({ commit }) => commit);
    if (own.length > 0) gold.set(ask, new Set(own));
  }
  return { asked, changed: changedOf(facts, built, bare), gold, leftOut: new Map(), outside: 0 };
}

/** A note is written when all is done: when its thing was asked for, it does not say. */
function byNotes(facts: Facts, built: ReadonlyMap<string, Evidence>): LinkWorld {
  const bare = keyRemover([]);
  const byName = new Map<string, number[]>();
  for (const [commit, { sha }] of facts.history.commits.entries()) {
    for (const name of facts.references.commits.get(sha)?.names ?? []) {
      byName.set(name, [...(byName.get(name) ?? []), commit]);
    }
  }
  const asked: Asked[] = [];
  const gold = new Map<number, Set<number>>();
  for (const { lines } of facts.notes.byRelease.values()) {
    for (const line of lines) {
      const commits = namesIn(line).flatMap((name) => byName.get(name) ?? []);
      if (commits.length === 0) continue;
      gold.set(asked.length, new Set(commits));
      asked.push({ title: bare(line), body: '', createdAt: null, resolvedAt: null });
    }
  }
  return { asked, changed: changedOf(facts, built, bare), gold, leftOut: new Map(), outside: 0 };
}
