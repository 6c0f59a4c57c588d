/** The shape of a history: what git lists is found again, whatever pieces it comes in. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Graph } from './log-graph.ts';

/** A sha of 40 or 64 digits that differs in its first word, or only in its last. */
function sha(commit: number, width: number): string {
  const digits = commit.toString(16);
  return commit % 2 === 0 ? digits.padStart(8, '0').padEnd(width, 'a') : digits.padStart(width, '0');
}

/** Parents of each commit among those with higher numbers, as git lists them: children first. */
const histories = fc
  .array(fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 3 }), { minLength: 1, maxLength: 60 })
  .map((steps) => steps.map((each, at) => each.map((step) => at + step).filter((parent) => parent < steps.length)));

test('every commit is found with its parents and its time', () => {
  fc.assert(
    fc.property(histories, fc.constantFrom(40, 64), fc.integer({ min: 1, max: 200 }), (parents, width, size) => {
      const lines = parents.map((of, at) => `${1e9 + at} ${[at, ...of].map((each) => sha(each, width)).join(' ')}\n`);
      const bytes = Buffer.from(lines.join(''));
      const graph = new Graph();
      for (let from = 0; from < bytes.length; from += size) graph.push(bytes.subarray(from, from + size));
      expect(graph.read).toBe(parents.length);
      for (const [at, of] of parents.entries()) {
        const commit = graph.find(sha(at, width));
        expect(graph.sha(commit)).toBe(sha(at, width));
        expect(graph.seconds[commit]).toBe(1e9 + at);
        const found = Array.from({ length: graph.parents(commit) }, (_, which) =>
          graph.sha(graph.parent(commit, which)),
        );
        expect(found).toEqual(of.map((each) => sha(each, width)));
      }
    }),
  );
});

test('ten thousand commits are kept apart, and one that was only named is not found', () => {
  const graph = new Graph();
  const of = (at: number) => at.toString(16).padStart(40, '0');
  for (let at = 0; at < 10_000; at++) graph.push(Buffer.from(`${at} ${of(at)} ${of(at + 1)}\n`));
  expect(graph.read).toBe(10_000);
  expect(graph.seconds[graph.find(of(9_999))]).toBe(9_999);
  expect(graph.find(of(10_000))).toBe(-1);
  expect(graph.find(of(20_000))).toBe(-1);
  expect(graph.find('HEAD')).toBe(-1);
});

test('a time beyond the year 9999 counts as none', () => {
  const graph = new Graph();
  graph.push(Buffer.from(`18446744073709551615 ${'a'.repeat(40)}\n`));
  expect(graph.seconds[0]).toBe(0);
});

test('what is no list of commits is refused', () => {
  expect(() => new Graph().push(Buffer.from('1 abc\n'))).toThrow('a sha of 3 characters');
  expect(() => new Graph().push(Buffer.from(`1 ${'g'.repeat(40)}\n`))).toThrow('something else where a sha belongs');
});
