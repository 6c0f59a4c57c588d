/** A figure that came with its interval comes back with it. */
import { expect, test } from 'vitest';
import { prepare } from './estimate.ts';

const older = { block: 'a', value: 0.2, between: { low: 0.1, high: 0.3 }, count: 30, evidence: ['a'] };
const newer = { block: 'b', value: 0.5, between: { low: 0.44, high: 0.6 }, count: 50, evidence: ['b'] };

test('the last one given counts, with its people and its interval', () => {
  const prepared = prepare({ of: 'told' }, [older, newer]);
  expect([prepared.n, prepared.value()]).toEqual([50, 0.5]);
  expect(prepared.interval()).toMatchObject({ level: 0.95, method: 'as told' });
  expect(prepared.interval()?.low).toBeCloseTo(0.44, 9);
  expect(prepared.interval()?.high).toBeCloseTo(0.6, 9);
});

test('each arm is spread by itself, and the middle of the draws is the figure', () => {
  const draws = prepare({ of: 'told' }, [newer]).draws('s', 1_000).sort();
  expect(draws[500]).toBeCloseTo(0.5, 3);
  expect(draws[25]).toBeCloseTo(0.44, 2);
  expect(draws[974]).toBeCloseTo(0.6, 2);
});

test('without cases, or without an interval, nothing is made up', () => {
  expect(prepare({ of: 'told' }, []).value()).toBeNull();
  expect(prepare({ of: 'told' }, [{ block: 'c', value: 1, evidence: ['c'] }]).interval()).toBeNull();
});
