/** Five simulated companies written out as a repository, a tracker and a table read as they are, to the fourth digit. */
import { expect, test } from 'vitest';
import { readWholes } from './whole.ts';

test('what was written, gathered into a store and read is what the company is', { timeout: 600_000 }, async () => {
  const { alike, differences, told, held } = await readWholes(5);
  expect([...differences]).toEqual([]);
  expect(alike).toBe(5);
  expect(told).toBeGreaterThan(60);
  expect(held / told).toBeGreaterThan(0.85);
});
