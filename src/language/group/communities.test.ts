/** Communities: planted ones are found, nothing that is apart is joined, and the same seed gives the same answer. */
import { expect, test } from 'vitest';
import { randomFrom } from '#core/statistics/random.ts';
import { agreement } from '../agreement.ts';
import { communities } from './communities.ts';
import { folded, type Graph, strengths } from './graph.ts';
import { countOf } from './labels.ts';

function graphFrom(nodes: number, edges: readonly (readonly [number, number, number])[]): Graph {
  const rows: [number, number][][] = Array.from({ length: nodes }, () => []);
  for (const [one, two, weight] of edges) {
    rows[one]?.push([two, weight]);
    rows[two]?.push([one, weight]);
  }
  const start = new Int32Array(nodes + 1);
  for (const [row, own] of rows.entries()) start[row + 1] = (start[row] ?? 0) + own.length;
  return {
    nodes,
    start,
    at: Int32Array.from(rows.flatMap((own) => own.map(([other]) => other))),
    weight: Float64Array.from(rows.flatMap((own) => own.map(([, weight]) => weight))),
    inside: new Float64Array(nodes),
  };
}

function planted(groups: number, size: number, within: number, across: number): { graph: Graph; truth: number[] } {
  const random = randomFrom('planted');
  const nodes = groups * size;
  const edges: [number, number, number][] = [];
  for (let one = 0; one < nodes; one += 1) {
    for (let two = one + 1; two < nodes; two += 1) {
      if (random.uniform() < (one % groups === two % groups ? within : across)) edges.push([one, two, 1]);
    }
  }
  return { graph: graphFrom(nodes, edges), truth: Array.from({ length: nodes }, (_, at) => at % groups) };
}

test('planted communities are found', () => {
  const { graph, truth } = planted(8, 30, 0.4, 0.02);
  const found = communities(graph, 1, 'seed');
  expect(agreement(truth, [...found]).ami).toBeGreaterThan(0.95);
  expect(communities(graph, 1, 'seed')).toEqual(found);
});

test('a higher resolution gives more communities', () => {
  const { graph } = planted(6, 30, 0.3, 0.05);
  expect(countOf(communities(graph, 4, 'seed'))).toBeGreaterThan(countOf(communities(graph, 1, 'seed')));
});

test('what nothing joins stays apart, and nobody is lost', () => {
  const graph = graphFrom(7, [
    [0, 1, 1],
    [2, 3, 1],
    [3, 4, 1],
  ]);
  const found = communities(graph, 1, 'seed');
  expect(found[0]).toBe(found[1]);
  expect(found[3]).toBe(found[4]);
  expect(new Set(found).size).toBe(4);
  expect(communities(graphFrom(3, []), 1, 'seed')).toEqual(Int32Array.from([0, 1, 2]));
});

test('folding keeps all weight', () => {
  const { graph } = planted(4, 10, 0.5, 0.1);
  const by = Int32Array.from({ length: 40 }, (_, at) => at % 4);
  const sum = (values: Float64Array) => values.reduce((all, value) => all + value, 0);
  expect(sum(strengths(folded(graph, by, 4)))).toBeCloseTo(sum(strengths(graph)), 9);
});
