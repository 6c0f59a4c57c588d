/** An audit over time: 13 points, and whether this half of the window differs from the half before it. */
import { type Audit, isUnseen } from '#core/audit.ts';
import type { AuditReading } from '#core/reading.ts';
import { difference } from '#core/statistics/difference.ts';
import { prepare } from '#core/statistics/estimate.ts';
import { benjaminiHochberg } from '#core/statistics/false-discovery.ts';
import { dayOf, WEEK, windowUntil } from '#core/time.ts';
import { lookedAt, SEED, valueIn } from './weigh.ts';

/** 52 weeks in steps of four. */
const POINTS = 13;
const STEP = 4 * WEEK;
const HALF = 26 * WEEK;

/** Over many audits some change looks real by chance: false discoveries are held at one in ten (measuring.md §3.6). */
const FALSE_DISCOVERIES = 0.1;

type Change = NonNullable<AuditReading['change']>;

export function seriesOf(audit: Audit, facts: object, at: number): AuditReading['series'] {
  return Array.from({ length: POINTS }, (_, point) => {
    const to = at - (POINTS - 1 - point) * STEP;
    return { at: dayOf(to), ...valueIn(audit, facts, windowUntil(to)) };
  });
}

/** Changes of all audits together, so that chance finds among many are held down. */
export function changesOf(
  audits: readonly Audit[],
  factsFor: (audit: Audit) => object,
  at: number,
): readonly (Change | null)[] {
  const found = audits.map((audit) => halves(audit, factsFor(audit), at));
  const tested = found.flatMap((change, index) => (change?.p == null ? [] : [{ index, p: change.p }]));
  const called = benjaminiHochberg(
    tested.map(({ p }) => p),
    FALSE_DISCOVERIES,
  );
  const real = new Set(tested.filter((_, order) => called[order]).map(({ index }) => index));
  return found.map((change, index) => {
    if (change === null) return null;
    const { p, ...told } = change;
    if (p === null || told.difference === null) return { ...told, verdict: 'not known' };
    if (!real.has(index)) return { ...told, verdict: 'no change we can call' };
    return { ...told, verdict: told.difference > 0 ? 'up' : 'down' };
  });
}

function halves(audit: Audit, facts: object, at: number): (Omit<Change, 'verdict'> & { p: number | null }) | null {
  const now = seenIn(audit, facts, at);
  const before = seenIn(audit, facts, at - HALF);
  if (now === null || before === null) return null;
  const values = { before: before.value(), now: now.value() };
  const least = audit.minN;
  const nothing = { ...values, difference: null, interval: null, p: null };
  if (now.n < least || before.n < least || values.now === null || values.before === null) return nothing;
  const found = difference(before, now, `${SEED} ${audit.id}`);
  return { ...values, difference: found.value, interval: found.interval, p: found.p };
}

function seenIn(audit: Audit, facts: object, to: number) {
  try {
    const looked = lookedAt(facts, windowUntil(to, HALF));
    if (isUnseen(looked)) return null;
    const seen = audit.observe(facts as never, looked);
    // A figure that stands alone has no draws, so nothing is called between two of them.
    return isUnseen(seen) || seen.unsure !== undefined ? null : prepare(audit.estimate, seen.observations);
  } catch {
    return null;
  }
}
