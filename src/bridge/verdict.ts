/** What came of an action: cases since it against cases before it, each side looked at for equally long. */
import type { ActionJudged, TellTaleCount } from '#core/action.ts';
import { type Audit, isUnseen } from '#core/audit.ts';
import type { Estimate, Observation } from '#core/observation.ts';
import { scoreOf } from '#core/statistics/curve.ts';
import { difference } from '#core/statistics/difference.ts';
import { type Prepared, prepare } from '#core/statistics/estimate.ts';
import { DAY, dayOf, type Window, YEAR_OF_WEEKS } from '#core/time.ts';
import { lookedAt, SEED } from '#reading/weigh.ts';

/** Later cases are no longer this action's: so much else has changed by then. Ours. */
const LONGEST = YEAR_OF_WEEKS;

export interface Doing {
  /** The end of the day on which it was done. */
  readonly doneAt: number;
  /** Cases are known up to then. */
  readonly until: number;
}

export function judge(audit: Audit, facts: object, doing: Doing): Omit<ActionJudged, 'beside'> {
  const { doneAt, until } = doing;
  const year = sidesOf(audit, facts, doneAt, Math.min(until, doneAt + LONGEST));
  // Where a year brings too few, later cases count too: late is better than never.
  const whole = until > year.to && year.now.n < audit.minN ? sidesOf(audit, facts, doneAt, until) : year;
  const { before, since, then, now, to } = whole;
  const estimate = comparable(audit);
  const told = {
    before: { value: then.n === 0 ? null : then.value(), n: then.n },
    since: { value: now.n === 0 ? null : now.value(), n: now.n },
    unit: estimate.of === 'km-at' ? 'share' : audit.unit,
    within: estimate.of === 'km-at' ? estimate.at : null,
    tellTale: tellTaleOf(audit, before, since),
    until: dayOf(to),
  };
  const early = { ...told, verdict: 'too early', difference: null, interval: null } as const;
  if (now.n < audit.minN) return { ...early, possibleAt: enoughFrom(audit, facts, whole, doneAt) };
  // No later case mends too few before it.
  if (then.n < audit.minN) return { ...early, possibleAt: null };
  const { value, interval } = difference(then, now, `${SEED} ${audit.id}`);
  if (value === null || interval === null) return { ...early, possibleAt: null };
  const up = moreIsBetter(audit, estimate);
  const surely = interval.low > 0 ? 1 : (interval.high ?? 1) < 0 ? -1 : 0;
  const verdict = surely === 0 ? 'not moved' : surely > 0 === up ? 'moved' : 'worse';
  return { ...told, verdict, difference: value, interval, possibleAt: null };
}

interface Sides {
  readonly before: readonly Observation[];
  readonly since: readonly Observation[];
  readonly then: Prepared;
  readonly now: Prepared;
  readonly to: number;
}

function sidesOf(audit: Audit, facts: object, doneAt: number, to: number): Sides {
  const length = Math.max(to - doneAt, DAY);
  const since = to > doneAt ? seenIn(audit, facts, { from: doneAt, to }) : [];
  const before = beforeIt(audit, facts, doneAt, length);
  const estimate = comparable(audit);
  const [then, now] = [prepare(estimate, before), prepare(estimate, since)];
  return { before, since, then, now, to };
}

/**
 * Windows of the same length laid end to end before it, each judged at its own end: an ask of the last week has had as
 * little time for an answer there as here. One window of a year against one of a month would have had far more.
 */
function beforeIt(audit: Audit, facts: object, doneAt: number, length: number): readonly Observation[] {
  const cases: Observation[] = [];
  for (let to = doneAt; to > doneAt - LONGEST; to -= length) {
    cases.push(...seenIn(audit, facts, { from: to - length, to }));
  }
  return cases;
}

function seenIn(audit: Audit, facts: object, window: Window): readonly Observation[] {
  const looked = lookedAt(facts, window);
  if (isUnseen(looked)) return [];
  const seen = audit.observe(facts as never, looked);
  return isUnseen(seen) ? [] : seen.observations;
}

/** A median wait that was not reached cannot be taken from another: the share that ended by the middling wait can. */
function comparable({ estimate, curve }: Audit): Estimate {
  if (estimate.of !== 'km-median' || curve?.kind !== 'log-normal') return estimate;
  return { of: 'km-at', at: curve.median };
}

function moreIsBetter({ curve, remedy, estimate: own }: Audit, estimate: Estimate): boolean {
  if (estimate.of !== own.of) return true;
  if (curve === null) return remedy?.fewerIsBetter !== true;
  const ends = curve.kind === 'knots' ? curve.knots.map(([value]) => value) : [curve.median / 2, curve.median * 2];
  return scoreOf(curve, Math.max(...ends)) > scoreOf(curve, Math.min(...ends));
}

/** The first count that would move, long before a figure can be called. */
function tellTaleOf(
  { remedy }: Pick<Audit, 'remedy'>,
  before: readonly Observation[],
  since: readonly Observation[],
): ActionJudged['tellTale'] {
  const counts = remedy?.counts;
  if (!counts) return null;
  return { before: countOf(counts, before), since: countOf(counts, since) };
}

export function countOf(counts: (one: Observation) => boolean, cases: readonly Observation[]): TellTaleCount {
  const many = (some: readonly Observation[]) => some.reduce((sum, { count = 1 }) => sum + count, 0);
  return { count: many(cases.filter(counts)), of: many(cases) };
}

/**
 * When there are as many cases as the figure needs. New ones come as they came in the year before; the first counts once
 * it is ripe, which is what the remedy's soonest day stands for.
 */
function enoughFrom(audit: Audit, facts: object, { to, now }: Sides, doneAt: number): string | null {
  const year = prepare(comparable(audit), seenIn(audit, facts, { from: doneAt - LONGEST, to: doneAt })).n;
  if (audit.remedy === null || year < audit.minN) return null;
  const ripe = doneAt + audit.remedy.soonestDays * DAY;
  const at = Math.max(to, ripe) + (audit.minN - now.n) * (LONGEST / year);
  return dayOf(Math.ceil(at / DAY) * DAY);
}
