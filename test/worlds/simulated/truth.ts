/** What is true of a simulated company, audit by audit, from how it was made; null where no formula tells it. */

import { normalCdf } from '#core/statistics/normal.ts';
import { PROMISED_DAYS } from './claimed.ts';
import type { Dials } from './dials.ts';
import type { Gaps } from './gaps.ts';
import { CHANGES, CLOSING, RELEASED_WITHIN, type SaysTruth } from './says.ts';
import type { ShipsTruth } from './ships.ts';
import type { StandsTruth } from './stands.ts';

export interface Truth {
  readonly audits: Readonly<Record<string, number | null>>;
  readonly weeks: { readonly making: number | null; readonly telling: number | null; readonly serving: number | null };
  readonly depth: { readonly making: number; readonly telling: number; readonly serving: number | null };
  /** Weeks of making less weeks of telling or serving, of 52. */
  readonly lean: number | null;
}

const WEEK = 7;
const MONTH = 30;
const YEAR = 364;
const WEEKS = 52;

/** Changes by people beside those of the product, and of bots none, as ships.ts makes them. */
const UPKEEP_A_WEEK = 1;

export function truthOf(dials: Dials, ships: ShipsTruth, stands: StandsTruth, says: SaysTruth): Truth {
  const weeks = { making: makingWeeks(ships), telling: ships.telling, serving: servingWeeks(dials, says) };
  const other = weeks.serving === null ? null : 1 - (1 - weeks.telling) * (1 - weeks.serving);
  return {
    audits: { ...ofWork(dials, ships), ...ofReleases(dials, ships), ...ofVoices(dials, says), ...ofStands(stands) },
    weeks,
    depth: { making: stands.renewed, telling: stands.retold, serving: answeredPeople(dials, says) },
    lean: weeks.making === null || other === null ? null : WEEKS * (weeks.making - other),
  };
}

/** With releases, each brings a change of its own, so only the plain habit is known. */
function makingWeeks({ gaps, making }: ShipsTruth): number | null {
  return gaps === null && making < 1 ? making : null;
}

/** First answers of separate asks come as Poisson events, whatever the waits (the displacement theorem). */
function servingWeeks({ serving, asks, burst, alike, kin, patience }: Dials, says: SaysTruth): number | null {
  if (serving !== null) return says.serving;
  if (burst > 0 || alike > 0 || kin > 0 || patience > 0) return null;
  return 1 - Math.exp(-asks * says.answered);
}

function ofWork({ changes, making }: Dials, { visible, feature, gaps, repaired, telling }: ShipsTruth) {
  if (making.share[0] < 1) return {};
  const releases = gaps === null ? 0 : WEEK / gaps.mean;
  const seen = changes * visible + releases * (1 + repaired);
  return {
    'user-visible-share': seen / (changes + UPKEEP_A_WEEK + telling + releases * (1 + repaired)),
    'feature-fix-mix': (changes * visible * feature) / (changes * visible + releases),
  };
}

function ofReleases({ changes, making }: Dials, ships: ShipsTruth) {
  const { gaps, repaired, named, held, visible } = ships;
  if (gaps === null || making.share[0] < 1) return {};
  const told = { 'release-cadence': gaps.median(), 'release-note-coverage': named };
  const repairs = repaired > 0 ? { 'follow-up-fixes': repaired } : {};
  const rate = changes / WEEK;
  const own = 1 / gaps.mean;
  const waits = (days: number) => held + (1 - held) * gaps.waitsLonger(days);
  const reverts = (days: number) => repaired * own * revertWaits(gaps, days);
  const still = (days: number) => (rate * waits(days) + reverts(days)) / (rate + own * (1 + repaired));
  const stuck = integral(MONTH, YEAR, (days) => rate * visible * waits(days) + reverts(days));
  const limbo = stuck / ((rate * visible + own * (1 + repaired)) * (YEAR - MONTH));
  return { ...told, ...repairs, 'commit-to-release': halfOf(still, gaps), limbo };
}

/** What is taken back within the first days waits for the release after that. */
function revertWaits(gaps: Gaps, days: number): number {
  const longer = (more: number) => integral(0.2, 6.5, (since) => gaps.longer(since + more));
  return longer(days) / longer(0);
}

