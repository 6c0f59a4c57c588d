/** A weighted graph without directions, made of nearest neighbours, and folded by communities. */
import type { Nearest } from '../neighbours/nearest.ts';

export interface Graph {
  readonly nodes: number;
  /** Each edge stands in both rows. */
  readonly start: Int32Array;
  readonly at: Int32Array;
  readonly weight: Float64Array;
  /** Weight that folding put inside a node, both directions. */
  readonly inside: Float64Array;
}

/** Similar pairs pull much harder than middling ones. 1, 2 and 4 were tried on banking77’s training half; 4 was best. */
const SHARPNESS = 4;

export function pullOf(near: number): number {
  return near > 0 ? near ** SHARPNESS : 0;
}

/** An edge wherever one of two is among the `k` nearest of the other. */
export function graphOf(nearest: Nearest, k: number): Graph {
  const taken = Math.min(k, nearest.k);
  const rows: Map<number, number>[] = Array.from({ length: nearest.rows }, () => new Map());
  for (let row = 0; row < nearest.rows; row += 1) {
    for (let place = row * nearest.k; place < row * nearest.k + taken; place += 1) {
      const other = nearest.at[place] as number;
      const weight = other < 0 ? 0 : pullOf(nearest.near[place] as number);
      if (weight === 0) continue;
      (rows[row] as Map<number, number>).set(other, weight);
      (rows[other] as Map<number, number>).set(row, weight);
    }
  }
  return fromRows(rows, new Float64Array(nearest.rows));
}

function fromRows(rows: readonly ReadonlyMap<number, number>[], inside: Float64Array): Graph {
  const start = new Int32Array(rows.length + 1);
  for (const [row, edges] of rows.entries()) start[row + 1] = (start[row] as number) + edges.size;
  const at = new Int32Array(start[rows.length] as number);
  const weight = new Float64Array(at.length);
  let place = 0;
  for (const edges of rows) {
    for (const other of Int32Array.from(edges.keys()).sort()) {
      at[place] = other;
      weight[place] = edges.get(other) as number;
      place += 1;
    }
  }
  return { nodes: rows.length, start, at, weight, inside };
}

/** One node per community. */
export function folded(graph: Graph, by: Int32Array, count: number): Graph {
  const inside = new Float64Array(count);
  const rows: Map<number, number>[] = Array.from({ length: count }, () => new Map());
  for (let node = 0; node < graph.nodes; node += 1) {
    const own = by[node] as number;
    const edges = rows[own] as Map<number, number>;
    let within = graph.inside[node] as number;
    for (let edge = graph.start[node] as number; edge < (graph.start[node + 1] as number); edge += 1) {
      const other = by[graph.at[edge] as number] as number;
      const weight = graph.weight[edge] as number;
      if (other === own) within += weight;
      else edges.set(other, (edges.get(other) ?? 0) + weight);
    }
    inside[own] = (inside[own] as number) + within;
  }
  return fromRows(rows, inside);
}

/** All that pulls at each node. */
export function strengths(graph: Graph): Float64Array {
  const out = graph.inside.slice();
  for (let node = 0; node < graph.nodes; node += 1) {
    for (let edge = graph.start[node] as number; edge < (graph.start[node + 1] as number); edge += 1) {
      out[node] = (out[node] as number) + (graph.weight[edge] as number);
    }
  }
  return out;
}
