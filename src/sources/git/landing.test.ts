/** Landings against their definition: the oldest commit of the main line that reaches a commit. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findLanding, reachable } from './landing.ts';
import { Graph } from './log-graph.ts';

function graphOf(parents: readonly (readonly number[])[]): Graph {
  const sha = (commit: number) => commit.toString(16).padStart(40, '0');
  const graph = new Graph();
  for (const [at, of] of parents.entries()) graph.push(Buffer.from(`1 ${[at, ...of].map(sha).join(' ')}\n`));
  return graph;
}

/** Random histories, children first; commit 0 is the head. */
const histories = fc
  .array(fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 3 }), { minLength: 1, maxLength: 40 })
  .map((steps) => steps.map((each, at) => each.map((step) => at + step).filter((parent) => parent < steps.length)));

test('each commit is brought by the oldest of the line that reaches it', () => {
  fc.assert(
    fc.property(histories, (parents) => {
      const graph = graphOf(parents);
      // Numbers are given as commits are first named, so sha and number differ.
      const number = (at: number) => graph.find(at.toString(16).padStart(40, '0'));
      const { line, by } = findLanding(graph, number(0));
      for (const at of parents.keys()) {
        const reaching = [...line].filter((commit) => reachable(graph, [commit])[number(at)] === 1);
        expect(by[number(at)]).toBe(reaching.at(-1) ?? -1);
      }
    }),
  );
});

test('the line follows first parents to the end', () => {
  const graph = graphOf([[1, 3], [2], [4], [4], []]);
  expect([...findLanding(graph, 0).line].map((commit) => graph.sha(commit).at(-1))).toEqual(['0', '1', '2', '4']);
});

test('a line of a hundred thousand commits is followed without recursion', () => {
  const graph = graphOf(Array.from({ length: 100_000 }, (_, at) => (at < 99_999 ? [at + 1] : [])));
  expect(findLanding(graph, 0).line).toHaveLength(100_000);
});
