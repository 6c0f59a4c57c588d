/** Veneer is marked, not marked, or not known: each of its four conditions alone is not enough. */
import { expect, test } from 'vitest';
import { veneerOf } from './veneer.ts';

const depth = (low: number, high: number) =>
  ({ depth: (low + high) / 2, interval: { low, high, level: 0.95, method: 'block-bootstrap' } }) as never;
const unknown = { depth: null, interval: null } as never;
const focus = (making: unknown, telling: unknown) => ({ making, telling, serving: unknown }) as never;
const ledger = (verdict: string, confirmed: boolean, lastAt: number | null = null) => ({
  all: [{ verdict, confirmed, lastAt }],
});
const deep = focus(depth(0, 0.1), depth(0.4, 0.8));

test('telling deep, making shallow, and a confirmed claim ahead of the evidence: marked', () => {
  const { marked, because } = veneerOf(deep, ledger('ahead of the evidence', true));
  expect(marked).toBe(true);
  expect(because).toBe(
    'One claim that still stands was confirmed as ahead of the evidence, and telling replaced 60 % of what stood a year ago, making 5 %.',
  );
  expect(veneerOf(deep, ledger('contradicted', true)).marked).toBe(true);
});

test('without a person’s word, or once the claim is taken back, nothing is marked', () => {
  expect(veneerOf(deep, ledger('ahead of the evidence', false)).marked).toBe(false);
  expect(veneerOf(deep, ledger('backed by both', true)).marked).toBe(false);
  expect(veneerOf(deep, ledger('contradicted', true, 1)).marked).toBe(false);
  expect(veneerOf(deep, undefined).marked).toBe(false);
});

test('where the intervals meet it is not marked, and where a depth is unknown nobody can tell', () => {
  const said = ledger('contradicted', true);
  expect(veneerOf(focus(depth(0.1, 0.5), depth(0.4, 0.8)), said).marked).toBe(false);
  expect(veneerOf(focus(unknown, depth(0.4, 0.8)), said).marked).toBe(null);
});
