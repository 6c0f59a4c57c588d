/** Runs the cases of voice-breadth, and what they do not show. */
import { expect, test } from 'vitest';
import { runCases } from '../run-cases.ts';
import { cases } from './voice-breadth.cases.ts';
import audit from './voice-breadth.ts';

runCases(audit, cases);

test('all channels at once stay within one sentence', () => {
  const noted = { people: 12_000, voices: 9_000, channels: 'issues and reviews' };
  expect(audit.say({ value: 0.004, n: 29_057, noted }).split(' ').length).toBeLessThanOrEqual(20);
});
