/** The lean: whether the year went more into the product or into the customer, and what that rests on. */
import type { KindOfWork, Weeks } from '#core/focus.ts';
import type { Interval } from '#core/observation.ts';
import type { Reading } from '#core/reading.ts';
import { prepare } from '#core/statistics/estimate.ts';
import { worthOfRow } from '#core/statistics/memory.ts';
import { studentQuantile } from '#core/statistics/student.ts';
import { spellOf } from './focus.ts';
import { leanByDepth } from './lean-by-depth.ts';

type Lean = Reading['lean'];

/** A kind of work goes on "all year round" from three weeks in four: ours, argued in docs/decisions/0004-focus.md. */
const ALL_YEAR = 0.75;

/** Under a quarter of a year no lean is told: a single push would decide it. */
const LEAST_WEEKS = 13;

/** Nor while little of either happened: two weeks against five say that it rests, not whom it serves. */
const LEAST_BUSY = 13;

export function leanOf(weeks: Weeks, at: number): Lean {
  const { making, telling, serving } = weeks;
  const others = [telling, serving].filter((kind) => kind.state === 'seen');
  if (making.state !== 'seen') return unknown(making.because ?? 'The product itself has not been looked at.');
  if (making.by === 'depth') return leanByDepth(making, telling);
  if (others.length === 0) return unknown(telling.because ?? 'Neither telling nor serving has been looked at.');
  if (making.weeks.length < LEAST_WEEKS) {
    const seen = making.weeks.length;
    return unknown(
      `${seen} ${seen === 1 ? 'week' : 'weeks'} of history ${seen === 1 ? 'was' : 'were'} seen; a lean needs ${LEAST_WEEKS}.`,
    );
  }
  const long = others.filter((kind) => seenByAll(making, [kind]).length >= LEAST_WEEKS);
  if (long.length === 0) return unknown(`Neither telling nor serving has been seen for ${LEAST_WEEKS} weeks.`);
  // A sample at one end and a gap at the other may leave hardly a week that both have seen.
  const compared = seenByAll(making, long).length >= LEAST_WEEKS ? long : long.slice(0, 1);
  return byWeeks(making, compared, at, basisOf(compared.includes(telling), compared.includes(serving)));
}

/** The weeks that every kind has seen: a sample of threads reaches back less far than a history (DESIGN §3). */
function seenByAll(making: KindOfWork, others: readonly KindOfWork[]) {
  const seen = others.map(({ weeks }) => new Map(weeks.map(({ to, happened }) => [to, happened] as const)));
  return making.weeks.flatMap(({ to, happened }) =>
    seen.every((weeks) => weeks.has(to))
      ? [{ to, made: happened, other: seen.some((weeks) => weeks.get(to) === true) }]
      : [],
  );
}

function byWeeks(making: KindOfWork, others: readonly KindOfWork[], at: number, basis: string): Lean {
  const pairs = seenByAll(making, others).map(({ to, made, other }) => ({
    block: spellOf(at, to),
    ...{ made, other },
  }));
  const of = pairs.length;
  const prepared = prepare(
    { of: 'mean' },
    pairs.map(({ block, made, other }) => ({
      block,
      value: (made ? 1 : 0) - (other ? 1 : 0),
      evidence: [],
    })),
  );
  const drawn = inSpells(
    prepared.interval(),
    pairs.map(({ made, other }) => (made ? 1 : 0) - (other ? 1 : 0)),
  );
  // No year has more weeks of the one without the other than it has weeks.
  const interval = drawn && {
    ...drawn,
    low: Math.max(drawn.low, -1) * of,
    high: drawn.high === null ? null : Math.min(drawn.high, 1) * of,
  };
  const difference = Math.round((prepared.value() ?? 0) * of);
  const made = pairs.filter((pair) => pair.made).length;
  const told = pairs.filter((pair) => pair.other).length;
  const found = { difference, interval, unit: 'weeks' as const, basis };
  if (made === 0 && told === 0) return { ...found, verdict: 'undecided', because: 'Nothing moved in these weeks.' };
  const busy = pairs.filter((pair) => pair.made || pair.other).length;
  if (busy < LEAST_BUSY) {
    return {
      ...found,
      verdict: 'undecided',
      because: `Little of either happened: something moved in ${busy} of ${of} weeks.`,
    };
  }
  if (made >= ALL_YEAR * of && told >= ALL_YEAR * of) {
    return { ...found, verdict: 'both', because: 'Both go on in at least three weeks of four.' };
  }
  // Weeks that are all alike leave nothing to draw: then the difference is what it is.
  if (difference === 0 || (interval !== null && interval.low <= 0 && (interval.high ?? 1) >= 0)) {
    return { ...found, verdict: 'undecided', because: 'The difference may be chance: its interval holds zero.' };
  }
  const weeksMore = `${Math.abs(difference)} more weeks`;
  return difference > 0
    ? { ...found, verdict: 'product', because: `Making happened in ${weeksMore}.` }
    : { ...found, verdict: 'customer', because: `${basis} happened in ${weeksMore} than making.` };
}

/** Spells of making or telling may outlast the blocks: then the row is worth fewer weeks still. */
function inSpells(drawn: Interval | null, row: readonly number[]): Interval | null {
  if (drawn === null || drawn.high === null) return drawn;
  const mean = row.reduce((sum, value) => sum + value, 0) / row.length;
  const variance = row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (row.length - 1);
  const worth = worthOfRow(row);
  const half = studentQuantile(worth - 1)((1 + drawn.level) / 2) * Math.sqrt(variance / worth);
  return { ...drawn, low: Math.min(drawn.low, mean - half), high: Math.max(drawn.high, mean + half) };
}

function basisOf(telling: boolean, serving: boolean): string {
  const seen = [telling ? 'telling' : '', serving ? 'serving' : ''].filter(Boolean);
  const basis = seen.join(' or ');
  return basis.charAt(0).toUpperCase() + basis.slice(1);
}

function unknown(because: string): Lean {
  return { verdict: 'undecided', difference: null, interval: null, unit: null, basis: 'nothing yet', because };
}
