/** Which commits this reading has to read: all of them, or only what is new since the last one. */
import { digestOf } from '#core/ids.ts';
import { reachable } from './landing.ts';
import type { Cursor } from './log-cursor.ts';
import type { Graph } from './log-graph.ts';
import type { History } from './log-rows.ts';

export interface Plan {
  /** True when every commit is yielded, so that one that is not is gone. */
  readonly whole: boolean;
  /** Commits to start from, and with `^` commits to stop at: the input of `git log --stdin`. */
  readonly revisions: readonly string[];
  readonly expected: number;
}

/** A history rewritten, authors renamed or dates mended otherwise: then all rows are made again. */
export function planLog(history: History, heads: readonly string[], before: Cursor | null, mailmap: string): Plan {
  const { graph, landing } = history;
  const wanted = reachable(
    graph,
    heads.map((sha) => graph.find(sha)),
  );
  const whole = { whole: true, revisions: heads, expected: count(wanted) };
  if (before === null || !before.paths || before.mailmap !== mailmap) return whole;
  const head = graph.find(before.head);
  const side = before.side.map((sha) => graph.find(sha));
  // A head that left the main line changes what landed when; one that is gone was rewritten.
  if (head === -1 || landing.by[head] !== head || side.includes(-1)) return whole;
  const old = reachable(graph, [head, ...side]);
  if (mendedDigest(history, old) !== before.mended) return whole;
  const oldMain = reachable(graph, [head]);
  const landedSince = old.some((was, commit) => was === 1 && oldMain[commit] === 0 && landing.by[commit] !== -1);
  const known = landedSince ? oldMain : old;
  const stops = [before.head, ...(landedSince ? [] : before.side)];
  const fresh = wanted.map((is, commit) => (is === 1 && known[commit] === 0 ? 1 : 0));
  return { whole: false, revisions: [...heads, ...stops.map((sha) => `^${sha}`)], expected: count(fresh) };
}

/** Of the mended dates among some commits. */
export function mendedDigest({ graph, dates }: History, among: Uint8Array): string {
  const mended: string[] = [];
  for (let commit = 0; commit < graph.size; commit++) {
    if (dates.mended[commit] === 1 && among[commit] === 1) mended.push(`${graph.sha(commit)} ${dates.at[commit]}`);
  }
  return digestOf(mended.sort().join('\n'));
}

/** The newest of the commits that never landed: from them all others that only tags reach are found again. */
export function sideTips({ graph, landing }: History, wanted: Uint8Array): string[] {
  const isParent = new Uint8Array(graph.size);
  const side: number[] = [];
  for (let commit = 0; commit < graph.size; commit++) {
    if (wanted[commit] === 0 || landing.by[commit] !== -1 || !graph.has(commit)) continue;
    side.push(commit);
    markParents(graph, commit, isParent);
  }
  return side.filter((commit) => isParent[commit] === 0).map((commit) => graph.sha(commit));
}

function markParents(graph: Graph, commit: number, marks: Uint8Array): void {
  for (let which = 0; which < graph.parents(commit); which++) marks[graph.parent(commit, which)] = 1;
}

function count(marks: Uint8Array): number {
  return marks.reduce((sum, mark) => sum + mark, 0);
}
