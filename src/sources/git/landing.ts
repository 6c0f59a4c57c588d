/** Which commit of the main line brought each other commit, whatever the project does: merge, squash or rebase. */
import type { Graph } from './log-graph.ts';

export interface Landing {
  /** The first-parent line, newest first. */
  readonly line: Int32Array;
  /** By commit: the commit of the line that brought it, or -1 when it never landed. */
  readonly by: Int32Array;
}

/** Oldest first, each commit of the line takes what it reaches and nothing before it has taken. */
export function findLanding(graph: Graph, head: number): Landing {
  const line: number[] = [];
  for (let commit = head; ; commit = graph.parent(commit, 0)) {
    if (!graph.has(commit)) break;
    line.push(commit);
    if (graph.parents(commit) === 0) break;
  }
  const by = new Int32Array(graph.size).fill(-1);
  for (const brought of line.toReversed())
    reach(graph, [brought], (commit) => {
      if (by[commit] !== -1) return false;
      by[commit] = brought;
      return true;
    });
  return { line: Int32Array.from(line), by };
}

/** Marks everything that is reachable from some commits. */
export function reachable(graph: Graph, from: Iterable<number>, marks = new Uint8Array(graph.size)): Uint8Array {
  reach(graph, from, (commit) => {
    if (marks[commit] === 1) return false;
    marks[commit] = 1;
    return true;
  });
  return marks;
}

/** Walks to the parents for as long as `enter` says that a commit is new. */
function reach(graph: Graph, from: Iterable<number>, enter: (commit: number) => boolean): void {
  const open = [...from];
  for (let commit = open.pop(); commit !== undefined; commit = open.pop()) {
    if (!graph.has(commit) || !enter(commit)) continue;
    for (let which = 0; which < graph.parents(commit); which++) open.push(graph.parent(commit, which));
  }
}
