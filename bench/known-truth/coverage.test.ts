/** The promise of docs/reference/statistics.md, kept: from its least n on, each estimator's interval holds the truth. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LEAST } from '#core/statistics/least.ts';
import { LINES } from './page.ts';
import { coverageOf, inBand, TRIALS, wilsonExactly } from './trials.ts';
import { weekLines, weekRow } from './weeks.ts';

const page = readFileSync(new URL('../../docs/reference/statistics.md', import.meta.url), 'utf8');
const held = LINES.filter((line) => line.held);

test.each(held)('$of, $world: 87–93 % of nominal 90 % intervals hold the truth, and the page says so', (line) => {
  const least = LEAST[line.of];
  const { covered } = coverageOf(line, least);
  expect(covered, `${(100 * covered).toFixed(1)} %`).toSatisfy(inBand);
  expect(page).toContain(`| ${line.of} | ${line.world} | ${least} | ${(100 * covered).toFixed(1)} `);
});

test('the share of weeks holds the truth in 87–96 of 100 years, in more where months are all or none, and the page says so', () => {
  // Above the band where a share lies near its end: few whole numbers of months, and Wilson errs on the safe side there.
  // Spells that end with the month look like ones that last for ever: the row is taken to be worth less than it is.
  for (const line of weekLines(TRIALS)) {
    expect(line.covered, weekRow(line)).toBeGreaterThanOrEqual(0.87);
    expect(line.covered, weekRow(line)).toBeLessThanOrEqual(line.world.startsWith('whole months') ? 0.99 : 0.96);
    expect(page).toContain(weekRow(line));
  }
});

test('every estimator is promised somewhere, but the one that passes on what another one found', () => {
  expect(new Set([...held.map(({ of }) => of), 'told'])).toEqual(new Set(Object.keys(LEAST)));
});

test("Wilson's interval covers as Brown, Cai and DasGupta have it: near its level on average, less in places", () => {
  // Statistical Science 16 (2001) 101–133: close to nominal for n of 10 and more.
  for (const n of [LEAST.share, 10, 30, 100]) {
    const { average, lowest } = wilsonExactly(n);
    expect(average).toSatisfy(inBand);
    expect(lowest).toBeGreaterThan(0.81);
  }
});
