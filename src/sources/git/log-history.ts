/** The whole history without its texts: who descends from whom, when, what landed, and where a shallow clone ends. */
import { BifocalError } from '#core/errors.ts';
import type { Git } from '#core/source.ts';
import { mendDates } from './dates.ts';
import { Bytes } from './documents-bytes.ts';
import { GRAPH, graphFrom } from './first-questions.ts';
import { findLanding } from './landing.ts';
import { Graph } from './log-graph.ts';
import type { History } from './log-rows.ts';

const LINE_END = 10;

/** The shape of everything that some commits reach, HEAD and tags as a rule: that was asked early. */
export async function readGraph(git: Git, heads: ReadonlySet<string>): Promise<Graph> {
  try {
    const graph = await graphOf(git.stream(GRAPH));
    if ([...heads].every((sha) => graph.find(sha) !== -1)) return graph;
  } catch (error) {
    // HEAD names a branch that is not there, or a tag an object that is not.
    if (!(error instanceof BifocalError) || error.code !== 'GIT_FAILED') throw error;
  }
  return graphOf(git.stream(graphFrom('--stdin'), [`${[...heads].join('\n')}\n`]));
}

async function graphOf(pieces: AsyncIterable<Uint8Array>): Promise<Graph> {
  const graph = new Graph();
  for await (const piece of pieces) graph.push(piece);
  return graph;
}

export async function isShallow(git: Git): Promise<boolean> {
  return (await git.text(['rev-parse', '--is-shallow-repository'])).trim() === 'true';
}

/** The history as of its tip, or as of a time: then from the newest commit of the line that is not later. */
export async function readHistory(
  git: Git,
  graph: Graph,
  tip: string,
  until: number | null,
  shallow: boolean,
): Promise<History> {
  const dates = mendDates(graph);
  let head = graph.find(tip);
  while (until !== null && (dates.at[head] as number) > until) {
    if (graph.parents(head) === 0)
      throw new BifocalError('NOTHING_TO_READ', { target: 'The repository as of that time' });
    head = graph.parent(head, 0);
  }
  const landing = findLanding(graph, head);
  const root = landing.line.at(-1) as number;
  return {
    origin: `git:${graph.sha(root)}`,
    graph,
    dates,
    landing,
    cut: shallow ? await readCut(git, graph) : new Map(),
  };
}

/** Commits at the edge of a shallow clone, with the parents that they name and the clone lacks. */
async function readCut(git: Git, graph: Graph): Promise<ReadonlyMap<number, readonly string[]>> {
  const cut = new Map<number, readonly string[]>();
  const roots = [...graph.order.subarray(0, graph.read)].filter((commit) => graph.parents(commit) === 0);
  const asked = roots.map((commit) => `${graph.sha(commit)}\n`);
  const bytes = new Bytes(git.stream(['cat-file', '--batch'], asked));
  for (const commit of roots) {
    const size = Number((await bytes.until(LINE_END))?.toString('latin1').split(' ')[2]);
    const [header = ''] = (await bytes.take(size)).toString('latin1').split('\n\n', 1);
    await bytes.take(1);
    const parents = [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map((found) => found[1] as string);
    if (parents.length > 0) cut.set(commit, parents);
  }
  await bytes.close();
  return cut;
}
