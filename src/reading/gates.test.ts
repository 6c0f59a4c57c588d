/** Bars for a reading: they fail where nothing else is left to believe, and never where something is missing. */
import { expect, test } from 'vitest';
import type { Reading } from '#core/reading.ts';
import { gateOfBar, gatesOfChange } from './gates.ts';

type Ends = readonly [low: number, high: number | null] | null;

/** Only what a gate looks at. */
function reading(score: number | null, ends: Ends, version = '1'): Reading {
  const interval = ends === null ? null : { low: ends[0], high: ends[1], level: 0.95, method: 'bootstrap' };
  const lens = { score, interval, because: score === null ? 'No issue was gathered.' : null };
  const unknown = { score: null, interval: null, because: 'No issue was gathered.' };
  return { method: { version }, lenses: { product: lens, customer: unknown } } as unknown as Reading;
}

test.each([
  [30, [20, 39.9], 'fails'],
  [30, [20, 40], 'passes'],
  [45, [38, 52], 'passes'],
  [60, [50, 70], 'passes'],
  [30, [20, null], 'cannot be told'],
  [30, null, 'cannot be told'],
  [null, null, 'cannot be told'],
] as const)('a lens of %s %j against a bar of 40 %s', (score, ends, verdict) => {
  expect(gateOfBar(reading(score, ends), 'product', 40).verdict).toBe(verdict);
});

test('says the interval and the bar', () => {
  expect(gateOfBar(reading(30, [20, 39]), 'product', 40).says).toBe(
    'The product lens is 30 (20 to 39): all of that lies below 40.',
  );
  expect(gateOfBar(reading(null, null), 'product', 40).says).toContain('No issue was gathered.');
});

test('a fall fails only where its interval excludes none, and a rise never does', () => {
  const verdict = (now: Reading, before: Reading) => gatesOfChange(now, before)[0]?.verdict;
  // Arms of 6 and 8: the fall of 20 is 10 to 30, that of 9 is −1 to 19.
  expect(verdict(reading(40, [32, 48]), reading(60, [54, 66]))).toBe('fails');
  expect(verdict(reading(51, [43, 59]), reading(60, [54, 66]))).toBe('passes');
  expect(verdict(reading(60, [54, 66]), reading(40, [32, 48]))).toBe('passes');
  expect(gatesOfChange(reading(40, [32, 48]), reading(60, [54, 66]))[0]?.says).toBe(
    'The product lens went from 60 to 40: the difference is 10 to 30, surely not none.',
  );
});

test('what is missing on either side, or was read by another method, cannot be told', () => {
  const whole = reading(60, [54, 66]);
  const verdicts = (now: Reading, before: Reading) => gatesOfChange(now, before).map(({ verdict }) => verdict);
  expect(verdicts(whole, whole)).toEqual(['passes', 'cannot be told']);
  expect(verdicts(reading(null, null), whole)[0]).toBe('cannot be told');
  expect(verdicts(whole, reading(10, null))[0]).toBe('cannot be told');
  expect(verdicts(reading(10, [5, 15]), reading(60, [54, 66], '2'))[0]).toBe('cannot be told');
});