/** The wait that half of the changes outlast. */
function halfOf(still: (days: number) => number, { mean }: Gaps): number | null {
  let [low, high] = [0, 20 * mean];
  if (still(high) > 0.5 || still(0) < 0.5) return null;
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (still(middle) > 0.5) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function ofVoices(dials: Dials, says: SaysTruth) {
  const { answered, wait, outcome, told, stars, praise } = says;
  const { asks, reviews, shouter, askers, waitSpread, patience, serving, weeks } = dials;
  const by = (days: number) => (days <= 0 ? 0 : answered * normalCdf(Math.log(days / wait) / waitSpread));
  const loudest = Math.max(shouter, ((1 - shouter) / askers) * (asks / (asks + reviews)));
  const shared = { 'honest-closure': outcome, 'loop-closure': told, 'voice-breadth': loudest };
  const spoken = { ratings: stars, 'praise-against-leaving': praise };
  const age = patience > 0 ? {} : { 'open-ask-age': middleAge(7 * weeks, says) };
  const shipped = patience > 0 ? {} : { 'ask-to-ship': answeredBy(182, says), 'demand-to-ship': shippedBy(182, says) };
  if (serving !== null) return { ...shared, ...spoken, ...age };
  const promise = patience > 0 ? {} : { 'service-promise': by(PROMISED_DAYS) };
  const silent = patience > 0 ? null : integral(MONTH, YEAR, (days) => 1 - by(days)) / (YEAR - MONTH);
  return {
    ...shared,
    ...spoken,
    ...shipped,
    ...age,
    ...promise,
    'no-human-answer': silent,
    'first-human-reply': medianWait(by),
  };
}

/** Of those still open each day some are closed by a change, and others with nothing to be known: the share were it changes alone. */
function answeredBy(days: number, { closed, outcome }: SaysTruth): number {
  const byChange = CHANGES * outcome;
  const shut = (at: number) => (at <= 0 ? 0 : closed * normalCdf(Math.log(at / CLOSING.median) / CLOSING.spread));
  // A change is out up to so many days after its ask was closed.
  return integral(0, RELEASED_WITHIN, (later) => 1 - (1 - shut(days - later)) ** byChange) / RELEASED_WITHIN;
}

/** Of all asks, whatever became of the others: those that a change had answered by then. */
function shippedBy(days: number, { closed, outcome }: SaysTruth): number {
  const shut = (at: number) => (at <= 0 ? 0 : closed * normalCdf(Math.log(at / CLOSING.median) / CLOSING.spread));
  const out = integral(0, RELEASED_WITHIN, (later) => shut(days - later)) / RELEASED_WITHIN;
  return CHANGES * outcome * out;
}

/** Asks come evenly over all days; those of each age are open as often as nobody has closed them by then. */
function middleAge(days: number, { closed }: SaysTruth): number {
  const open = (age: number) =>
    1 - (age <= 0 ? 0 : closed * normalCdf(Math.log(age / CLOSING.median) / CLOSING.spread));
  const half = integral(0, days, open) / 2;
  let [low, high] = [0, days];
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (integral(0, middle, open) < half) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function medianWait(by: (days: number) => number): number | null {
  let [low, high] = [0, 4_000];
  if (by(high) < 0.5) return null;
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (by(middle) < 0.5) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Where everybody asks once at most, as good as: answered by the end of the year that they asked in. */
function answeredPeople(
  { askers, shouter, asks, serving, patience, waitSpread }: Dials,
  says: SaysTruth,
): number | null {
  if (serving !== null || patience > 0 || shouter > 0 || askers < 20 * WEEKS * asks) return null;
  const { answered, wait } = says;
  return integral(0, YEAR, (days) => (days <= 0 ? 0 : answered * normalCdf(Math.log(days / wait) / waitSpread))) / YEAR;
}

function ofStands({ renewed, survival, gone }: StandsTruth) {
  return { 'yearly-renewal': renewed, 'line-survival': survival, 'stale-docs': gone };
}

function integral(from: number, to: number, of: (at: number) => number): number {
  const steps = 200;
  let sum = 0;
  for (let step = 0; step < steps; step += 1) sum += of(from + ((step + 0.5) * (to - from)) / steps);
  return (sum * (to - from)) / steps;
}
