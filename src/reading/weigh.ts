/** From what an audit observed to a value, an interval and a score, with the draws that lenses are made of. */
import type { Audit, AuditState, Observed, Unseen } from '#core/audit.ts';
import { isUnseen } from '#core/audit.ts';
import type { Estimate, Interval, Observation } from '#core/observation.ts';
import { scoreOf } from '#core/statistics/curve.ts';
import { type Prepared, prepare } from '#core/statistics/estimate.ts';
import { dayOf, type Window } from '#core/time.ts';
import { percentileInterval } from './percentile-interval.ts';

/** DESIGN §4: 1,000 draws of block weights. */
export const DRAWS = 1_000;

/** Stated in every reading; another seed moves an interval's ends in their last digit, nothing else. */
export const SEED = 'bifocal/1';

export interface Weighed {
  readonly audit: Audit;
  readonly state: AuditState;
  readonly because: string | null;
  readonly value: number | null;
  readonly n: number | null;
  readonly interval: Interval | null;
  readonly score: number | null;
  readonly scoreInterval: Interval | null;
  /** Scores under each draw; empty unless scored. */
  readonly scoreDraws: Float64Array;
  readonly observed: Observed | null;
  /** The part of the window that was looked at; null: all of it. */
  readonly window: Window | null;
}

/** Judges one audit in one window. A throw inside the audit becomes a result, so that the run always finishes. */
export function weigh(audit: Audit, facts: object, window: Window): Weighed {
  try {
    const looked = lookedAt(facts, window);
    if (isUnseen(looked)) return { ...unweighed(audit), ...looked };
    const seen = audit.observe(facts as never, looked);
    if (isUnseen(seen)) return { ...unweighed(audit), state: seen.state, because: seen.because };
    return { ...weighObserved(audit, seen), window: looked };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ...unweighed(audit), state: 'error', because: `This question could not be judged: ${why}` };
  }
}

/**
 * The part of a window that the history at hand reaches into: what an audit of changes counts as waiting waits until
 * then, and a window that begins after it was not looked at (DESIGN §3, rule 6). Audits of voices cut theirs by thread.
 */
export function lookedAt(facts: object, window: Window): Window | Unseen {
  const until = (facts as { history?: { until?: number } }).history?.until ?? window.to;
  if (until > window.from) return until < window.to ? { ...window, to: until } : window;
  const because = `What shipped is known up to ${dayOf(until)}; read at that day to see it: --at ${dayOf(until)}.`;
  return { state: 'not-collected', because };
}

/** The same for observations at hand, real or imagined. */
export function weighObserved(audit: Audit, observed: Observed): Weighed {
  const prepared = prepare(audit.estimate, observed.observations);
  const value = prepared.value();
  const told = audit.say({ value, n: prepared.n, noted: observed.noted ?? {} });
  const base = { ...unweighed(audit), observed, n: prepared.n, value, because: told };
  if (prepared.n < audit.minN) {
    return { ...base, value: null, state: 'insufficient-data', because: fewer(prepared.n, audit.minN) };
  }
  if (value === null && audit.estimate.of !== 'km-median') {
    return { ...base, state: 'insufficient-data', because: untold(audit.estimate) };
  }
  // What the cases cannot tell how sure it is stands alone: its draws would make a lens look surer than it is.
  if (observed.unsure !== undefined) return { ...base, state: 'informative' };
  const interval = prepared.interval();
  if (audit.curve === null) return { ...base, interval, state: 'informative' };
  return { ...base, interval, ...scored(audit, prepared, observed.observations) };
}

/** The figure alone, for a point of a series. */
export function valueIn(audit: Audit, facts: object, window: Window): { value: number | null; n: number } {
  try {
    const looked = lookedAt(facts, window);
    if (isUnseen(looked)) return { value: null, n: 0 };
    const seen = audit.observe(facts as never, looked);
    if (isUnseen(seen)) return { value: null, n: 0 };
    const prepared = prepare(audit.estimate, seen.observations);
    return { value: prepared.n < audit.minN ? null : prepared.value(), n: prepared.n };
  } catch {
    return { value: null, n: 0 };
  }
}

function scored(audit: Audit, prepared: Prepared, observations: readonly Observation[]) {
  const { curve } = audit;
  if (curve === null) throw new Error(`${audit.id} has no curve`);
  // A median wait that was never reached is at least as long as the longest seen: the score is the best it can be.
  // No other estimator has a value beyond what was seen.
  const bound = audit.estimate.of === 'km-median' ? longestSeen(observations) : Number.NaN;
  const toScore = (value: number | null) => scoreOf(curve, value === null || Number.isNaN(value) ? bound : value);
  const scoreDraws = prepared.draws(SEED, DRAWS).map(toScore);
  return {
    state: 'scored' as const,
    score: toScore(prepared.value()),
    scoreDraws,
    scoreInterval: percentileInterval(scoreDraws),
  };
}

function longestSeen(observations: readonly Observation[]): number {
  let longest = 0;
  for (const { time } of observations) if (time !== undefined && time > longest) longest = time;
  return longest;
}

/** Cases enough, and yet no figure: nothing was watched for so long, or there is nothing to divide by. */
function untold(estimate: Estimate): string {
  if (estimate.of === 'km-at' || estimate.of === 'km-survival') {
    return `No case has been watched for ${estimate.at} days, which the figure is about.`;
  }
  return 'Nothing stood that the cases could be a share of.';
}

function fewer(n: number, minN: number): string {
  if (n === 0) return `No case yet; a figure needs ${minN}.`;
  return `${n} of the ${minN} cases that a figure needs.`;
}

function unweighed(audit: Audit): Weighed {
  return {
    audit,
    state: 'not-collected',
    because: null,
    value: null,
    n: null,
    interval: null,
    score: null,
    scoreInterval: null,
    scoreDraws: new Float64Array(0),
    observed: null,
    window: null,
  };
}
