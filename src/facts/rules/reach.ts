/** Which release carries each change first: every release, in the order of time, takes what none before it reached. */
import { YEAR_OF_WEEKS } from '#core/time.ts';
import type { History } from '../values.ts';
import type { Covering } from './covering.ts';

/** A release as far as reaching goes. */
export interface Reaching {
  /** Index of its line. */
  readonly line: number;
  /** Index of its commit; −1 when it has no place in the history. */
  readonly commit: number;
  readonly pre: boolean;
  readonly at: number;
}

export interface Reached {
  /** By commit: place of the first final release; −1 none. */
  readonly final: Int32Array;
  /** By commit: place of the first pre-release, where no final one came before it; −1 none. */
  readonly pre: Int32Array;
}

/** `releases` in the order of time. Costs one walk of the history per line. */
export function reach(history: History, releases: readonly Reaching[], lines: number, covering: Covering): Reached {
  const size = history.commits.length;
  const parts = history.commits.map((commit) => covering.linesOf(commit));
  const reached: Reached = { final: new Int32Array(size).fill(-1), pre: new Int32Array(size).fill(-1) };
  const anywhere = new Int32Array(size).fill(-1);
  const shared = new Set(covering.shared);
  for (let line = 0; line < lines; line += 1) {
    const found = reachOfLine(history, releases, line);
    for (let commit = 0; commit < size; commit += 1) {
      const own = parts[commit] as readonly number[];
      const common = shared.size === 0 || shared.has(line);
      if (common) keepEarlier(anywhere, commit, found.final[commit] as number);
      if (own.length === 0 ? !common : !own.includes(line)) continue;
      keepEarlier(reached.final, commit, found.final[commit] as number);
      keepEarlier(reached.pre, commit, found.pre[commit] as number);
    }
  }
  const ended = endedLines(releases, lines);
  for (let commit = 0; commit < size; commit += 1) {
    const own = parts[commit] as readonly number[];
    if (reached.final[commit] === -1 && own.length > 0 && own.every((line) => ended.has(line))) {
      reached.final[commit] = anywhere[commit] as number;
    }
    const [final, pre] = [reached.final[commit] as number, reached.pre[commit] as number];
    if (final !== -1 && final < pre) reached.pre[commit] = -1;
  }
  return reached;
}

function keepEarlier(first: Int32Array, commit: number, release: number): void {
  if (release === -1) return;
  const known = first[commit] as number;
  if (known === -1 || release < known) first[commit] = release;
}

function reachOfLine({ commits }: History, releases: readonly Reaching[], line: number): Reached {
  const final = new Int32Array(commits.length).fill(-1);
  const pre = new Int32Array(commits.length).fill(-1);
  const stack: number[] = [];
  for (const [place, release] of releases.entries()) {
    if (release.line !== line || release.commit < 0) continue;
    const first = release.pre ? pre : final;
    stack.push(release.commit);
    while (stack.length > 0) {
      const commit = stack.pop() as number;
      if (first[commit] !== -1 || (release.pre && final[commit] !== -1)) continue;
      first[commit] = place;
      for (const parent of commits[commit]?.parents ?? []) stack.push(parent);
    }
  }
  return { final, pre };
}

/** Lines without a release for a year while others went on: their package is released with the rest now, or not at all. */
function endedLines(releases: readonly Reaching[], lines: number): ReadonlySet<number> {
  const newest = new Array<number>(lines).fill(Number.NEGATIVE_INFINITY);
  for (const { line, at } of releases) newest[line] = Math.max(newest[line] as number, at);
  const last = Math.max(...newest);
  return new Set(newest.flatMap((at, line) => (at < last - YEAR_OF_WEEKS ? line : [])));
}
