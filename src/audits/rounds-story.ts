/** Closed rounds for cases: what customers would miss, what leaders guess, and how leaders and staff stand apart. */
import type { Apart, RoundSeen } from '#core/mirror.ts';
import type { FactValues } from '#facts/values.ts';
import { on } from './story.ts';

export type RoundsTold = Pick<FactValues, 'rounds'>;

/** One that closed on this day and shows nothing but what is named. */
export function closed(day: string, shows: Partial<RoundSeen> = {}): RoundSeen {
  return { evidence: `round:${day}`, closedAt: on(day), mustHave: null, selfImage: null, roles: {}, ...shows };
}

/** Two groups on one scale, with an interval of the gap that is so wide each way. */
export function apart(one: number, other: number, wide: number, people: readonly [number, number] = [6, 20]): Apart {
  const value = one - other;
  const interval = { low: value - wide, high: value + wide };
  const gap = { value, interval, sure: interval.low > 0 || interval.high < 0 };
  return { one, other, gap, n: people[0] + people[1], least: Math.min(...people) };
}
