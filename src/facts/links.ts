/** Links between changes and asks that stay: written ones, those that nobody wrote down, and what people decided of both. */
import type { Evidence } from '#core/evidence.ts';
import type { LinkRow } from '#core/kept.ts';
import { type Decided, keepFact } from './define-fact.ts';
import { MOST_ASKS, recoveredOf } from './rules/recovered-links.ts';
import { linksOf } from './rules/thread-links.ts';
import { voicesOf } from './rules/voices.ts';
import type { FactValues } from './values.ts';
import type { Links } from './voice-values.ts';

/** As much of a text as is compared: a need is told early. */
const MOST = 4_000;

export interface Told {
  readonly title: string;
  readonly body: string;
}

export type LinksFrom = Pick<
  FactValues,
  'asks' | 'answers' | 'closings' | 'references' | 'people' | 'history' | 'releases' | 'notes' | 'work'
>;

export default keepFact({
  id: 'links',
  version: 2,
  keeps: ['links'],
  reads: ['feedback', 'changes'],
  facts: ['asks', 'answers', 'closings', 'references', 'people', 'history', 'releases', 'notes', 'work'],
  corrects: ['link'],
  keep: () => {
    const asked = new Map<string, Told>();
    const changed = new Map<string, Told>();
    let heard = 0;
    return {
      take(row, read) {
        const { id, type, title, body } = row as Evidence;
        const told = { title: title ?? '', body: (body ?? '').slice(0, MOST) };
        if (read === 'feedback') {
          heard += 1;
          asked.set(id, told);
          // Rows come in the order of time: the newest stay.
          if (asked.size > MOST_ASKS) for (const [oldest] of asked.entries().take(1)) asked.delete(oldest);
        }
        // With no feedback nothing is linked, and a long history is not held.
        else if (heard > 0 && type === 'commit') changed.set(id, told);
      },
      done: ({ facts, decided }) => ({
        rows: { links: asked.size === 0 ? [] : rowsOf(facts, asked, changed, decided) },
      }),
    };
  },
  value: ({ links }): Links => linksIn(links),
});

function rowsOf(
  facts: LinksFrom,
  asked: ReadonlyMap<string, Told>,
  changed: ReadonlyMap<string, Told>,
  decided: readonly Decided[],
): LinkRow[] {
  const { asks, answers, closings, references, history } = facts;
  const { links } = linksOf(facts, voicesOf({ asks, answers, closings, pulls: references.pulls }, facts.people));
  const rows = new Map<string, LinkRow>();
  const put = (row: LinkRow) => rows.set(keyOfLink(row.fromId, row.toId), row);
  for (const [at, ask] of asks.entries()) {
    for (const { how, commit, evidence, closes } of links[at] ?? []) {
      const fromId = history.commits[commit]?.id ?? evidence;
      if (fromId === ask.id || rows.has(keyOfLink(fromId, ask.id))) continue;
      put({ kind: 'answers', fromId, toId: ask.id, confidence: 1, method: 'written', because: { how, closes } });
    }
  }
  for (const row of recoveredOf(facts, links, asked, changed)) put(row);
  const known = new Set(asks.map(({ id }) => id));
  for (const one of decided) obey(one, rows, known);
  return [...rows.values()];
}

export function keyOfLink(fromId: string, toId: string): string {
  return `${fromId} ${toId}`;
}

/** Whoever decides last is right; a veto leaves its row, so that it can be seen and taken back. */
function obey({ targetId, verb }: Decided, rows: Map<string, LinkRow>, known: ReadonlySet<string>): void {
  const [fromId, toId] = targetId.split(' ');
  if (fromId === undefined || toId === undefined || !known.has(toId)) return;
  const before = rows.get(targetId)?.because ?? null;
  const row = { kind: 'answers', fromId, toId, because: before };
  if (verb === 'confirm') rows.set(targetId, { ...row, confidence: 1, method: 'confirmed' });
  else if (verb === 'veto') rows.set(targetId, { ...row, confidence: 0, method: 'vetoed' });
}

function linksIn(rows: readonly LinkRow[]): Links {
  const taken = new Map<string, { change: string; p: number; confirmed: boolean }[]>();
  const vetoed = new Set<string>();
  const offered = new Set<string>();
  for (const { fromId, toId, method, confidence } of rows) {
    if (method === 'vetoed') vetoed.add(keyOfLink(fromId, toId));
    else if (method === 'offered') offered.add(toId);
    else if (method === 'recovered' || method === 'confirmed') {
      const own = taken.get(toId) ?? [];
      own.push({ change: fromId, p: confidence, confirmed: method === 'confirmed' });
      taken.set(toId, own);
    }
  }
  for (const id of taken.keys()) offered.delete(id);
  return { taken, vetoed, offered: offered.size };
}
