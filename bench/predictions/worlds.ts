/** Simulated companies with a year after the reading: does what an action was expected to do hold what it then does? */
import { AUDITS } from '#audits/registry.ts';
import { expectedOf } from '#bridge/expected.ts';
import { type Audit, QUESTIONS } from '#core/audit.ts';
import { randomFrom } from '#core/statistics/random.ts';
import { type Window, windowUntil, YEAR_OF_WEEKS } from '#core/time.ts';
import { lensOf } from '#reading/lenses.ts';
import { type Weighed, weigh, weighObserved } from '#reading/weigh.ts';
import { between } from '../../test/worlds/simulated/chance.ts';
import { turned } from '../../test/worlds/simulated/dials.ts';
import { stands } from '../../test/worlds/simulated/stands.ts';
import { END, simulate, type WorldFacts } from '../../test/worlds/simulated/world.ts';

/** A year before the reading is read, and a year comes after it. No catalogue: its shelf is of the last year alone. */
const DIALS = turned({ weeks: 156, gap: [5, 20], repaired: [0, 0.4], held: [0, 0.3], products: 0 });
const TODAY = END - YEAR_OF_WEEKS;
const NOMINAL = 0.9;

export interface Prediction {
  readonly audit: string;
  readonly lens: string;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  /** The lens of the year after with the action done in every case, less that of the same year without it. */
  readonly realised: number;
  /** The same figures answered for the lens in both years: where one comes or goes, it halves or doubles every effect. */
  readonly same: boolean;
}

const SCORABLE = (AUDITS as readonly Audit[]).filter(({ curve, answers }) => curve !== null && answers !== null);

export function predictionsIn(seed: string): Prediction[] {
  const { before, after } = yearsOf(seed);
  const weighedUntil = (facts: WorldFacts, to: number) => SCORABLE.map((audit) => weigh(audit, facts, windowUntil(to)));
  const [now, next] = [weighedUntil(before, TODAY), weighedUntil(after, END)];
  const lenses = { product: lensOf('product', now), customer: lensOf('customer', now) };
  return now.flatMap((weighed, index) => {
    const then = next[index];
    const imagined = imagine(weighed, windowUntil(TODAY));
    const done = then && imagine(then, windowUntil(END));
    if (!imagined || !then || !done) return [];
    const expected = expectedOf({ weighed: now, lenses }, weighed, imagined, NOMINAL);
    if (expected === null || expected.interval === null || expected.interval.high === null) return [];
    const { change, interval } = expected;
    const realised = gain(next, then, done);
    if (realised === null) return [];
    const same = answering(now, expected.lens) === answering(next, expected.lens);
    const { lens } = expected;
    return [
      {
        audit: weighed.audit.id,
        lens,
        expected: change,
        low: interval.low,
        high: interval.high ?? 100,
        realised,
        same,
      },
    ];
  });
}

/** What stood a year ago is told for the newest year alone: the year before is drawn anew, renewed as fast. */
function yearsOf(seed: string): { before: WorldFacts; after: WorldFacts } {
  const random = randomFrom(`renewed ${seed}`);
  const renewed = between(random, DIALS.renewed);
  const dials = { ...DIALS, renewed: [renewed, renewed] as const };
  const { facts } = simulate(seed, dials);
  const { renewal } = stands(random, dials, TODAY).facts;
  return { before: { ...facts, renewal }, after: facts };
}

function imagine({ audit, observed, state }: Weighed, window: Window): Weighed | null {
  if (!audit.imagine || observed === null || state !== 'scored') return null;
  const imagined = weighObserved(audit, { ...observed, observations: audit.imagine(observed.observations, window) });
  return imagined.state === 'scored' ? imagined : null;
}

function answering(year: readonly Weighed[], lens: string): string {
  const scored = year.filter(
    ({ audit, state }) => state === 'scored' && audit.answers && QUESTIONS[audit.answers].lens === lens,
  );
  return scored.map(({ audit }) => audit.id).join(' ');
}

function gain(year: readonly Weighed[], without: Weighed, done: Weighed): number | null {
  const { answers } = without.audit;
  if (answers === null) return null;
  const { lens } = QUESTIONS[answers];
  const before = lensOf(lens, year).reading.score;
  const after = lensOf(
    lens,
    year.map((one) => (one === without ? done : one)),
  ).reading.score;
  return before === null || after === null ? null : after - before;
}

export interface Covered {
  /** An audit, or a lens, or all. */
  readonly of: string;
  readonly predictions: number;
  readonly held: number;
  /** Mean of what was expected, and of what came. */
  readonly expected: number;
  readonly realised: number;
}

/** By action, by lens, and all of them together. A hair's breadth beyond an end is the rounding of scores. */
export function coveredIn(predictions: readonly Prediction[]): Covered[] {
  const told = (of: string, some: readonly Prediction[]): Covered => ({
    of,
    predictions: some.length,
    held: some.filter(({ low, high, realised }) => realised >= low - HAIR && realised <= high + HAIR).length,
    expected: mean(some.map(({ expected }) => expected)),
    realised: mean(some.map(({ realised }) => realised)),
  });
  const by = (name: (one: Prediction) => string) =>
    [...Map.groupBy(predictions, name)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([of, some]) => told(of, some));
  return [...by(({ audit }) => audit), ...by(({ lens }) => `the ${lens} lens`), told('all', predictions)];
}

const HAIR = 0.05;

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
