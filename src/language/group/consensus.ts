/**
 * Communities that do not hang on one run: several are found at several scales, and pairs are joined by how many agree.
 * Lancichinetti and Fortunato, “Consensus clustering in complex networks”, Scientific Reports 2 (2012).
 */
import type { Nearest } from '../neighbours/nearest.ts';
import { communities } from './communities.ts';
import { type Graph, graphOf } from './graph.ts';

/** Neighbours and resolutions of the runs, and those of the last one. Chosen on banking77’s training half. */
const NEIGHBOURS = [8, 12, 20];
const FINER = [1, 1.6];
const LAST_NEIGHBOURS = 15;
const LAST_FINER = 1.2;

export function consensus(nearest: Nearest, resolution: number): Int32Array {
  const runs: Int32Array[] = [];
  for (const k of NEIGHBOURS) {
    const graph = graphOf(nearest, k);
    for (const finer of FINER) runs.push(communities(graph, resolution * finer, `${k}/${finer}`));
  }
  const graph = agreed(graphOf(nearest, LAST_NEIGHBOURS), runs);
  return communities(graph, resolution * LAST_FINER, 'last');
}

/** The share of runs that put both ends together, squared; a pair that none does keeps next to nothing. */
function agreed(graph: Graph, runs: readonly Int32Array[]): Graph {
  const weight = new Float64Array(graph.weight.length);
  for (let node = 0; node < graph.nodes; node += 1) {
    for (let edge = graph.start[node] as number; edge < (graph.start[node + 1] as number); edge += 1) {
      const other = graph.at[edge] as number;
      const together = runs.reduce((sum, run) => sum + (run[node] === run[other] ? 1 : 0), 0);
      weight[edge] = (together / runs.length) ** 2 + 1e-6;
    }
  }
  return { ...graph, weight };
}
