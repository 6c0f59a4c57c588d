/** The two kinds of move of the Leiden method: nodes to where they gain most, and communities into well-knit parts. */
import type { Random } from '#core/statistics/random.ts';
import { type Graph, strengths } from './graph.ts';
import { renumbered } from './labels.ts';

/** Less is rounding. */
const GAIN = 1e-12;

/** What surrounds one node at a time: how much pulls it to each community. */
class Pull {
  readonly toward: Float64Array;
  readonly seen: number[] = [];

  constructor(labels: number) {
    this.toward = new Float64Array(labels);
  }

  /** Only edges to nodes of `within`’s own community count, where that is given. */
  look(graph: Graph, node: number, labels: Int32Array, within: Int32Array | null): void {
    for (const label of this.seen) this.toward[label] = 0;
    this.seen.length = 0;
    const end = graph.start[node + 1] as number;
    for (let edge = graph.start[node] as number; edge < end; edge += 1) {
      const other = graph.at[edge] as number;
      if (within !== null && within[other] !== within[node]) continue;
      const label = labels[other] as number;
      if (this.toward[label] === 0) this.seen.push(label);
      this.toward[label] = (this.toward[label] as number) + (graph.weight[edge] as number);
    }
  }

  /** The label that gains most over `gain`, or `own`. */
  best(own: number, gain: number, scale: number, total: Float64Array): number {
    let best = own;
    let most = gain;
    for (const label of this.seen) {
      if (label === own) continue;
      const found = (this.toward[label] as number) - scale * (total[label] as number);
      if (found > most + GAIN) {
        most = found;
        best = label;
      }
    }
    return best;
  }
}

/** Each node goes to the community that gains most, until none gains; those whose surroundings changed come again. */
export function moved(graph: Graph, from: Int32Array, resolution: number, random: Random): Int32Array {
  const { nodes } = graph;
  const community = from.slice();
  const strength = strengths(graph);
  const all = strength.reduce((sum, one) => sum + one, 0);
  if (all === 0) return renumbered(community);
  const total = new Float64Array(nodes);
  for (let node = 0; node < nodes; node += 1) {
    total[community[node] as number] = (total[community[node] as number] as number) + (strength[node] as number);
  }
  const queue = shuffled(nodes, random);
  const waits = new Uint8Array(nodes).fill(1);
  const pull = new Pull(nodes);
  for (let head = 0; head < queue.length; head += 1) {
    const node = queue[head] as number;
    waits[node] = 0;
    const own = community[node] as number;
    const weight = strength[node] as number;
    const scale = (resolution * weight) / all;
    total[own] = (total[own] as number) - weight;
    pull.look(graph, node, community, null);
    const stay = (pull.toward[own] as number) - scale * (total[own] as number);
    const best = pull.best(own, stay, scale, total);
    total[best] = (total[best] as number) + weight;
    if (best === own) continue;
    community[node] = best;
    for (let edge = graph.start[node] as number; edge < (graph.start[node + 1] as number); edge += 1) {
      const other = graph.at[edge] as number;
      if (waits[other] === 1 || community[other] === best) continue;
      waits[other] = 1;
      queue.push(other);
    }
  }
  return renumbered(community);
}

/** Within each community, single nodes join the part that gains most: what hangs together by one thread comes apart. */
export function refined(graph: Graph, community: Int32Array, resolution: number, random: Random): Int32Array {
  const { nodes } = graph;
  const part = Int32Array.from({ length: nodes }, (_, at) => at);
  const strength = strengths(graph);
  const all = strength.reduce((sum, one) => sum + one, 0);
  const total = strength.slice();
  const single = new Uint8Array(nodes).fill(1);
  const pull = new Pull(nodes);
  for (const node of shuffled(nodes, random)) {
    if (single[node] === 0) continue;
    const own = part[node] as number;
    pull.look(graph, node, part, community);
    const best = pull.best(own, 0, (resolution * (strength[node] as number)) / all, total);
    if (best === own) continue;
    total[own] = 0;
    total[best] = (total[best] as number) + (strength[node] as number);
    part[node] = best;
    single[best] = 0;
    single[node] = 0;
  }
  return renumbered(part);
}

function shuffled(count: number, random: Random): number[] {
  const out = Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at -= 1) {
    const other = Math.floor(random.uniform() * (at + 1));
    const kept = out[at] as number;
    out[at] = out[other] as number;
    out[other] = kept;
  }
  return out;
}
