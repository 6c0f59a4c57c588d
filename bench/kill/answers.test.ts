/** Two hundred answer at once and the server is killed in the middle: what was acknowledged is there. */
import { expect, test } from 'vitest';
import { killWhileAnswering } from './answers.ts';

test('200 respondents at once, the server killed with -9: no acknowledged answer is lost', async () => {
  const { acknowledged, lost, untold } = await killWhileAnswering(200, 60);
  expect(acknowledged).toBeGreaterThanOrEqual(60);
  expect(acknowledged).toBeLessThan(200);
  expect(lost).toBe(0);
  expect(untold).toBeLessThanOrEqual(200 - acknowledged);
}, 60_000);

test('left alone, all 200 are kept', async () => {
  expect(await killWhileAnswering(200, Number.POSITIVE_INFINITY)).toEqual({
    respondents: 200,
    acknowledged: 200,
    lost: 0,
    untold: 0,
  });
}, 60_000);
