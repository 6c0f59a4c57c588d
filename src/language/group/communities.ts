/**
 * Communities of a weighted graph by the Leiden method: local moves, refinement, folding. Traag, Waltman, van Eck,
 * “From Louvain to Leiden”, Scientific Reports 9 (2019); modularity with a resolution: Reichardt and Bornholdt,
 * Physical Review E 74 (2006).
 */
import { type Random, randomFrom } from '#core/statistics/random.ts';
import { folded, type Graph } from './graph.ts';
import { countOf, renumbered } from './labels.ts';
import { moved, refined } from './moves.ts';

/** How often all of it is gone through: the second time repairs what folding too early had fixed. */
const PASSES = 2;

/** The community of each node, numbered from 0. A higher `resolution` gives more and smaller ones. */
export function communities(graph: Graph, resolution: number, seed: string): Int32Array {
  const random = randomFrom(seed);
  let found = Int32Array.from({ length: graph.nodes }, (_, at) => at);
  for (let pass = 0; pass < PASSES; pass += 1) found = once(graph, found, resolution, random);
  return found;
}

function once(graph: Graph, from: Int32Array, resolution: number, random: Random): Int32Array<ArrayBuffer> {
  let current = graph;
  let community = from;
  // Which node of the current graph each node of the first one lies in.
  let place = Int32Array.from({ length: graph.nodes }, (_, at) => at);
  for (;;) {
    community = moved(current, community, resolution, random);
    const count = countOf(community);
    if (count === current.nodes) return renumbered(Int32Array.from(place, (at) => community[at] as number));
    const parts = refined(current, community, resolution, random);
    // Where nothing could be refined, whole communities fold, so that each round is smaller than the last.
    const by = countOf(parts) === current.nodes ? community : parts;
    const next = folded(current, by, countOf(by));
    const nextCommunity = new Int32Array(next.nodes);
    for (let node = 0; node < current.nodes; node += 1) nextCommunity[by[node] as number] = community[node] as number;
    place = Int32Array.from(place, (at) => by[at] as number);
    current = next;
    community = nextCommunity;
  }
}
