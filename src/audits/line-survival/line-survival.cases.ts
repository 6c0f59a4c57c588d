/** Cases of line-survival: no value is good or bad, so `passing` stays and `failing` goes. */
import { windowUntil } from '#core/time.ts';
import type { Case } from '../run-cases.ts';
import { on, story, type Told } from '../story.ts';

export const cases: readonly Case<Told>[] = [
  {
    name: 'nine lines of ten still stand',
    kind: 'passing',
    facts: story()
      .born('2024-09', [
        { days: 140, lines: 150, ended: true },
        { days: 665, lines: 1_350, ended: false },
      ])
      .facts(),
    expect: {
      n: 1_500,
      times: ['140', '665+'],
      value: 0.9,
      evidence: ['lines:2024-09'],
      says: 'Of the lines written one to three years ago, 90 % stood for at least a year.',
    },
  },
  {
    name: 'most lines went within the year; younger and older months are left out',
    kind: 'failing',
    facts: story()
      .born('2022-01', [{ days: 70, lines: 9_000, ended: true }])
      .born('2024-09', [
        { days: 140, lines: 1_200, ended: true },
        { days: 665, lines: 300, ended: false },
      ])
      .born('2025-12', [{ days: 70, lines: 9_000, ended: true }])
      .facts(),
    expect: { n: 1_500, value: 0.2 },
  },
  {
    name: 'at the end of an earlier window a line that went later still stood',
    kind: 'passing',
    facts: story()
      .born('2024-01', [
        { days: 700, lines: 1_000, ended: true },
        { days: 900, lines: 1_000, ended: false },
      ])
      .facts(),
    window: windowUntil(on('2025-06-30')),
    expect: { times: ['546+', '546+'], value: 1 },
  },
  {
    name: 'a hundred lines are too few',
    kind: 'absent',
    facts: story()
      .born('2024-09', [{ days: 665, lines: 100, ended: false }])
      .facts(),
    expect: { n: 100 },
  },
  {
    name: 'a young product has no lines of that age',
    kind: 'absent',
    facts: story()
      .born('2026-02', [{ days: 70, lines: 9_000, ended: true }])
      .facts(),
    expect: { state: 'not-applicable' },
  },
  {
    name: 'lines are followed only when asked for',
    kind: 'absent',
    facts: story().facts(),
    expect: { state: 'not-collected' },
  },
];
