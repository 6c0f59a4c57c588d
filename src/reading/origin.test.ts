/** Origin is told as bounds: what could not be traced may have begun anywhere. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { originOf } from './origin.ts';

const told = (outside: number, own: number, idea: number, untraced: number) =>
  originOf({ because: null, counts: { outside, own, idea, untraced, offered: 0 } });

test('what could not be traced stretches every bound', () => {
  const origin = told(12, 3, 20, 65);
  expect(origin.bounds?.outside).toEqual({ atLeast: 0.12, atMost: 0.77 });
  expect(origin.because).toBe('At least 12 %, at most 77 % began outside; 34 % of the 35 that could be traced.');
});

test('with everything traced, nothing is left open', () => {
  expect(told(1, 0, 3, 0).because).toBe('25 % began outside; 25 % of the 4 that could be traced.');
});

test('with nothing traced, and with nothing to trace, no share is told', () => {
  expect(told(0, 0, 0, 1).because).toBe('None of 1 change could be traced to where it began.');
  expect(told(0, 0, 0, 0)).toMatchObject({ outside: null, bounds: null });
  expect(originOf({ counts: null, because: 'No voices.' })).toMatchObject({ outside: null, because: 'No voices.' });
});

test('whatever the untraced ones turn out to be, the truth lies within the bounds', () => {
  const count = fc.nat(40);
  fc.assert(
    fc.property(count, count, count, count, fc.nat(40), (outside, own, idea, untraced, shown) => {
      const { bounds } = told(outside, own, idea, untraced);
      if (bounds === null) return;
      const truth = (outside + Math.min(shown, untraced)) / (outside + own + idea + untraced);
      expect(truth).toBeGreaterThanOrEqual(bounds.outside.atLeast);
      expect(truth).toBeLessThanOrEqual(bounds.outside.atMost);
    }),
  );
});
