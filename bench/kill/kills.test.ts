/** Killed at random moments and resumed, the store is that of a calm run. The bench does the same fifty times. */
import { expect, test } from 'vitest';
import { randomFrom } from '#core/statistics/random.ts';
import { killGathers, killImports } from './kills.ts';

const PATIENCE = 300_000;
const KILLS = 3;

test(
  'an import of 20,000 rows',
  async () => {
    const done = await killImports({ kills: KILLS, size: 20_000, random: randomFrom('import') });
    expect(done).toMatchObject({ equal: KILLS, rows: 20_000 });
    expect(done.met).toBeGreaterThan(0);
  },
  PATIENCE,
);

test.for([
  ['github', 110],
  ['gitlab', 40],
] as const)('a gather from %s at its worst', { timeout: PATIENCE }, async ([service, size]) => {
  const done = await killGathers({ kills: KILLS, size, random: randomFrom('gather') }, service);
  expect(done.equal).toBe(KILLS);
  expect(done.met).toBeGreaterThan(0);
  // Resumed, not begun anew: what was asked before is asked again for a page at most.
  expect(done.mostCalls).toBeLessThan(2 * done.calmCalls);
});
