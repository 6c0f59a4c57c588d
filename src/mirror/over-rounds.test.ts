/** Gaps from round to round: those that each round shows, why others are missing, and when one surely narrowed. */
import { expect, test } from 'vitest';
import type { Group, Released, Scale } from '#core/mirror.ts';
import { roleGaps } from './gaps.ts';
import { gapsOverRounds } from './over-rounds.ts';

const shown = (mean: number, half: number): Scale => ({
  ...{ state: 'shown', n: 9, mean, variance: 1 },
  interval: { low: mean - half, high: mean + half },
});

function round(id: string, groups: readonly (readonly [Group, Scale])[]): Released {
  return {
    round: { id, kind: 'anonymous', name: id, opensAt: 0, closesAt: 1 },
    groups: groups.map(([group, right]) => ({ group, n: 9, right })),
    ...{ held: false, named: [] },
  };
}

const rightOf = (all: readonly Released[]) => gapsOverRounds(all).find(({ question }) => question === 'right');

test('a gap is the one that its round shows, and a much smaller one surely narrowed', () => {
  const wide = round('wide', [
    ['leaders', shown(9, 0.5)],
    ['staff', shown(3, 0.5)],
  ]);
  const turned = round('turned', [
    ['leaders', shown(5, 0.5)],
    ['staff', shown(6, 0.5)],
  ]);
  const found = rightOf([wide, turned]);
  expect(found?.rounds).toEqual([wide, turned].map((one) => ({ state: 'gap', ...roleGaps(one).get('right') })));
  expect(found?.moved).toMatchObject({ value: -5, sure: true });
  // The same size on the other side is no change.
  const mirrored = round('mirrored', [
    ['leaders', shown(3, 0.5)],
    ['staff', shown(9, 0.5)],
  ]);
  expect(rightOf([wide, mirrored])?.moved).toMatchObject({ value: 0, sure: false });
});

test('a band gives no figure, a team as one neither, and neither is held against another round', () => {
  const band: Scale = { state: 'alike', n: 9, between: { low: 7, high: 10 } };
  const banded = round('banded', [
    ['leaders', band],
    ['staff', shown(3, 1)],
  ]);
  const team = round('team', [['team', shown(5, 1)]]);
  const few = round('few', [
    ['leaders', band],
    ['staff', { state: 'too-few' }],
  ]);
  const found = rightOf([banded, team, few]);
  expect(found?.rounds.map(({ state }) => state)).toEqual(['alike', 'too-few', 'too-few']);
  expect(found?.moved).toBeNull();
  expect(gapsOverRounds([])).toEqual([]);
});
