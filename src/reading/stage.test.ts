/** The stage is told from signs, and never more surely than they allow. */
import { expect, test } from 'vitest';
import type { StageSigns } from '#core/focus.ts';
import { DAY } from '#core/time.ts';
import { stageOf } from './stage.ts';

const AT = Date.UTC(2026, 1, 28);
const signs = (some: Partial<StageSigns>): StageSigns => ({
  firstAt: AT - 1000 * DAY,
  newestAt: AT,
  newestMakingAt: AT - 3 * DAY,
  releases: 20,
  waiting: 0,
  voiceHeard: false,
  unansweredNeeds: null,
  saidStopped: null,
  ...some,
});
const named = (some: Partial<StageSigns>) => stageOf(signs(some), AT).name;

test('a product under 180 days is new, whatever its releases', () => {
  expect(named({ firstAt: AT - 100 * DAY, releases: 40 })).toBe('new');
  expect(named({ firstAt: AT - 181 * DAY, releases: 40 })).toBe('moving');
});

test('under four releases is new in the first two years only', () => {
  expect(named({ firstAt: AT - 300 * DAY, releases: 3 })).toBe('new');
  expect(named({ firstAt: AT - 3000 * DAY, releases: 3 })).toBe('moving');
  expect(named({ firstAt: AT - 300 * DAY, releases: null })).toBe('moving');
});

test('quiet for a year is only quiet while nobody was heard', () => {
  expect(named({ newestMakingAt: AT - 400 * DAY })).toBe('quiet');
  expect(named({ newestMakingAt: null })).toBe('quiet');
});

test('with voices a quiet product is at rest or left', () => {
  const quiet = { newestMakingAt: AT - 400 * DAY, voiceHeard: true };
  expect(named({ ...quiet, unansweredNeeds: 0 })).toBe('at-rest');
  expect(named({ ...quiet, unansweredNeeds: 2 })).toBe('left');
  expect(named({ ...quiet, unansweredNeeds: 0, waiting: 4 })).toBe('quiet');
});

test('makers who say that they stopped are believed at once, in their own words', () => {
  const stage = stageOf(signs({ saidStopped: { quote: 'This project is archived.', evidence: 'e1', at: AT } }), AT);
  expect(stage).toMatchObject({ name: 'left', evidence: ['e1'] });
  expect(stage.because).toContain('This project is archived.');
});

test('at rest needs all of it to be known: an unknown silence is no rest, and waiting that nobody could see is not denied', () => {
  const quiet = { newestMakingAt: AT - 400 * DAY, voiceHeard: true };
  expect(stageOf(signs({ ...quiet, unansweredNeeds: null }), AT)).toMatchObject({
    name: 'quiet',
    because:
      'Nothing of substance changed for a year; whether people wait for an answer cannot be told from what was gathered.',
  });
  expect(stageOf(signs({ ...quiet, unansweredNeeds: 0 }), AT).because).toBe(
    'Nothing of substance changed for a year, nothing finished waits, and no two people wait for an answer.',
  );
  expect(stageOf(signs({ ...quiet, unansweredNeeds: 0, waiting: null }), AT).because).toBe(
    'Nothing of substance changed for a year, and no two people wait for an answer.',
  );
});

test('a history that ends a quarter before the voices do tells no rest, unless merges after it would show', () => {
  const stale = {
    ...{ newestMakingAt: AT - 400 * DAY, seenUntil: AT - 390 * DAY, voiceHeard: true, unansweredNeeds: 0 },
  };
  expect(stageOf(signs(stale), AT)).toMatchObject({
    name: 'quiet',
    because: 'The history is known up to 2025-02-03. Whether it moved since then has not been looked at.',
  });
  expect(stageOf(signs({ ...stale, mergesHeard: true }), AT)).toMatchObject({ name: 'at-rest' });
  expect(stageOf(signs({ ...stale, mergesHeard: true, unansweredNeeds: 3 }), AT)).toMatchObject({
    name: 'left',
    because:
      'Nothing of substance changed for a year, and 3 people who asked have no answer. The history is known up to 2025-02-03.',
  });
  expect(stageOf(signs({ ...stale, movedAfter: AT - 20 * DAY }), AT)).toMatchObject({
    name: 'moving',
    because: 'Something was merged or released on 2026-02-08. The history is known up to 2025-02-03.',
  });
});
