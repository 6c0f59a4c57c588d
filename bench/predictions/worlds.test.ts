/** The expected change of an action at the size of a test: it holds what comes about as often as it says, and means it. */
import { expect, test } from 'vitest';
import { coveredIn, predictionsIn } from './worlds.ts';

/** Of some fifty at a true 90 %, fewer than 40 hold in one of a hundred samples. */
const WORLDS = 16;
const LEAST = 0.78;

test('of what is expected of actions about nine in ten hold what the year after brings, and neither side is favoured', () => {
  const all = Array.from({ length: WORLDS }, (_, world) => predictionsIn(`predicted ${world}`)).flat();
  const told = coveredIn(all.filter(({ same }) => same)).find(({ audit }) => audit === 'all');
  expect(told?.predictions).toBeGreaterThan(40);
  expect((told?.held ?? 0) / (told?.predictions ?? 1)).toBeGreaterThan(LEAST);
  expect(Math.abs((told?.expected ?? 0) - (told?.realised ?? 99))).toBeLessThan(1);
}, 60_000);
