/** The expected change of an action at the size of a test: it holds what comes about as often as it says, and means it. */
import { expect, test } from 'vitest';
import { coveredIn, predictionsIn } from './worlds.ts';

const WORLDS = 16;
/** Of some forty at a true 90 %, fewer than three in four hold in one of a hundred samples. */
const LEAST = 0.75;

test('of what is expected of actions about nine in ten hold what the year after brings, and neither side is favoured', () => {
  const all = Array.from({ length: WORLDS }, (_, world) => predictionsIn(`predicted ${world}`)).flat();
  const covered = coveredIn(all.filter(({ same }) => same));
  for (const of of ['the product lens', 'the customer lens']) {
    const told = covered.find((one) => one.of === of);
    expect(told?.predictions).toBeGreaterThan(40);
    expect((told?.held ?? 0) / (told?.predictions ?? 1)).toBeGreaterThan(LEAST);
    expect(Math.abs((told?.expected ?? 0) - (told?.realised ?? 99))).toBeLessThan(1);
  }
}, 60_000);
