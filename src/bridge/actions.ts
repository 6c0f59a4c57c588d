/** Actions from a reading: what would change, by weighing the same cases as they would be had each been done. */
import type { Audit } from '#core/audit.ts';
import { idOf } from '#core/ids.ts';
import type { ActionReading } from '#core/reading.ts';
import { DAY, dayOf, type Window, YEAR_OF_WEEKS } from '#core/time.ts';
import type { Taken } from '#reading/take-reading.ts';
import { type Weighed, weighObserved } from '#reading/weigh.ts';
import { expectedOf } from './expected.ts';
import { countOf } from './verdict.ts';

/** A figure that would score less than five points more is not worth anybody's week. */
const LEAST_GAIN = 5;
const EVIDENCE_SHOWN = 20;

/** Those for which most people wait first (DESIGN §7), then what would move most. Actions that would move nothing are left out. */
export function actionsOf(taken: Taken, at: number, window: Window): ActionReading[] {
  const actions = taken.weighed.flatMap((weighed) => actionOf(taken, weighed, at, window) ?? []);
  return actions.sort(
    (a, b) =>
      (b.people ?? 0) - (a.people ?? 0) ||
      (b.expected?.change ?? 0) - (a.expected?.change ?? 0) ||
      (a.targets < b.targets ? -1 : 1),
  );
}

function actionOf(taken: Taken, weighed: Weighed, at: number, window: Window): ActionReading | null {
  const { audit, observed } = weighed;
  if (audit.remedy === null || observed === null || observed.observations.length === 0) return null;
  const imagined = imagine(weighed, window);
  if (!isWorthIt(weighed, imagined)) return null;
  const { title, hypothesis, tellTale, effort } = audit.remedy;
  return {
    id: idOf('action', taken.reading.product.id, audit.id),
    title,
    targets: audit.id,
    people: observed.people ?? null,
    hypothesis,
    evidence: [...new Set(observed.observations.flatMap(({ evidence }) => evidence))].slice(0, EVIDENCE_SHOWN),
    tellTale,
    standing: audit.remedy.counts ? countOf(audit.remedy.counts, observed.observations) : null,
    verdictPossibleAt: verdictAt(audit, weighed.n ?? 0, at),
    expected: imagined && expectedOf(taken, weighed, imagined),
    effort,
  };
}

/** People who wait are worth a step while too few for a figure, too: few is a list. */
function isWorthIt(weighed: Weighed, imagined: Weighed | null): boolean {
  const people = weighed.observed?.people;
  if (people !== undefined) return people > 0;
  return imagined === null ? worthACorrection(weighed) : gain(weighed, imagined) >= LEAST_GAIN;
}

/** The figure as it would be had the remedy been carried out; null where that cannot be imagined. */
function imagine({ audit, observed, state }: Weighed, window: Window): Weighed | null {
  if (!audit.imagine || observed === null || state !== 'scored') return null;
  const imagined = weighObserved(audit, { ...observed, observations: audit.imagine(observed.observations, window) });
  return imagined.state === 'scored' ? imagined : null;
}

function gain(now: Weighed, then: Weighed): number {
  return (then.score ?? 0) - (now.score ?? 0);
}

/** Outside the lenses an action is proposed while a single case stands: each is a line to correct. */
function worthACorrection({ audit, observed }: Weighed): boolean {
  if (audit.answers !== null || observed === null) return false;
  return audit.remedy !== null && observed.observations.some(({ hit }) => hit === true);
}

/** A verdict that is further off than this is nothing to wait for, and told as none. */
const LONGEST_WAIT = 3 * YEAR_OF_WEEKS;

/** When as many new cases as the figure needs could exist, at the volume of the window, once the first of them is ripe. */
function verdictAt(audit: Audit, n: number, at: number): string | null {
  if (audit.remedy === null) return null;
  if (n === 0) return null;
  const untilEnough = (audit.minN / n) * YEAR_OF_WEEKS;
  const wait = audit.remedy.soonestDays * DAY + untilEnough;
  return wait > LONGEST_WAIT ? null : dayOf(at + wait);
}
