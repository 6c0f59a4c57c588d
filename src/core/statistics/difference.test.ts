/** A change must be called when it is there, not be called when it is not, and never be made of nothing. */
import { expect, test } from 'vitest';
import type { Observation } from '#core/observation.ts';
import { difference } from './difference.ts';
import { prepare } from './estimate.ts';
import { randomFrom } from './random.ts';

function shares(hits: number, n: number, block: string) {
  const cases = Array.from(
    { length: n },
    (_, at): Observation => ({ block: `${block} ${at}`, hit: at < hits, evidence: [] }),
  );
  return prepare({ of: 'share' }, cases);
}

test('two shares differ as Newcombe has it: 56 of 70 against 48 of 80', () => {
  // Newcombe, Statistics in Medicine 17 (1998) 873–890, example (a), method 10: 0.20, 0.0524 to 0.3339.
  const found = difference(shares(48, 80, 'before'), shares(56, 70, 'now'), 'seed');
  expect(found.value).toBeCloseTo(0.2, 12);
  expect(Math.abs((found.interval?.low ?? 9) - 0.0524)).toBeLessThan(0.01);
  expect(Math.abs((found.interval?.high ?? 9) - 0.3339)).toBeLessThan(0.01);
  expect(found.p).toBeGreaterThan(0.001);
  expect(found.p).toBeLessThan(0.02);
});

test('the same evidence before and now has not changed', () => {
  const found = difference(shares(10, 40, 'same'), shares(10, 40, 'same'), 'seed');
  expect(found).toMatchObject({ value: 0, interval: { low: 0, high: 0 }, p: 1 });
});

test('where nothing changed, one comparison in ten has a p-value under 0.1', () => {
  const random = randomFrom('nothing changed');
  const values = (block: string) => {
    const cases = Array.from(
      { length: 40 },
      (_, at): Observation => ({ block: `${block} ${at}`, value: random.normal(), evidence: [] }),
    );
    return prepare({ of: 'mean' }, cases);
  };
  let called = 0;
  for (let trial = 0; trial < 100; trial += 1) {
    if ((difference(values('before'), values('now'), `${trial}`).p ?? 1) < 0.1) called += 1;
  }
  expect(called).toBeGreaterThan(2);
  expect(called).toBeLessThan(20);
});

test('a median wait that was not reached on one side leaves the difference unsaid', () => {
  const waits = (ended: number) =>
    prepare(
      { of: 'km-median' },
      Array.from(
        { length: 20 },
        (_, at): Observation => ({ block: `${at}`, time: at + 1, ended: at < ended, evidence: [] }),
      ),
    );
  expect(difference(waits(20), waits(4), 'seed')).toEqual({ value: null, interval: null, p: null });
});

test('a wait that may not be reached in some draws has an open end', () => {
  const waits = (length: number, ended: number) =>
    prepare(
      { of: 'km-median' },
      Array.from({ length: 20 }, (_, at): Observation => {
        return { block: `${length} ${at}`, time: length * (at + 1), ended: at < ended, evidence: [] };
      }),
    );
  const found = difference(waits(1, 20), waits(3, 11), 'seed');
  expect(found.value).toBeGreaterThan(15);
  expect(found.interval).toMatchObject({ high: null });
  expect(found.interval?.low).toBeGreaterThan(0);
});

test('values without any spread are compared without an interval', () => {
  const same = (value: number) =>
    prepare(
      { of: 'mean' },
      [1, 2, 3].map((at): Observation => ({ block: `${at}`, value, evidence: [] })),
    );
  expect(difference(same(2), same(5), 'seed')).toEqual({ value: 3, interval: null, p: null });
});
