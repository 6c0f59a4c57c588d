/** The honesty suite at the size of a test: plain companies are told rightly, hard ones not far off, and the same seed gives the same world. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { AUDITS } from '#audits/registry.ts';
import { digestOf } from '#core/ids.ts';
import { originOf } from '#reading/origin.ts';
import { PLAIN } from '../../test/worlds/simulated/dials.ts';
import { simulate } from '../../test/worlds/simulated/world.ts';
import { CELLS, type Cell, FOCUS_CELLS, LENS_CELLS } from './cells.ts';
import { auditsIn, countCell, focusIn } from './count.ts';
import { GAMES } from './games.ts';
import { play } from './gaming.ts';
import { countLenses } from './lens.ts';
import { LIVES, stagesSaid } from './stages.ts';
import { missing } from './strands.ts';

/**
 * Seeds are fixed. Some 250 figures are held against this: of forty worlds at a true 90 % fewer than 30 hold the truth in
 * two samples of a thousand, so that one of the figures may well (*unsaid-favourite* does, in plain companies: 29 of its
 * first 39, and 443 of 497); fewer than 28 in one of ten thousand.
 */
const WORLDS = 40;
const LEAST = 0.7;

/** Known, shown in docs/guide/how-honest.md with the reason, and not mended. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  'moods of two months': ['line-survival'],
  'moods of a quarter': ['line-survival', 'release-note-coverage'],
};

/** Figures whose cases cannot tell how sure they are: no interval at all, and never a false one. */
const WITHHELD: Readonly<Record<string, string>> = {
  'months between releases': 'limbo',
  'few heavy askers': 'voice-breadth',
  'one asker with a third of all threads': 'first-human-reply',
};

const counted = new Map<Cell, ReturnType<typeof countCell>>();

/** Several tests look at the same companies: each cell is counted once. */
function auditsOf(cell: Cell): ReturnType<typeof countCell> {
  const counts = counted.get(cell) ?? countCell(cell, WORLDS, auditsIn);
  counted.set(cell, counts);
  return counts;
}

test.each(Object.entries(WITHHELD))('%s: %s is told without an interval, and why', (name, audit) => {
  const cell = CELLS.find((one) => one.name === name) as Cell;
  const count = auditsOf(cell).find(({ what }) => what === audit);
  expect(count?.figures).toBe(WORLDS);
  expect(count?.withheld).toBeGreaterThanOrEqual(WORLDS - 2);
});

test('hardly any of these is withheld in a plain company', () => {
  for (const { what, withheld } of auditsOf(CELLS[0] as Cell)) {
    expect(withheld, what).toBeLessThan(what === 'voice-breadth' ? WORLDS / 2 : 4);
  }
});

test.each(CELLS)('$name: the intervals of audits hold the truth', (cell) => {
  const counts = auditsOf(cell).filter(({ told }) => told > WORLDS / 2);
  const held = counts.filter(({ what }) => !KNOWN[cell.name]?.includes(what));
  expect(held.length).toBeGreaterThan(3);
  for (const { what, told, nominal, printed } of held) {
    expect(nominal / told, `${what} at 90 %`).toBeGreaterThan(LEAST);
    expect(printed, `${what} at 95 %`).toBeGreaterThanOrEqual(nominal);
  }
});

test.each(FOCUS_CELLS)('$name: the intervals of weeks and depth hold the truth', (cell) => {
  for (const { what, told, printed } of countCell(cell, WORLDS, focusIn)) {
    if (told > WORLDS / 2) expect(printed / told, what).toBeGreaterThan(what === 'lean' ? 0.7 : LEAST);
  }
});

test('lenses hold the score that true figures would give', () => {
  for (const { what, told, nominal } of countLenses(LENS_CELLS[0] as Cell, 20).counts) {
    expect(nominal / told, what).toBeGreaterThan(0.75);
  }
});

/** Audits that still owe their cell and their game; this list only ever grows shorter. */
const OWING: readonly string[] = [];

test('an audit without a cell of its own is not finished', () => {
  const judged = new Set<string>();
  for (const cell of CELLS) for (const { what } of auditsOf(cell)) judged.add(what);
  expect(AUDITS.map(({ id }) => id).filter((id) => !judged.has(id))).toEqual(OWING);
});

test('a world comes again from its seed, and differs from the next', () => {
  const digest = (seed: string) => digestOf(JSON.stringify(simulate(seed, PLAIN).facts.threads.all));
  expect(digest('a')).toBe(digest('a'));
  expect(digest('a')).not.toBe(digest('b'));
});

/** Known, and told on the pages of these audits with the reason: what nothing that was read can see. */
const NOT_CAUGHT = [
  'catalogue-renewal: facts reworded for the sake of it',
  'praise-against-leaving: praise with five stars, bought',
];

test('each game is seen by the audit that guards the gamed one, or is known not to be', { timeout: 240_000 }, () => {
  const played = GAMES.map((game) => play(game, 8));
  const uncaught = played.filter(({ verdict }) => verdict === 'not caught');
  expect(uncaught.map(({ audit, game }) => `${audit}: ${game}`).sort()).toEqual(NOT_CAUGHT);
});

test.each(GAMES.filter(({ guard }) => guard !== undefined))('$audit names $guard on its page', ({ audit, guard }) => {
  const page = readFileSync(new URL(`../../src/audits/${audit}/${audit}.md`, import.meta.url), 'utf8');
  expect(page.split('## How it can be gamed')[1]).toContain(guard);
});

test('an audit without a game of its own is not finished', () => {
  const gamed = new Set(GAMES.map(({ audit }) => audit));
  expect(AUDITS.map(({ id }) => id).filter((id) => !gamed.has(id))).toEqual(OWING);
});

test('a missing strand neither lowers nor raises what the other side shows', () => {
  const dials = (LENS_CELLS[0] as Cell).dials;
  expect(missing('says', dials, 10)).toMatchObject({
    moved: [],
    silent: ['own-use', 'repeat-pain', 'unasked-features'],
  });
  expect(missing('ships', dials, 10).moved).toEqual([]);
});

test.each(LIVES)('$name: the stage is named', (life) => {
  expect(stagesSaid(life, 20).get(life.is) ?? 0).toBeGreaterThanOrEqual(18);
});

test('where changes began lies within the bounds that are told, however little was written down', () => {
  for (const cell of CELLS.slice(0, 5)) {
    for (let each = 0; each < 20; each += 1) {
      const { facts, really } = simulate(`origin ${cell.name} ${each}`, cell.dials);
      const { bounds } = originOf(facts.origins);
      const all = really.reduce((sum, one) => sum + one, 0);
      for (const [place, began] of (['outside', 'own', 'idea'] as const).entries()) {
        const share = (really[place] ?? 0) / all;
        expect(share).toBeGreaterThanOrEqual((bounds?.[began].atLeast ?? 1) - 1e-9);
        expect(share).toBeLessThanOrEqual((bounds?.[began].atMost ?? 0) + 1e-9);
      }
    }
  }
});
